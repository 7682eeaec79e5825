"""Sitemaps: the addresses of stories with their times, and further sitemaps.

An entry is read by itself, without a tree: one that is broken costs only itself, no entity is
expanded, nothing outside is read, and memory does not grow with the file but for what is kept.
Scrapy's own reader leaves out the times of Google's news sitemaps, takes an address that is cut in
the middle for a whole one, and reads nothing behind a tag that is not closed.
"""

import html as entities
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice, pairwise

from newscrawl.antara.dates import stated_time
from newscrawl.antara.urls import LONGEST_ADDRESS, StoryUrl, site_url, story_url
from newscrawl.clock import WIB

LARGEST = 50 * 1024 * 1024
"""Bytes, unpacked: the protocol allows no more (sitemaps.org)."""
MOST_ENTRIES = 50_000
"""Entries of one sitemap that are looked at; the protocol allows no more."""
MOST_SITEMAPS = 100
"""Sitemaps that robots.txt may name."""
_LONGEST_ENTRY = 20_000
"""Bytes that are looked at of one entry: it may name a thousand pictures behind its address."""
_LARGEST_ROBOTS = 512_000
"""Bytes of robots.txt that are looked at; RFC 9309, section 2.5, wants at least 500 KiB."""

_GZIP = b"\x1f\x8b"
_GZIP_FORMAT = 31
"""What zlib calls it (``wbits``)."""
_PIECE = 4 * 1024
_NAME = rb"(?:[A-Za-z][\w.-]*:)?"
_BEGINNING = re.compile(rb"<" + _NAME + rb"(?:urlset|sitemapindex)[\s/>]")
_ENTRY = re.compile(rb"<" + _NAME + rb"(url|sitemap)[\s>]")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_SITEMAP_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*([^\s#]+)", re.IGNORECASE | re.MULTILINE)


def _element(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"<(?:[A-Za-z][\w.-]*:)?{name}(?:\s[^<>]*)?>"
        r"([^<]*+(?:<!\[CDATA\[(?>.*?\]\]>)[^<]*+)*+)</",
        re.DOTALL,
    )


_LOCATION = _element("loc")
_MODIFIED = _element("lastmod")
_PUBLISHED = _element("publication_date")


class SitemapError(ValueError):
    """What was read is no sitemap."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story that a sitemap names."""

    story: StoryUrl
    modified: datetime | None
    """``lastmod``; of a day alone, its midnight in WIB."""
    published: datetime | None
    """``news:publication_date``, likewise."""


@dataclass(frozen=True, slots=True)
class Child:
    """A further sitemap that an index names."""

    url: str
    modified: datetime | None
    """When it last changed: nothing in it is newer."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """One sitemap, or an index of others."""

    entries: tuple[Entry, ...]
    """The site's stories, in its order, each once."""
    children: tuple[Child, ...]


def read_sitemap(body: bytes, url: str) -> Sitemap:
    """Read a sitemap or an index of sitemaps; of a damaged one whatever entries are whole.

    Other pages than stories, and other sites' addresses, are left out.

    Args:
        body: the file as it came, also packed with gzip and cut in the middle.
        url: its address, for relative links.

    Raises:
        SitemapError: it is none.
    """
    text = _unpacked(body)
    if b"<!--" in text:
        text = _COMMENT.sub(b"", text)
    beginning = _BEGINNING.search(text)
    if beginning is None:
        raise SitemapError("there is no <urlset> and no <sitemapindex>")
    entries: dict[str, Entry] = {}
    children: dict[str, Child] = {}
    for kind, block in _blocks(text, beginning.end()):
        modified = _time(_MODIFIED, block)
        for location in _texts(_LOCATION, block):
            story = story_url(location, url)
            address = site_url(location, url)
            if kind == "sitemap" and address is not None and address != site_url(url):
                children.setdefault(address, Child(address, modified))
            elif kind == "url" and story is not None:
                entry = Entry(story, modified, _time(_PUBLISHED, block))
                entries.setdefault(story.id, entry)
    return Sitemap(tuple(entries.values()), tuple(children.values()))


def sitemaps_of(robots_body: bytes, base: str | None = None) -> tuple[str, ...]:
    """Return the sitemaps of the site that its robots.txt names, each once.

    Args:
        robots_body: the file as it came.
        base: its address; without it only absolute addresses are taken, as is prescribed.
    """
    text = robots_body[:_LARGEST_ROBOTS].decode("utf-8-sig", "replace").replace("\r", "\n")
    named = (site_url(match[1], base) for match in _SITEMAP_LINE.finditer(text))
    return tuple(dict.fromkeys(address for address in named if address))[:MOST_SITEMAPS]


def _unpacked(body: bytes) -> bytes:
    """Return a body without gzip's packing, as far as it can be unpacked."""
    if not body.startswith(_GZIP):
        return body[:LARGEST]
    text = bytearray()
    reader = zlib.decompressobj(_GZIP_FORMAT)
    for at in range(0, len(body), _PIECE):
        piece = body[at : at + _PIECE]
        try:
            text += reader.decompress(piece, LARGEST - len(text))
            if reader.unused_data.startswith(_GZIP):  # another member
                rest, reader = reader.unused_data, zlib.decompressobj(_GZIP_FORMAT)
                text += reader.decompress(rest, LARGEST - len(text))
        except zlib.error:
            break
        if len(text) >= LARGEST:
            break
    return bytes(text)


def _blocks(text: bytes, at: int) -> Iterator[tuple[str, str]]:
    """Yield the kind of each entry, and what stands between its beginning and the next one's."""
    pairs = pairwise(chain(_ENTRY.finditer(text, at), [None]))
    for entry, following in islice(pairs, MOST_ENTRIES):
        if entry is not None:
            end = min(following.start() if following else len(text), entry.end() + _LONGEST_ENTRY)
            yield entry[1].decode(), text[entry.end() : end].decode("utf-8", "replace")


def _texts(element: re.Pattern[str], block: str) -> Iterator[str]:
    for match in element.finditer(block):
        text = entities.unescape(_CDATA.sub(r"\1", match[1])).strip()
        if text and len(text) <= LONGEST_ADDRESS:
            yield text


def _time(element: re.Pattern[str], block: str) -> datetime | None:
    """Return a time of W3C's form; a day alone is its midnight."""
    text = next(_texts(element, block), "")
    is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII)
    moment = stated_time(f"{text}T00:00:00" if is_day else text)
    return moment.astimezone(WIB) if moment else None
