"""SQLite with full-text search, made for Datasette: tables, index, metadata."""
