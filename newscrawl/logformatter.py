"""Log lines that name a record by its id: the text of an article never lands in the log."""

from typing import Any

from scrapy import Spider, logformatter
from scrapy.http import Response
from scrapy.logformatter import LogFormatterResult
from twisted.python.failure import Failure


class LogFormatter(logformatter.LogFormatter):
    """Scrapy's formatter without the items' contents."""

    def scraped(
        self, item: Any, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """Name the record that was kept."""
        return super().scraped(_name(item), response, spider)

    def dropped(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        """Name the record that was not kept, and why."""
        return super().dropped(_name(item), exception, response, spider)

    def item_error(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        """Name the record on which a pipeline failed."""
        return super().item_error(_name(item), exception, response, spider)


def _name(item: Any) -> str:
    return str(getattr(item, "id", None) or type(item).__name__)
