"""Settings: only what differs from Scrapy's default, each with its reason."""

import os
from pathlib import Path
from typing import Any

from newscrawl import __version__

BOT_NAME = "newscrawl"
SPIDER_MODULES = ["newscrawl.spiders"]
NEWSPIDER_MODULE = "newscrawl.spiders"
COMMANDS_MODULE = "newscrawl.commands"

# Our own settings.
_PROJECT = Path(__file__).resolve().parent.parent
# ~ is your home. An egg, which Scrapyd runs, has no room for it: it goes beside Scrapyd's files.
NEWSCRAWL_DATA = str((_PROJECT if _PROJECT.is_dir() else Path.cwd()) / "data")
NEWSCRAWL_LISTING_PAGES = 10  # how many listing pages a first run without `since` reads
NEWSCRAWL_REREAD_DAYS = False  # true in one run: lists of days that are done are read again
NEWSCRAWL_REVISITS = "1h, 6h, 1d, 7d"  # ages at which a kept story is looked at for corrections
NEWSCRAWL_ACCEPT_COVERAGE = False  # true in one run: what it finds of each field is normal now
NEWSCRAWL_NOTIFY = ""  # slack, telegram, discord, email, sentry
NEWSCRAWL_NOTIFY_AGAIN_HOURS = 24  # how often the same trouble is told of
NEWSCRAWL_PING_URL = ""  # a dead-man's switch; see docs
NEWSCRAWL_KEEP_RUNS = 90  # days that run reports are kept, 144 a day; 0: for ever
NEWSCRAWL_COMPRESS_AFTER = 0  # days after which a day file becomes .jsonl.gz; 0: never
NEWSCRAWL_KEEP_QUARANTINE = 90  # days that pages which could not be used are kept; 0: for ever
NEWSCRAWL_WARC = True  # every answer is kept in antara/warc/
NEWSCRAWL_WARC_SIZE = 256  # megabytes from which on a file of the archive is full; 0: never
NEWSCRAWL_ORIGIN = None  # set by the argument `origin`
NEWSCRAWL_CONTACT = None  # how to reach who runs it: URL or mail
NEWSCRAWL_BACKOFF = 5  # seconds of rest for the site after a first trouble; doubled each time
NEWSCRAWL_PATIENCE = 120  # the longest rest within a run, in seconds; for a longer one it ends
NEWSCRAWL_IGNORE_HOLD = False  # ask although the site is to be left alone
# Each may stand in the environment instead; `-s` goes before it.
globals().update(
    {
        name: os.environ[name]
        for name in [name for name in globals() if name.startswith("NEWSCRAWL_")]
        if os.environ.get(name) and name != "NEWSCRAWL_ORIGIN"
    }
)

# Who asks, and what the site allows.
USER_AGENT = f"newscrawl/{__version__} (a news archive; robots.txt name: newscrawl)"
ADDONS = {"newscrawl.middlewares.identity.Identity": 0}  # puts the contact into it
ROBOTSTXT_USER_AGENT = "newscrawl"  # the product token that robots.txt may name
ROBOTSTXT_OBEY = True  # default False
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Language": "id,en;q=0.5",  # default en
}

# How fast: one page at a time, for one site.
CONCURRENT_REQUESTS = 1  # default 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # default 8
CONCURRENT_ITEMS = 1  # default 100: as many tasks for each page, which has one record
DOWNLOAD_DELAY = 1.5  # default 0
DOWNLOAD_DELAY_JITTER = 0.3  # default 0.5

