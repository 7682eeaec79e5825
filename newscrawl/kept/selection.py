"""Which of the kept records a report or an export is about."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from newscrawl.clock import WIB
from newscrawl.exits import ArgumentError


@dataclass(frozen=True, slots=True)
class Selection:
    """What to take; everything, each story in its newest revision, by default."""

    since: date | None = None
    """First day of publication, in Asia/Jakarta."""
    until: date | None = None
    """Last day of publication, included."""
    sections: frozenset[str] = field(default_factory=frozenset)
    """Names of sections, case-folded; empty for all."""
    all_revisions: bool = False
    """Whether earlier revisions of a story are taken too."""

    def takes(self, record: Mapping[str, Any]) -> bool:
        """Tell whether a record belongs to it.

        As with a crawl, stories without a date of publication are in every range; one that is no
        ISO 8601 time with an offset is none. A section is one that the page names for itself, or
        one of its breadcrumbs. Nothing is taken for granted of the fields: a line may be damaged.
        """
        return self._is_in_range(record.get("date_published")) and self._is_in_section(record)

    def _is_in_range(self, published: Any) -> bool:
        if self.since is None and self.until is None:
            return True
        day = _day_in_jakarta(published)
        if day is None:
            return True
        return (self.since is None or day >= self.since) and (
            self.until is None or day <= self.until
        )

    def _is_in_section(self, record: Mapping[str, Any]) -> bool:
        if not self.sections:
            return True
        crumbs = record.get("breadcrumbs")
        named = [record.get("section"), *(crumbs if isinstance(crumbs, list) else ())]
        return any(isinstance(name, str) and name.casefold() in self.sections for name in named)

    def __str__(self) -> str:
        """Return it as a person would say it: ``2026-11-01 to 2026-11-20, section dunia``."""
        parts = []
        if self.since or self.until:
            parts.append(f"{self.since or 'the beginning'} to {self.until or 'now'}")
        if self.sections:
            parts.append(f"section {', '.join(sorted(self.sections))}")
        if self.all_revisions:
            parts.append("all revisions")
        return ", ".join(parts) or "everything"


def _day_in_jakarta(published: Any) -> date | None:
    if not isinstance(published, str):
        return None
    try:
        time = datetime.fromisoformat(published)
        return time.astimezone(WIB).date() if time.tzinfo else None
    except (ValueError, OverflowError):  # the year 1 or 9999, moved across its border
        return None


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--since``, ``--until`` and ``--section`` to a command."""
    parser.add_argument(
        "--since", metavar="DAY", help="first day of publication, YYYY-MM-DD in Asia/Jakarta"
    )
    parser.add_argument("--until", metavar="DAY", help="last day of publication, included")
    parser.add_argument(
        "--section",
        metavar="NAME",
        help="stories of this section alone, such as dunia; several with commas between",
    )


def selection(opts: argparse.Namespace, *, all_revisions: bool = False) -> Selection:
    """Return what the options of a command line ask for.

    Raises:
        ArgumentError: a day or a section is malformed, or the first day is after the last.
    """
    since, until = _day("--since", opts.since), _day("--until", opts.until)
    if since is not None and until is not None and since > until:
        raise ArgumentError(f"--since {since} is after --until {until}")
    return Selection(since, until, _sections(opts.section), all_revisions)


def _day(name: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text) if len(text) == len("2026-11-01") else None
    except ValueError:
        day = None
    if day is None:
        raise ArgumentError(f"{name} takes a day such as 2026-11-01, not {text!r}")
    return day


def _sections(text: str | None) -> frozenset[str]:
    if text is None:
        return frozenset()
    names = frozenset(name.strip().casefold() for name in text.split(","))
    if "" in names:
        raise ArgumentError(f"--section takes a name such as dunia, not {text!r}")
    return names
