"""What the command ``crawl`` does beside Scrapy's."""

import gc

from scrapy import signals
from scrapy.signalmanager import SignalManager

from newscrawl.commands.crawl import set_apart


def test_the_collector_passes_by_what_was_loaded() -> None:
    """When the spider is opened, all that is there then is set apart."""
    manager = SignalManager()
    manager.connect(set_apart, signal=signals.spider_opened)
    assert not gc.get_freeze_count()
    try:
        manager.send_catch_log(signals.spider_opened)
        assert gc.get_freeze_count() > 1000
    finally:
        gc.unfreeze()
