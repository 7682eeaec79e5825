"""Stories of several pages from an archive read as a crawl reads them that has all pages at hand."""

from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

import pytest

from newscrawl.antara.articles import Hints, Page, extract
from newscrawl.antara.further import further_pages
from newscrawl.archive.captures import Capture
from newscrawl.clock import WIB
from newscrawl.extraction.pages import Unread
from newscrawl.extraction.reading import Processes, go_over
from newscrawl.extraction.sources import Files, Item, Saved, Story
from newscrawl.items import Article
from newscrawl.replica import Replica
from newscrawl.replica.offers import Offers
from tests.archive.warcs import answer, packed, response

_AT = datetime(2026, 11, 20, 12, tzinfo=WIB)
_TYPE = "text/html; charset=UTF-8"


class Kept:
    """Keeps records."""

    prints: ClassVar = False

    def __init__(self) -> None:
        """Have none yet."""
        self.bodies: dict[str, str | None] = {}

    @staticmethod
    def prepare(article: Article) -> Article:
        """Return the record itself."""
        return article

    def take(self, page: Capture | Saved | Story, prepared: Any) -> None:
        """Keep it."""
        del page
        self.bodies[prepared.url] = prepared.body

    def miss(self, page: Item, why: Unread) -> None:
        """Fail."""
        pytest.fail(f"{page}: {why}")


@pytest.mark.parametrize("whole", [False, True])
def test_the_replica_s_stories(tmp_path: Path, whole: bool) -> None:
    """Whether further pages are numbered or one has all, each story's body is the whole one."""
    offers = Offers(parted=1.0, whole=whole)
    replica = Replica(seed=3, clock=lambda: _AT, per_day=40, offers=offers)
    stories = [story for story in replica.stories() if replica.pages_of(story) > 1][:8]
    expected: dict[str, str | None] = {}
    firsts: list[bytes] = []
    others: list[bytes] = []
    for story in stories:
        first = page(replica, story.url)
        further = further_pages(first, story.url, _TYPE)
        bodies = [page(replica, address) for address in further]
        hints = Hints(_TYPE, further=tuple(Page(body, _TYPE) for body in bodies))
        expected[story.url] = extract(first, story.url, _AT, hints).body
        firsts.append(response(1, answer(first), WARC_Target_URI=story.url))
        others += [
            response(1, answer(body), WARC_Target_URI=address)
            for body, address in zip(bodies, further, strict=True)
        ]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(firsts + others))
    kept = Kept()
    tally = go_over(Files([path]), kept, Processes(1))
    assert len(stories) == 8
    assert kept.bodies == expected
    assert (tally.records, tally.missing) == (8, 0)


def page(replica: Replica, address: str) -> bytes:
    """Return a page of the replica."""
    parts = urlsplit(address)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    answered = replica.site.respond(parts.netloc, target)
    assert answered.status == 200
    return answered.body
