"""What a backfill of years costs, and what it keeps when it is killed again and again."""
