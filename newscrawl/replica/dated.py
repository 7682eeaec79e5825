"""Which stories the address of a dated list or of a search asks for."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import quote, unquote

from newscrawl.replica.offers import Index, Offers

_N = r"(?:/(?P<page>\d{1,4}))?/?$"
_INDEX: dict[Index, tuple[re.Pattern[str], str, str]] = {
    "dmy": (re.compile(r"^/indeks/(?P<day>\d\d-\d\d-\d{4})" + _N), "%d-%m-%Y", "/indeks/"),
    "ymd": (re.compile(r"^/indeks/(?P<day>\d{4}-\d\d-\d\d)" + _N), "%Y-%m-%d", "/indeks/"),
    "path": (re.compile(r"^/indeks/(?P<day>\d{4}/\d\d/\d\d)" + _N), "%Y/%m/%d", "/indeks/"),
    "section": (
        re.compile(r"^/indeks/terkini/(?P<day>\d{4}-\d\d-\d\d)" + _N),
        "%Y-%m-%d",
        "/indeks/terkini/",
    ),
}
"""Each form's address, how it writes a day, and what stands before the day."""
_TODAY = re.compile(r"^/indeks" + _N)
_SEARCH = re.compile(r"^/search/(?P<q>[^/]*)/(?P<first>[\d-]{10})/(?P<last>[\d-]{10})" + _N)
_DAY_FORMS = ("%d-%m-%Y", "%Y-%m-%d")


class Asked(NamedTuple):
    """A page of the stories of some days."""

    first: date
    last: date
    words: str
    """What the headlines must have in them; nothing for all stories."""
    page: int
    cards: int
    """How many of them a page has."""
    address: Callable[[int], str]
    """Returns path and query of a page by its number."""


def is_dated(path: str) -> bool:
    """Whether a path is that of a dated list or a search in any form, offered or not."""
    return path.split("/", 2)[1] in {"indeks", "search"}


def asked(offers: Offers, path: str, query: Mapping[str, str], today: date) -> Asked | None:
    """Return what an address asks for; none if its form is not offered or its day is no day."""
    if path.startswith("/indeks"):
        return _indexed(offers.index, offers.index_cards, path, today) if offers.index else None
    if offers.search == "path":
        return _searched_by_path(offers, path)
    return _searched_by_query(offers, path, query, today) if offers.search else None


def _indexed(index: Index, cards: int, path: str, today: date) -> Asked | None:
    pattern, form, before = _INDEX[index]
    if found := _TODAY.match(path):
        day: date | None = today
        base = "/indeks"
    elif found := pattern.match(path):
        day, base = _day(found["day"], form), before + found["day"]
    else:
        return None
    if day is None:
        return None
    return Asked(day, day, "", int(found["page"] or 1), cards, _numbered(base))


def _searched_by_path(offers: Offers, path: str) -> Asked | None:
    found = _SEARCH.match(path)
    if not found:
        return None
    first, last = _day(found["first"], *_DAY_FORMS), _day(found["last"], *_DAY_FORMS)
    if first is None or last is None:
        return None
    words = unquote(found["q"])
    base = f"/search/{quote(words)}/{found['first']}/{found['last']}"
    page = int(found["page"] or 1)
    return Asked(first, last, words.strip(), page, offers.search_cards, _numbered(base))


def _searched_by_query(
    offers: Offers, path: str, query: Mapping[str, str], today: date
) -> Asked | None:
    """Without dates, the search is one for words alone; without a day that there is, none."""
    if path.rstrip("/") != "/search":
        return None
    words, number = query.get("q", ""), query.get("page", "1")
    first = _day(query["startDate"], *_DAY_FORMS) if "startDate" in query else date.min
    last = _day(query["endDate"], *_DAY_FORMS) if "endDate" in query else today
    if first is None or last is None or not re.fullmatch(r"[0-9]{1,4}", number):
        return None
    kept = "".join(
        f"&{name}={quote(query[name])}" for name in ("startDate", "endDate") if name in query
    )
    base = f"/search?q={quote(words)}{kept}"
    return Asked(
        first,
        last,
        words.strip(),
        int(number),
        offers.search_cards,
        lambda page: base if page == 1 else f"{base}&page={page}",
    )


def _numbered(base: str) -> Callable[[int], str]:
    return lambda page: base if page == 1 else f"{base}/{page}"


def _day(text: str, *forms: str) -> date | None:
    for form in forms:
        with suppress(ValueError):
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day alone
    return None
