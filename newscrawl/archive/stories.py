"""Which records are pages of stories, and what such a record's block has in it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newscrawl.antara.editions import SITE_DOMAIN
from newscrawl.antara.further import page_number
from newscrawl.antara.urls import site_url, story_url
from newscrawl.archive.digests import is_digest_of
from newscrawl.archive.fields import TYPES, Head
from newscrawl.archive.responses import is_http, read_answer
from newscrawl.archive.sources import Broken

_ANSWERS = frozenset(("response", "revisit"))
_OK = 200
_NOT_THERE = frozenset((301, 302, 303, 307, 308, 404, 410))
"""Statuses after which a crawl reads a story without that further page."""

Sort = Literal["story", "other_sites", "no_story", "revisits", "statuses", "other_records"]


@dataclass(frozen=True, slots=True)
class Page:
    """A story's page as the site sent it, chunked framing apart."""

    fetched_at: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def sort_of(head: Head) -> Sort:
    """Return what a record is to a reader of stories, by its head alone.

    Raises:
        Broken: the head leaves it open.
    """
    if head.type not in _ANSWERS:
        if head.type not in TYPES and story_url(head.url) is not None:
            raise Broken("bad_record", f"its WARC-Type is none that is known: {head.type[:40]!r}")
        return "other_records"
    if not head.url:
        raise Broken("bad_record", "it has no WARC-Target-URI")
    if SITE_DOMAIN not in head.url.lower():  # most records of an archive of the whole web
        return "other_sites"
    if story_url(head.url) is None:
        return "other_sites" if site_url(head.url) is None else "no_story"
    # The site's error page may stand there as a reference; that a further page is not there counts.
    return "story" if head.type == "response" or page_number(head.url) != 1 else "revisits"


def check(head: Head, block: bytes, *, doubtful: bool) -> None:
    """Compare a block with the digest that its head has of it.

    Args:
        head: of the record.
        block: all of it.
        doubtful: whether something near it is damaged, so that a digest has to vouch for it.

    Raises:
        Broken: it is another's; or there is none where one is needed.
    """
    fields = head.fields
    right = is_digest_of(fields.get("warc-block-digest", ""), block)
    if right is None and is_http(block):
        answer, digest = read_answer(block), fields.get("warc-payload-digest", "")
        right = is_digest_of(digest, answer.stored)
        if right is False:  # writers do not agree on whether chunked framing belongs to the payload
            right = is_digest_of(digest, answer.body())
    if right is False:
        raise Broken("bad_digest", "it is not what its digest was made of")
    if right is None and doubtful:
        raise Broken("bad_gzip", "its gzip member is damaged, and no digest vouches for it")


def read_page(head: Head, block: bytes) -> Page | None:
    """Read the response to a request for a story; None where it is no page but a redirect, say.

    That a further page of a story is not there is told too: then the story is whole without it.

    Raises:
        Broken: it is only a part of a page, or does not say what one has to know.
    """
    if "content-type" not in head.fields and not is_http(block):
        raise Broken("no_content_type", "it does not say what it is, and begins as no HTTP does")
    answer = read_answer(block)
    if answer.status in _NOT_THERE and page_number(head.url) != 1:
        return Page(head.date(), answer.status, answer.headers, b"")
    if answer.status != _OK or head.type != "response":
        return None
    for name, what in (("warc-truncated", "WARC-Truncated"), ("warc-segment-number", "a segment")):
        if name in head.fields:
            raise Broken(
                "truncated", f"it has only a part of the page ({what}: {head.fields[name]})"
            )
    return Page(head.date(), answer.status, answer.headers, answer.body())
