"""What is known so far, in one SQLite file: stories found and their state, lines written, walks.

The ledger is the frontier: nothing that was found and not yet kept lives only in memory.
"""
