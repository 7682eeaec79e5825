"""Where the site lists a day: addresses, and whether what came is the day's list."""

from datetime import UTC, date, datetime

import pytest

from newscrawl.antara.archives import WAYS, belongs, tag_address
from newscrawl.antara.editions import ENGLISH, NATIONAL, edition
from newscrawl.antara.listings import read_listing
from newscrawl.antara.urls import canonical
from tests.antara.test_listings import card, page

_DAY = date(2019, 1, 2)
_NOW = datetime(2026, 9, 6, 3, 30, tzinfo=UTC)  # 10:30 WIB


def test_the_ways_to_a_day_in_their_order() -> None:
    """The forms that were seen with stories come first, those that were seen missing last."""
    assert {way.name: way.address(NATIONAL, _DAY) for way in WAYS} == {
        "index-dmy": "https://www.antaranews.com/indeks/02-01-2019",
        "search-query": "https://www.antaranews.com/search?q=%20&startDate=02-01-2019&endDate=02-01-2019",
        "search-path": "https://www.antaranews.com/search/%20/02-01-2019/02-01-2019",
        "index-path": "https://www.antaranews.com/indeks/2019/01/02",
        "index-ymd": "https://www.antaranews.com/indeks/2019-01-02",
        "index-section": "https://www.antaranews.com/indeks/terkini/2019-01-02",
    }
    assert next(iter(WAYS)).name == "index-dmy"
    assert [way.name for way in WAYS[-2:]] == ["index-ymd", "index-section"]


def test_every_edition_lists_its_own_days() -> None:
    """The address is on the edition's host."""
    assert WAYS[0].address(edition("bali"), _DAY) == "https://bali.antaranews.com/indeks/02-01-2019"


def test_addresses_are_told_apart_in_their_canonical_form() -> None:
    """No two days, and no two ways, have one canonical address."""
    days = (_DAY, date(2019, 2, 1))
    found = [canonical(way.address(NATIONAL, day)) for way in WAYS for day in days]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("whens", "day", "wanted"),
    [
        (["2 Januari 2019", "2 Januari 2019"], _DAY, True),
        (["6 September 2026", "2 Januari 2019", "2 Januari 2019"], _DAY, True),  # one is pinned
        (["1 jam lalu", "2 jam lalu", "Kemarin 08:05"], _DAY, False),
        (["3 Januari 2019", "3 Januari 2019"], _DAY, False),
        (["3 Januari 2019", "2 Januari 2019"], _DAY, False),
        (["", ""], _DAY, None),
        ([], _DAY, None),
        (["", "2 Januari 2019"], _DAY, True),
        (["35 menit lalu"], date(2026, 9, 6), True),
        (["11 jam lalu"], date(2026, 9, 5), True),
        (["Kemarin 08:05"], date(2026, 9, 5), True),
        (["2 minggu lalu"], date(2026, 8, 20), True),
        (["2 minggu lalu"], date(2026, 8, 12), False),
    ],
)
def test_whether_a_list_is_a_days(whens: list[str], day: date, wanted: bool | None) -> None:
    """A site that ignores the day shows other days' stories; without dates nobody can tell."""
    cards = "".join(card(f"/berita/{at}/x", when) for at, when in enumerate(whens, start=1))
    listing = read_listing(page(cards), "https://www.antaranews.com/indeks/x", _NOW)
    assert len(listing.cards) == len(whens)
    assert belongs(listing, day) is wanted


@pytest.mark.parametrize(
    ("tag", "path"),
    [
        ("rusia", "rusia"),
        ("Timur Tengah", "timur-tengah"),
        ("ikn-nusantara", "ikn-nusantara"),
        ("Covid-19 (B.1.1)", "covid-19-b-1-1"),
        ("  F_16 ", "f-16"),
        ("São Tomé", "s%C3%A3o-tom%C3%A9"),
    ],
)
def test_where_a_tag_is_listed(tag: str, path: str) -> None:
    """A tag as printed becomes the slug of its page."""
    assert tag_address(ENGLISH, tag) == f"https://en.antaranews.com/tag/{path}"
