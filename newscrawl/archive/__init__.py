"""The archive: what the site answered, kept as WARC files, and read again from them."""
