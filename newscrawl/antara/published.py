"""When a story was published, as its page prints it."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, islice

from lxml import etree

from newscrawl.antara.dates import card_time, local_iso, printed_time, stated_time
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import fold

_UPDATED = re.compile(
    r"\b(?:diperbaru?i|diperbaharui|dimutakhirkan|pembaruan|(?:last\s+)?updated)\b"
    r".{0,40}?(?:\b\d{4}\b(?:\D{0,12}\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*(?:WIB|WITA|WIT)\b)?)?"
    r"|\b(?:lalu|ago)\b|\b(?:kemarin|yesterday)\b(?:[\s,]*\d{1,2}[:.]\d\d)?)",
    re.IGNORECASE,
)
"""The time of a change, with the word that says so."""
_MOST_PIECES = 50
"""How many pieces of text a time is looked for in."""


def published(template: type[Template], story: etree._Element, twins: Iterable[str]) -> str | None:
    """Return the time of publication with its offset, or None when the story prints none.

    The time of a change is none of publication; of several times, the one that the page states
    elsewhere too is meant. What is printed has no seconds. Where the page states the same minute
    elsewhere too, the seconds come from there. A date without a time of day is completed in the
    same way, or not taken.

    Args:
        template: says where the exact and the printed time stand.
        story: the template's story element.
        twins: statements of the time elsewhere on the page, ISO 8601.
    """
    for text in template.published(story):
        exact = stated_time(text)
        if exact is not None:
            return local_iso(exact)
    elements = template.printed_date(story)
    times = sorted(_times(_lines(elements)), key=lambda time: not time[1])
    stated: list[datetime] | None = None
    for moment, with_clock in chain(times[:1], _others(elements)):
        if stated is None:
            stated = [twin for twin in map(stated_time, twins) if twin is not None]
        twin = _twin(moment, stated, with_clock=with_clock)
        if twin is not None:
            return local_iso(twin)
    return local_iso(times[0][0]) if times and times[0][1] else None


def counted_back(template: type[Template], story: etree._Element, now: datetime) -> str | None:
    """Return the time of publication that the story prints as ``35 menit lalu``, to the minute.

    It is no more exact than its unit, so a time stated or printed in full anywhere is better.

    Args:
        template: says where the printed time stands.
        story: the template's story element.
        now: when the page was fetched.
    """
    times = (card_time(text, now) for text in _lines(template.printed_date(story)))
    moment = next((moment for moment, with_clock in filter(None, times) if with_clock), None)
    return local_iso(moment.replace(second=0)) if moment else None


def _lines(elements: list[etree._Element]) -> Iterator[str]:
    """Yield the lines in which a time is printed, without the time of a change."""
    for element in elements:
        text = fold(" ".join(element.itertext()))
        yield _UPDATED.sub(" ", text) if _may_be_updated(text) else text


def _may_be_updated(text: str) -> bool:
    """Tell whether a text has one of the words that say so, or a part of it.

    Only letters are looked for that have no other form than the large one.
    """
    lower = text.lower()
    return "perba" in lower or "muta" in lower or "pembaru" in lower or "updated" in lower


def _others(elements: list[etree._Element]) -> Iterator[tuple[datetime, bool]]:
    """Yield the times with a time of day that the pieces of the lines print by themselves."""
    pieces = (text for element in elements for text in element.itertext())
    times = _times(map(fold, islice(pieces, _MOST_PIECES)))
    return (time for time in times if time[1])


def _times(texts: Iterable[str]) -> Iterator[tuple[datetime, bool]]:
    return (time for time in map(printed_time, texts) if time is not None)


def _twin(moment: datetime, stated: list[datetime], *, with_clock: bool) -> datetime | None:
    for twin in stated:
        try:
            local = twin.astimezone(moment.tzinfo)
        except OverflowError:  # the year 1 or 9999, on the other side of midnight
            continue
        if _same_minute(local, moment) if with_clock else local.date() == moment.date():
            return local
    return None


def _same_minute(one: datetime, other: datetime) -> bool:
    return one.replace(second=0, microsecond=0) == other.replace(second=0)
