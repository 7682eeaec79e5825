"""A spider that asks for pages, and does nothing with them."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response


class FetchSpider(Spider):
    """Fetches what a file names: kind, host and path, one page a line."""

    name = "fetch"

    def __init__(self, origin: str, pages: str) -> None:
        """Take where the site is served, and the file."""
        super().__init__()
        self._origin = origin
        self._pages = Path(pages).read_text(encoding="ascii").splitlines()

    async def start(self) -> AsyncIterator[Request]:
        """Ask for every page of the file."""
        for line in self._pages:
            kind, host, path = line.split(" ", 2)
            yield Request(
                self._origin + path,
                self.parse_story if kind == "article" else self.parse,
                headers={"Host": host},
                dont_filter=True,  # two hosts have a robots.txt each
            )

    def parse(self, response: Response, **_: Any) -> None:
        """Do nothing with a page."""

    def parse_story(self, response: Response) -> Iterator[Any] | None:
        """Do nothing with a story."""
