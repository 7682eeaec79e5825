"""A spider that loads seventeen fields of each story."""

from collections.abc import Iterator
from typing import Any

from scrapy.http import Response, TextResponse

from benchmarks.bench.loader import load
from benchmarks.bench.usual.spiders.fetch import FetchSpider


class LoadSpider(FetchSpider):
    """Fetches the same pages, and yields an item for each story."""

    name = "load"

    def parse_story(self, response: Response) -> Iterator[Any]:
        """Load a story."""
        if isinstance(response, TextResponse):
            yield load(response.selector)
