"""Pages that were fetched before, from files: read again, stored, or compared with what is kept."""
