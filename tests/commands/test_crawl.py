"""What the command ``crawl`` does beside Scrapy's."""

import gc
import logging

from scrapy import signals
from scrapy.signalmanager import SignalManager

from newscrawl.commands.crawl import quieten, set_apart


def test_the_collector_passes_by_what_was_loaded() -> None:
    """When the spider is opened, all that is there then is set apart."""
    manager = SignalManager()
    manager.connect(set_apart, signal=signals.spider_opened)
    gc.unfreeze()  # the tests set apart what they have loaded, too
    manager.send_catch_log(signals.spider_opened)
    assert gc.get_freeze_count() > 1000


def test_no_record_is_made_for_nobody() -> None:
    """What the log's level leaves out is not made at all; what it lets through is."""
    whole, one = logging.getLogger("scrapy"), logging.getLogger("scrapy.core.engine")
    before = whole.level
    try:
        quieten("WARNING")
        assert not one.isEnabledFor(logging.DEBUG)
        assert one.isEnabledFor(logging.WARNING)
        quieten("DEBUG")
        assert one.isEnabledFor(logging.DEBUG)
    finally:
        whole.setLevel(before)
