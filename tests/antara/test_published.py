"""The printed time of publication among other times."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.articles import Hints
from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.published import _UPDATED, _may_be_updated
from newscrawl.antara.urls import story_url
from tests.antara.pages import URL, era_d, read

_META = '<meta property="article:published_time" content="2026-06-05T19:42:37+07:00">'


@pytest.mark.parametrize(
    ("info", "head", "wanted"),
    [
        ("Diperbarui: Jumat, 5 Juni 2026 20:10 WIB</span> <span>Jumat, 5 Juni 2026 19:42 WIB", "", "2026-06-05T19:42:00+07:00"),
        ("Updated: June 6, 2026 20:10 GMT+7</span><span>June 5, 2026 19:42 GMT+7", "", "2026-06-05T19:42:00+07:00"),
        ("Sabtu, 6 Juni 2026 20:10 WIB</span><span>Jumat, 5 Juni 2026 19:42 WIB", _META, "2026-06-05T19:42:37+07:00"),
        ("Jumat, 5 Juni 2026 19:42 WIB</span><span>Diperbarui: 6 Juni 2026 20:10 WIB", "", "2026-06-05T19:42:00+07:00"),
        ("Jumat, 5 Juni 2026</span><span>20:10 WIB", _META, "2026-06-05T20:10:00+07:00"),
        ("Diperbarui: Jumat, 5 Juni 2026 20:10 WIB", "", None),
        ("Diperbarui 2 jam lalu Jumat, 5 Juni 2026 19:42 WIB", "", "2026-06-05T19:42:00+07:00"),
        ("Diperbarui 5 menit lalu</span><span>35 menit lalu", "", "2026-06-05T19:55:00+07:00"),
        ("Diperbarui 5 menit lalu", "", None),
        ("Diperbarui kemarin 08:05", "", None),
    ],
)  # fmt: skip
def test_a_change_is_no_publication(info: str, head: str, wanted: str | None) -> None:
    """Its label tells, or what the page states elsewhere."""
    article = read(era_d("Teras berita.", info=info, head=head))
    assert article.date_published == wanted


def test_a_time_that_no_other_zone_can_tell_is_passed_over() -> None:
    """A stated time at the end of the calendar is no reason to fail."""
    for stated in ("9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+00:00"):
        head = f'<meta property="article:published_time" content="{stated}">'
        article = read(era_d("Teras berita.", info="Jumat, 5 Juni 2026 19:42 WIB", head=head))
        assert article.date_published == "2026-06-05T19:42:00+07:00"


@pytest.mark.parametrize(
    ("info", "head", "wanted"),
    [
        ("35 menit lalu", "", "2026-06-05T19:55:00+07:00"),
        ("2 Jam Lalu</span><span>waktu baca 3 menit", "", "2026-06-05T18:30:00+07:00"),
        ("5 minutes ago", "", "2026-06-05T20:25:00+07:00"),
        ("Kemarin 08:05", "", "2026-06-04T08:05:00+07:00"),
        ("3 hari lalu", "", None),
        ("Kemarin", "", None),
        ("48 menit lalu", _META, "2026-06-05T19:42:37+07:00"),
        ("Jumat, 5 Juni 2026 19:42 WIB, 50 menit lalu", "", "2026-06-05T19:42:00+07:00"),
    ],
)
def test_a_relative_time_counts_back_from_the_fetch(
    info: str, head: str, wanted: str | None
) -> None:
    """It is to the minute; any exact time of the page is better, and days alone are no time."""
    assert read(era_d("Teras berita.", info=info, head=head)).date_published == wanted


def test_the_feeds_time_is_better_than_a_relative_one() -> None:
    """The feed's item is exact to the second."""
    story = story_url(URL)
    assert story is not None
    item = FeedItem(story, "Judul", "Teras", datetime(2026, 6, 5, 12, 42, 30, tzinfo=UTC), None)
    article = read(era_d("Teras berita.", info="1 jam lalu"), hints=Hints(feed_item=item))
    assert article.date_published == "2026-06-05T12:42:30+00:00"
    assert article.fallbacks["date_published"] == "feed"


@pytest.mark.parametrize("info", ["8 jam lalu", "3 hari lalu"])
def test_a_later_visit_knows_the_time_of_the_first(info: str) -> None:
    """What is counted back means another time at each visit, which is no correction."""
    known = Hints(published=datetime(2026, 6, 5, 5, 30, tzinfo=UTC))
    article = read(era_d("Teras berita.", info=info), hints=known)
    assert article.date_published == "2026-06-05T12:30:00+07:00"
    exact = read(era_d("Teras berita.", info="Jumat, 5 Juni 2026 12:35 WIB"), hints=known)
    assert exact.date_published == "2026-06-05T12:35:00+07:00"


_WORDS = [
    "Diperbarui", "diperbarui", "DIPERBARU\u0130", "d\u0131perbaharui", "Dimuta\u212airkhan", "DIMUTAKHIRKAN",
    "dimuta\u212ahirkan", "pembaruan", "last Updated", ":", " ", "2026", "19:42", "WIB", "2 jam", "lalu", "kemarin",
]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(_WORDS), max_size=6).map(" ".join))
def test_a_change_is_looked_for_where_one_may_be(text: str) -> None:
    """A line that has no part of the words for a change names none."""
    assert _may_be_updated(text) or _UPDATED.search(text) is None
