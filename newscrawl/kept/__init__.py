"""The records that are kept, read back: what the report, the exports and the check all begin with.

Nothing here writes to the data directory, takes its lock, or needs its ledger.
"""
