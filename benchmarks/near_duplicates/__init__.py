"""How well near-duplicates are told from stories that merely share a topic, and at what cost."""