# Limits on what comes from outside.
DOWNLOAD_TIMEOUT = 30  # default 180; it bounds the whole response
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024  # default 1 GiB; the largest page known is 0.8 MB
DOWNLOAD_VERIFY_CERTIFICATES = True  # default False
DOWNLOAD_HANDLERS = {  # the site's hosts over http(s), and nothing else
    "http": "newscrawl.middlewares.origin.SiteDownloadHandler",
    "https": "newscrawl.middlewares.origin.SiteDownloadHandler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
TWISTED_DNS_RESOLVER = "newscrawl.resolver.GuardedResolver"  # no private address, and IPv6 too
DNS_TIMEOUT = 15  # default 60
REDIRECT_MAX_TIMES = 5  # default 20
WARN_ON_GENERATOR_RETURN_VALUE = False  # default True: reads callbacks' source; mypy does it here
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # default ERROR; the outcome says it
TELNETCONSOLE_ENABLED = False  # default True; a way in
REMOTE_CONTROL_ENABLED = False  # default True; a way in

# The way of a page through the project.
SCHEDULER = "newscrawl.scheduler.FrontierScheduler"
# Of Scrapy's own middlewares and extensions only what a run uses: others, switched off, would still
# be loaded (a fifth of a second a run), and what a new release adds is not switched on unseen, as
# its remote control was. Nothing needs cookies, and their jar asks the network for a suffix list.
DOWNLOADER_MIDDLEWARES_BASE = {
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
    # By HTTP alone, as the site moves pages: with MetaRefreshMiddleware a page that only reloads
    # itself would be lost in a loop.
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": 600,
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": 750,
    "scrapy.downloadermiddlewares.stats.DownloaderStats": 850,
}
DOWNLOADER_MIDDLEWARES = {
    "newscrawl.middlewares.site.SiteMiddleware": 50,  # before anything is asked, robots.txt too
    "newscrawl.middlewares.robots.RobotsTxtMiddleware": 100,  # in the place of Scrapy's
    "newscrawl.middlewares.conditional.ConditionalMiddleware": 150,
    "newscrawl.middlewares.retry.RetryMiddleware": 550,  # in the place of Scrapy's
    "newscrawl.middlewares.challenge.ChallengeMiddleware": 585,  # sees what can be read
    "newscrawl.middlewares.compression.CompressionMiddleware": 590,  # in the place of Scrapy's
}
SPIDER_MIDDLEWARES_BASE = {
    # The frontier knows depth, and the guard a URL's length; the others have nobody to tell.
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": 50,
    "scrapy.spidermiddlewares.referer.RefererMiddleware": 700,
}
SPIDER_MIDDLEWARES = {
    # Nearest to the spider: what a page leads to need not go through all others, one by one.
    "newscrawl.middlewares.frontier.FrontierMiddleware": 1100,
}
ITEM_PIPELINES = {
    "newscrawl.pipelines.validate.ValidatePipeline": 100,
    "newscrawl.pipelines.deduplicate.DeduplicatePipeline": 200,
    "newscrawl.pipelines.write.WritePipeline": 300,
}
EXTENSIONS_BASE = {
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.memusage.MemoryUsage": 0,
    "scrapy.extensions.closespider.CloseSpider": 0,
    "scrapy.extensions.feedexport.FeedExporter": 0,
    "scrapy.extensions.logcount.LogCount": 0,
    "scrapy.extensions.logstats.LogStats": 0,
    "scrapy.extensions.throttle.AutoThrottle": 0,
}
EXTENSIONS: dict[str, Any] = {
    "newscrawl.extensions.lifecycle.RunLifecycle": 0,  # first: the others use its run
    "newscrawl.extensions.archive.Archive": 3,
    "newscrawl.extensions.breaker.Breaker": 5,
    "newscrawl.extensions.outcomes.Outcomes": 10,
    "newscrawl.extensions.quarantine.Quarantine": 20,
    "newscrawl.extensions.progress.Progress": 30,
    "newscrawl.extensions.retention.Retention": 35,
    "newscrawl.extensions.measures.Measures": 40,
    "newscrawl.extensions.monitors.Monitors": 50,  # Spidermon, run when the books are closed
}

# Who watches. Spidermon's notifications are off until NEWSCRAWL_NOTIFY names them.
SPIDERMON_ENABLED = True  # default False
SPIDERMON_SPIDER_CLOSE_MONITORS = ("newscrawl.monitors.suite.RunSuite",)  # default none
# What its notifications say: why, since when, where to look. Its own say that there were errors.
SPIDERMON_SLACK_SENDER_NAME = "newscrawl"
SPIDERMON_SLACK_MESSAGE = "{{ data.alarm }}"
SPIDERMON_DISCORD_MESSAGE = "{{ data.alarm.short }}"
SPIDERMON_SLACK_INCLUDE_ATTACHMENTS = False  # default True
# Telegram's text goes into an address, as Markdown: quoted, and in a block that has none.
SPIDERMON_TELEGRAM_MESSAGE = "{{ ('```\\n' ~ data.alarm.short ~ '\\n```') | urlencode }}"
SPIDERMON_SENTRY_PROJECT_NAME = "newscrawl"
# Tokens and passwords have no place on a command line, which everybody on the machine can read.
globals().update((name, os.environ[name]) for name in os.environ if name.startswith("SPIDERMON_"))

# What is said.
LOG_LEVEL = "WARNING"  # default DEBUG; the summary and the run report say what happened
LOG_FORMATTER = "newscrawl.logformatter.LogFormatter"  # no texts of articles in the log
DEFAULT_DROPITEM_LOG_LEVEL = "DEBUG"  # default WARNING; known stories are the normal case
