"""A Scrapy project as it usually is, with two spiders that newscrawl's crawl is held against."""
