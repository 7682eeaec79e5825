"""What a crawl knew of a story's page beside its response: the block of a ``metadata`` record.

The block is ``application/warc-fields`` (ISO 28500:2017, section 7.1): lines of a name, a colon and
a value in UTF-8. ``via`` and ``hopsFromSeed`` are the names that other crawlers use; the rest is
this project's. With it a page that is read again from the archive gives the record that the crawl
made of it.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from newscrawl.antara.feeds import FeedItem, dump_item, load_item
from newscrawl.antara.urls import StoryUrl, story_url
from newscrawl.items import Discovered, Via

CONTENT_TYPE = "application/warc-fields"
_PREFIX = "newscrawl-"
_DEEPEST = 1_000_000
"""Hops; ``follow_depth`` takes fewer."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the crawl knew."""

    run_id: str
    story: StoryUrl
    """The story that was asked for, with the slug first seen."""
    discovered: Discovered
    feed_item: FeedItem | None = None
    published: datetime | None = None
    """As an earlier visit found it; only known of a story that is visited again."""


def dump_told(told: Told) -> bytes:
    """Return the block of the metadata record."""
    way = told.discovered
    fields = {
        "via": way.from_,
        "hopsFromSeed": "L" * way.depth or None,
        f"{_PREFIX}run": told.run_id,
        f"{_PREFIX}story": told.story.address,
        f"{_PREFIX}discovered": json.dumps([way.via, way.from_, way.depth]),
        f"{_PREFIX}feed-item": dump_item(told.feed_item) if told.feed_item else None,
        f"{_PREFIX}published": told.published.isoformat() if told.published else None,
    }
    lines = [f"{name}: {value}\r\n" for name, value in fields.items() if value is not None]
    return "".join(lines).encode("utf-8", "surrogatepass")


def load_told(block: bytes) -> Told | None:
    """Return what a metadata record tells, or None where it is none of this project's.

    Archives come from anywhere: one that says what no crawl can have known is not believed at all.
    """
    fields: dict[str, str] = {}
    for line in block.decode("utf-8", "replace").split("\r\n"):
        name, _, value = line.partition(": ")
        fields.setdefault(name.removeprefix(_PREFIX), value)
    try:
        discovered = _discovered(fields["discovered"])
        item, published = fields.get("feed-item"), fields.get("published")
        story = story_url(fields["story"])
        return (
            Told(
                run_id=fields["run"],
                story=story,
                discovered=discovered,
                feed_item=load_item(item) if item else None,
                published=datetime.fromisoformat(published) if published else None,
            )
            if story
            else None
        )
    except (KeyError, ValueError, TypeError, RecursionError):
        return None


def _discovered(text: str) -> Discovered:
    """Return how a crawl came to a page.

    Raises:
        ValueError: none came to it so.
        TypeError: the same.
        RecursionError: the same.
    """
    via, from_, depth = json.loads(text)
    if via not in get_args(Via) or not isinstance(from_, str | None):
        raise ValueError(f"no way to a page: {text[:100]!r}")
    if type(depth) is not int or not 0 <= depth <= _DEEPEST:
        raise ValueError(f"no number of hops: {text[:100]!r}")
    (from_ or "").encode()  # a line, and the ledger, take no half of a surrogate pair
    return Discovered(via=via, from_=from_, depth=depth)
