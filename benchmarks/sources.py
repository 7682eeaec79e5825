"""Whole pages to damage: fixtures, pages of the replica, and captured ones where they are."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.antara.articles import UnreadablePage, extract, page_address
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.site import Site
from tests.shared import pages as captured_pages

_FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures" / "antara"
_NOW = datetime(2026, 9, 5, 14, 7, 11, tzinfo=UTC)
_REPLICA_PAGES = 60


@dataclass(frozen=True, slots=True)
class Source:
    """A page before anything happened to it, and what it says."""

    name: str
    url: str
    fetched_at: datetime
    page: bytes
    paragraphs: tuple[str, ...]
    """Of the body, as read from the whole page: that this is right, other tests see to. Captions of
    a gallery, which are its text, are left out: they go with their pictures."""


def sources() -> list[Source]:
    """Return the pages, in an order that is always the same."""
    found = [*_fixtures(), *_replica(), *_captured()]
    return [source for source in found if source is not None]


def _fixtures() -> list[Source | None]:
    found = []
    for meta in sorted(_FIXTURES.glob("*/meta.json")):
        if meta.with_name("page-2.html").exists():
            continue  # a story that is not on one page
        about = json.loads(meta.read_text("utf-8"))
        page = meta.with_name("page.html").read_bytes()
        time = datetime.fromisoformat(about["fetched_at"])
        found.append(_source(meta.parent.name, about["url"], time, page))
    return found


def _replica() -> list[Source | None]:
    site = Site(Corpus(seed=5, per_day=40), _NOW.date().replace(day=1), lambda: _NOW)
    stories = [*site.stories(), *site.stories(regional=True)]
    chosen = stories[:: max(1, len(stories) // _REPLICA_PAGES)]
    return [
        _source(f"replica {story.id}", story.url, _NOW, site.respond(story.host, story.path).body)
        for story in chosen
    ]


def _captured() -> list[Source | None]:
    directory = captured_pages()
    if directory is None:
        return []
    found = []
    for path in sorted(directory.glob("antara-*.html")):
        page = path.read_bytes()
        address = page_address(page)
        found.append(_source(path.name, address, _NOW, page) if address else None)
    return found


def _source(name: str, url: str, fetched_at: datetime, page: bytes) -> Source | None:
    try:
        article = extract(page, url, fetched_at)
    except UnreadablePage:
        return None
    captions = {image.caption for image in article.images}
    body = (article.body or "").split("\n\n")
    paragraphs = tuple(text for text in body if text not in captions)
    return Source(name, url, fetched_at, page, paragraphs)
