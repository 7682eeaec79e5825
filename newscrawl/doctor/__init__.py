"""Whether today's pages of the site are read well: a few requests, and what came of them.

Nothing here touches what a crawl keeps: no ledger, no lock, no data directory.
"""
