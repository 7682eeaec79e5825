"""What ``-a name=value`` takes: checked before anything else happens."""

import difflib
import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from newscrawl import clock
from newscrawl.antara.editions import EDITIONS, Edition, edition
from newscrawl.antara.urls import StoryUrl, is_site_host, story_url
from newscrawl.clock import WIB
from newscrawl.exits import ArgumentError

DEFAULT_FOLLOW_DEPTH = 2
Order = Literal["newest", "oldest"]

_SECTION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?")
_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off", ""})


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one run, in their own types."""

    edition: Edition
    sections: tuple[str, ...]
    origin: str | None = None
    """Where requests for the site's hosts go instead, such as ``http://127.0.0.1:8000``."""
    since: date | None = None
    until: date | None = None
    """First and last day of ``date_published`` in Asia/Jakarta, both included."""
    urls: tuple[StoryUrl, ...] = ()
    follow_depth: int = DEFAULT_FOLLOW_DEPTH
    max_articles: int | None = None
    feed_only: bool = False
    order: Order = "newest"
    """Which day of the range is walked first."""

    @property
    def earliest(self) -> datetime | None:
        """The first moment of the range."""
        return None if self.since is None else datetime.combine(self.since, time(), WIB)

    @property
    def latest(self) -> datetime | None:
        """The first moment after the range."""
        if self.until is None:
            return None
        return datetime.combine(self.until + timedelta(days=1), time(), WIB)

    @property
    def main_hosts(self) -> frozenset[str]:
        """The edition's host, and those of the stories that the user named."""
        named = (urlsplit(story.address).hostname or "" for story in self.urls)
        return frozenset({self.edition.host, *named})

    @property
    def is_local(self) -> bool:
        """Whether every request goes to this machine, so that there is nobody to be polite to."""
        return self.origin is not None and is_loopback(urlsplit(self.origin).hostname or "")

    def settings(self) -> dict[str, Any]:
        """Return what the arguments mean for Scrapy's settings; the command line outranks it."""
        there: dict[str, Any] = {}
        if self.feed_only:  # one page with many records, which share a flush
            there["CONCURRENT_ITEMS"] = 100
        if self.origin is not None:
            there["NEWSCRAWL_ORIGIN"] = self.origin
        if self.is_local:  # nobody to be polite to, and no proxy on the way
            there |= {
                "DOWNLOAD_DELAY": 0,
                "NEWSCRAWL_BACKOFF": 0.05,
                "CONCURRENT_REQUESTS": 8,
                "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
                "HTTPPROXY_ENABLED": False,
            }
        return there

    def skip_reason(self, depth: int, published: datetime | None) -> str | None:
        """Return why a story is not to be fetched; one without a date is in every range."""
        if depth > self.follow_depth:
            return "too_deep"
        if published is None:
            return None
        first, end = self.earliest, self.latest
        too_early = first is not None and published < first
        too_late = end is not None and published >= end
        return "out_of_range" if too_early or too_late else None


def parse(given: Mapping[str, str]) -> Arguments:
    """Return the arguments of a run from what the user gave.

    Raises:
        ArgumentError: a name is unknown or a value malformed; the message says what is taken.
    """
    for name in given:
        if name not in _READERS:
            raise ArgumentError(_unknown(name))
    values = {name: _READERS[name][0](name, value) for name, value in given.items()}
    values.setdefault("edition", edition("id"))
    sections = values.pop("section", None) or (values["edition"].world_section,)
    arguments = Arguments(sections=sections, **values)
    if arguments.since and arguments.until and arguments.since > arguments.until:
        raise ArgumentError(
            f"since={arguments.since} is after until={arguments.until}:"
            " since takes the first day of the range, until the last"
        )
    if arguments.since and arguments.since > clock.now().astimezone(WIB).date():
        raise ArgumentError(f"since={arguments.since} is still to come: nothing was published then")
    if "order" in given and not arguments.since:
        raise ArgumentError("order is of the days from since to until: give since, too")
    if arguments.feed_only and arguments.urls:
        raise ArgumentError("urls names article pages, and feed_only requests none: give one")
    return arguments


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, _READERS, n=1)
    hint = f" (did you mean {near[0]!r}?)" if near else ""
    return f"unknown argument {name!r}{hint}; antara takes {', '.join(_READERS)}"


