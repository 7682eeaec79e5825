"""Spiders: which pages to visit, in what order; no markup, no files, no database."""
