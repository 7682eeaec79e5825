"""An archive of the replica's stories, made without a crawl."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from newscrawl.antara.urls import story_url
from newscrawl.archive.exchange import Exchange, http_head
from newscrawl.archive.told import Told, dump_told
from newscrawl.archive.warcinfo import CRAWLED, About
from newscrawl.archive.writer import ArchiveWriter
from newscrawl.clock import WIB
from newscrawl.items import Discovered
from newscrawl.ledger.captures import Captures
from newscrawl.ledger.database import connect
from newscrawl.replica import Replica

_NOON = datetime(2026, 11, 20, 12, tzinfo=WIB)
_A_DAY, _SEED = 60, 11


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a server sends it."""

    url: str
    body: bytes


def pages(number: int) -> Iterator[Page]:
    """Yield pages of so many stories of the site's mix of templates, the newest first."""
    start = _NOON.date() - timedelta(days=number // _A_DAY + 2)
    site = Replica(seed=_SEED, clock=lambda: _NOON, per_day=_A_DAY, start=start).site
    for story in site.stories("id")[:number]:
        parts = urlsplit(story.url)
        yield Page(story.url, site.respond(parts.netloc, parts.path).body)


def write(directory: Path, stories: list[Page]) -> None:
    """Write an archive of pages under a directory, as a crawl does, bodies compressed."""
    database = connect(directory / "ledger.db")
    writer = ArchiveWriter(directory / "warc", About(description=CRAWLED), Captures(database))
    for page in stories:
        writer.keep(_exchange(page))
    writer.close()
    database.close()


def _exchange(page: Page) -> Exchange:
    story = story_url(page.url)
    if story is None:
        raise AssertionError(page.url)
    parts = urlsplit(page.url)
    headers = [(b"Content-Type", b"text/html; charset=utf-8"), (b"Content-Encoding", b"gzip")]
    return Exchange(
        url=page.url,
        at=_NOON,
        request=http_head(f"GET {parts.path} HTTP/1.1", [(b"Host", parts.netloc.encode())]),
        status=200,
        head=http_head("HTTP/1.1 200 OK", headers),
        body=gzip.compress(page.body, 6, mtime=0),
        is_packed=True,
        told=dump_told(Told("20261120T050000Z", story, Discovered(via="listing"))),
        may_refer=False,
    )