def _refuse(name: str, value: str, why: str = "") -> ArgumentError:
    takes = _READERS[name][1]
    return ArgumentError(f"{name}={value!r}{': ' + why if why else ''}; {name} takes {takes}")


def _read_sections(name: str, value: str) -> tuple[str, ...]:
    sections = tuple(part.strip().strip("/") for part in value.split(","))
    for section in sections:
        if not _SECTION.fullmatch(section):
            raise _refuse(name, value)
    return tuple(dict.fromkeys(sections))


def _read_edition(name: str, value: str) -> Edition:
    if value not in EDITIONS:
        raise _refuse(name, value)
    return edition(value)


def _read_origin(name: str, value: str) -> str:
    try:
        parts = urlsplit(value)
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError as error:
        raise _refuse(name, value, str(error)) from error
    host = parts.hostname or ""
    bare = not (parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc)
    if parts.scheme not in ("http", "https") or not bare:
        raise _refuse(name, value)
    if not (is_loopback(host) or is_site_host(host)):
        raise _refuse(name, value, f"{host or 'no host'} is neither this machine nor the site")
    return f"{parts.scheme}://{host}{port}"


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    if host == "localhost":  # RFC 6761, section 6.3: always this machine
        return True
    try:
        return ipaddress.IPv4Address(host).is_loopback  # Scrapy's resolver knows no other
    except ValueError:
        return False


def _read_day(name: str, value: str) -> date:
    try:
        return datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=WIB).date()
    except ValueError as error:
        raise _refuse(name, value) from error


def _read_count(name: str, value: str) -> int:
    least = 0 if name == "follow_depth" else 1
    if not (value.isascii() and value.isdigit() and int(value) >= least):
        raise _refuse(name, value)
    return int(value)


def _read_flag(name: str, value: str) -> bool:
    if value.lower() not in _TRUE | _FALSE:
        raise _refuse(name, value)
    return value.lower() in _TRUE


def _read_order(name: str, value: str) -> Order:
    if value not in ("newest", "oldest"):
        raise _refuse(name, value)
    return "newest" if value == "newest" else "oldest"


def _read_urls(name: str, value: str) -> tuple[StoryUrl, ...]:
    """Read story addresses from a comma list, or from a file with one a line."""
    if re.match(r"https?:", value, re.IGNORECASE):
        given = [("", url.strip()) for url in value.split(",")]
    else:
        try:
            lines = Path(value or "''").read_text(encoding="utf-8-sig").splitlines()
        except OSError as error:
            raise _refuse(name, value, f"{error.strerror}") from error
        except ValueError as error:
            raise _refuse(name, value, "no text in UTF-8") from error
        given = [(f"line {number}: ", line.strip()) for number, line in enumerate(lines, 1)]
    stories: dict[str, StoryUrl] = {}
    for place, url in given:
        if not url or url.startswith("#"):
            continue
        story = story_url(url)
        if story is None:
            raise _refuse(name, value, f"{place}{url!r} is no address of a story of the site")
        stories.setdefault(story.id, story)
    if not stories:
        raise _refuse(name, value, "it names no story")
    return tuple(stories.values())


_READERS: dict[str, tuple[Callable[[str, str], Any], str]] = {
    "section": (
        _read_sections,
        "a section of the site such as dunia or dunia/asean, or a comma list",
    ),
    "edition": (_read_edition, f"one of {', '.join(EDITIONS)}"),
    "origin": (
        _read_origin,
        (
            "http:// or https:// with a loopback address such as http://127.0.0.1:8000, or a host"
            " of the site, and nothing behind it"
        ),
    ),
    "since": (_read_day, "a day as YYYY-MM-DD (Asia/Jakarta, included)"),
    "until": (_read_day, "a day as YYYY-MM-DD (Asia/Jakarta, included)"),
    "urls": (_read_urls, "addresses of stories in a comma list, or a file with one a line"),
    "follow_depth": (_read_count, "a whole number, 0 to follow no links"),
    "max_articles": (_read_count, "a whole number, 1 or more"),
    "feed_only": (_read_flag, "true or false"),
    "order": (_read_order, "newest or oldest: which day of the range is walked first"),
}
"""Every argument with its reader and, for messages, what it takes."""

TAKES = {name: takes for name, (_, takes) in _READERS.items()}
"""What each argument takes, for the help."""
