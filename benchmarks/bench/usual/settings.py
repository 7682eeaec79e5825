"""Scrapy's defaults, but for what would make the comparison unequal."""

BOT_NAME = "usual"
SPIDER_MODULES = ["benchmarks.bench.usual.spiders"]
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 16  # default 8
LOG_LEVEL = "WARNING"  # default DEBUG: a line a page, which newscrawl does not write either
COOKIES_ENABLED = False  # default True: asks the network for a list of suffixes
