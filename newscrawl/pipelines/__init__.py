"""What becomes of a record: validate, deduplicate, write. No pipeline ever sees a response."""
