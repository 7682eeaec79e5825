"""What a page says, as a person wrote it down: text by its digest, the rest as it stands."""

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


def digest(text: str) -> str:
    """Return a short digest of a text: equal for texts that differ in white space only."""
    return hashlib.sha256(normal(text).encode()).hexdigest()[:16]


def normal(text: str) -> str:
    """Return a text in NFC with its white space folded."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


@dataclass(frozen=True, kw_only=True)
class Truth:
    """What is right for a page; None and an empty list are what the page does not say."""

    template: str
    headline: str | None
    """Its digest, and so the description's."""
    description: str | None
    section: str | None
    tags: Sequence[str]
    language: str
    date_published: str | None
    date_modified: str | None
    reporters: Sequence[str]
    translators: Sequence[str]
    editors: Sequence[str]
    image: str | None
    body: str | None
    """The text itself; it is used here and written nowhere."""
    dateline: str | None
    """What stands before the body, which a tool may as well take for a part of it."""

    @property
    def authors(self) -> Sequence[str]:
        """The reporters, or the translators of a story that names no reporter."""
        return self.reporters or self.translators

    @property
    def bodies(self) -> list[str]:
        """The forms of the body that count as right: with and without the dateline."""
        if self.body is None:
            return []
        return [self.body, self.dateline + self.body] if self.dateline else [self.body]


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be read by every tool."""

    name: str
    path: Path
    url: str
    fetched_at: str
    truth: Truth
    record: dict[str, Any] | None
    """The whole record that newscrawl should give, where it is written down."""

    @property
    def request(self) -> dict[str, str]:
        """The page as the protocol names it."""
        return {"path": str(self.path), "url": self.url, "fetched_at": self.fetched_at}


def digest_or_none(text: str | None) -> str | None:
    """Return the digest of a text that is there."""
    return None if text is None else digest(text)
