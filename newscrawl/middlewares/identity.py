"""Who asks: the User-Agent names the program, and how to reach the person who runs it."""

import re
import sys
from typing import Self
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

from newscrawl import __version__
from newscrawl.exits import ArgumentError
from newscrawl.spiders.arguments import is_loopback

_LONGEST = 200
_PLAIN = re.compile(r"[!-~]+")
"""Visible ASCII: no space, no line, nothing that a header could be split with."""
_COMMENT_MARKS = frozenset('()\\<>"')
"""What ends or escapes in a header's comment (RFC 9110, section 5.6.5), or in an address."""
_MAIL = re.compile(r"(?:mailto:)?[^@:/]+@[^@:/.]+(?:\.[^@:/.]+)+")


class Identity:
    """A Scrapy add-on: it is asked before any component is made, for the doctor too."""

    def __init__(self, name: str) -> None:
        """Speak to the user as the spider of that name."""
        self._name = name

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the add-on of a crawler."""
        return cls(crawler.spidercls.name)

    def update_settings(self, settings: BaseSettings) -> None:
        """Put the contact into the User-Agent; a live run without one says how to set it.

        Whoever gives a ``USER_AGENT`` of his own on the command line has his way.

        Raises:
            ArgumentError: the contact is no address.
        """
        contact = contact_of(settings)
        if contact is not None:
            agent = f"newscrawl/{__version__} (+{contact})"
            settings.set("USER_AGENT", agent, priority="spider")
            return
        origin = settings.get("NEWSCRAWL_ORIGIN")
        is_local = origin is not None and is_loopback(urlsplit(origin).hostname or "")
        by_user = (settings.getpriority("USER_AGENT") or 0) >= SETTINGS_PRIORITIES["cmdline"]
        if not is_local and not by_user:
            sys.stderr.write(
                f"{self._name}: tell the site how to reach you: set NEWSCRAWL_CONTACT (environment"
                " variable, or -s NEWSCRAWL_CONTACT=...) to your mail address or a URL\n"
            )


def contact_of(settings: BaseSettings) -> str | None:
    """Return the contact that is set, fit for a header, or None where there is none.

    Raises:
        ArgumentError: it is neither a URL nor a mail address, or holds what neither may.
    """
    contact = str(settings.get("NEWSCRAWL_CONTACT") or "").strip(" ")
    if not contact:
        return None
    plain = _PLAIN.fullmatch(contact) and not _COMMENT_MARKS & set(contact)
    if len(contact) > _LONGEST or not plain or not (_is_url(contact) or _MAIL.fullmatch(contact)):
        raise ArgumentError(
            f"NEWSCRAWL_CONTACT={contact[:_LONGEST]!r} is neither a mail address nor a URL of at"
            f" most {_LONGEST} plain characters, such as https://example.org/contact"
        )
    return contact


def _is_url(contact: str) -> bool:
    try:
        parts = urlsplit(contact)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in contact
    except ValueError:
        return False
