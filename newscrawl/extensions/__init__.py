"""A run's life: its lock and ledger, the outcome of each page, quarantine, progress, the report."""
