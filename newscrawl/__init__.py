"""A crawler for ANTARA's coverage of the world: pages in, exactly-once JSON Lines out."""

__version__ = "0.1.0"
