"""robots.txt across runs: how long an answer is good, and whose it is."""

from datetime import timedelta
from pathlib import Path

import pytest
from scrapy.http import Response

from newscrawl.ledger.database import connect
from newscrawl.ledger.robots import LONGEST, RobotsAnswer, RobotsCache
from newscrawl.middlewares.robots import _good_for
from tests.making import NOON

WWW = "www.antaranews.com"
RULES = RobotsAnswer(200, b"User-agent: *\nDisallow: /secret\n")


@pytest.mark.parametrize(
    ("good_for", "hours", "is_known"),
    [(24, 23.99, True), (24, 24, False), (100, 24, False), (1, 0.99, True), (1, 1, False)],
)
def test_how_long_an_answer_is_good(
    tmp_path: Path, good_for: float, hours: float, is_known: bool
) -> None:
    """An answer is good for a day at most (RFC 9309, 2.4), and for less where it says so."""
    cache = RobotsCache(connect(tmp_path / "ledger.db"), is_local=False)
    cache.put(WWW, RULES, NOON, timedelta(hours=good_for))
    found = cache.get(WWW, NOON + timedelta(hours=hours))
    assert found == (RULES if is_known else None)
    cache._database.close()


def test_whose_it_is(tmp_path: Path) -> None:
    """Each host has its own, and one on this machine that stands for it another."""
    database = connect(tmp_path / "ledger.db")
    site, local = (RobotsCache(database, is_local=is_local) for is_local in (False, True))
    site.put(WWW, RULES, NOON, LONGEST)
    local.put(WWW, RobotsAnswer(404, b""), NOON, LONGEST)
    assert site.get(WWW, NOON) == RULES
    assert local.get(WWW, NOON) == RobotsAnswer(404, b"")
    assert site.get("en.antaranews.com", NOON) is None
    database.close()


def test_an_answer_that_may_not_be_kept(tmp_path: Path) -> None:
    """An answer that is good for no time takes the place of the one before: nothing is known."""
    cache = RobotsCache(connect(tmp_path / "ledger.db"), is_local=False)
    cache.put(WWW, RULES, NOON, LONGEST)
    cache.put(WWW, RobotsAnswer(200, b""), NOON, timedelta())
    assert cache.get(WWW, NOON) is None
    cache._database.close()


def test_a_clock_that_was_wrong(tmp_path: Path) -> None:
    """An answer from a time to come is not believed for years."""
    cache = RobotsCache(connect(tmp_path / "ledger.db"), is_local=False)
    cache.put(WWW, RULES, NOON + timedelta(days=400), LONGEST)
    assert cache.get(WWW, NOON) is None
    cache._database.close()


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 86400),
        ({"Cache-Control": "max-age=600"}, 600),
        ({"Cache-Control": 'public, Max-Age="600"'}, 600),
        ({"Cache-Control": "max-age=999999999"}, 86400),
        ({"Cache-Control": "max-age=600", "Age": "500"}, 100),
        ({"Cache-Control": "max-age=0, must-revalidate"}, 0),
        ({"Cache-Control": "no-store"}, 0),
        ({"Cache-Control": "private, no-cache"}, 0),
        ({"Cache-Control": "max-age=soon"}, 86400),
        ({"Age": "garbage"}, 86400),
    ],
)
def test_what_the_headers_say(headers: dict[str, str], seconds: int) -> None:
    """A day, or less where Cache-Control says less."""
    assert _good_for(Response("https://x/", headers=headers)) == timedelta(seconds=seconds)
