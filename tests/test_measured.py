"""What a run counts while it goes on."""

from newscrawl.items import Discovered
from newscrawl.measured import Measured
from tests.making import article


def test_requests_and_answers() -> None:
    """A request without an answer stays counted as one; the bytes are those of the bodies."""
    measured = Measured()
    for _ in range(3):
        measured.count_request("feed")
    measured.count_response("feed", 200, 70)
    measured.count_response("feed", 304, 0)
    assert +measured.requests["feed"] == {"200": 1, "304": 1, "none": 1}
    assert measured.bytes == {"feed": 70}


def test_records_by_template_and_fallback() -> None:
    """Each record counts for its template, each of its fallbacks with where it came from."""
    measured = Measured()
    measured.count_record(article(1, fallbacks={"body": "generic"}, near_duplicate_of="antara:9"))
    measured.count_record(article(2, template="AMP"))
    assert measured.templates == {"D": 1, "AMP": 1}
    assert measured.fallbacks == {"body: generic": 1}
    assert measured.near_duplicates == 1
    assert measured.coverage["article"]["headline"] == [2, 2]
    assert measured.coverage["article"]["tags"] == [0, 2]


def test_only_new_stories_are_compared() -> None:
    """What a link leads to is in the report, and says nothing of how the site looks now."""
    measured = Measured()
    old = article(1, discovered=Discovered(via="related", depth=1))
    assert measured.count_record(old) == []
    assert measured.today == {}
    assert "tags" in measured.count_record(article(2))
    assert measured.today["article"]["headline"] == [1, 1]
    measured.count_page(is_readable=False)
    assert measured.today["page"]["readable"] == [1, 2]


def test_how_long_a_story_was_out() -> None:
    """Seconds from publication to fetch, where both are known and in their order."""
    measured = Measured()
    measured.count_record(article(1))
    measured.count_record(article(2, date_published=None))
    measured.count_record(article(3, date_published="2026-11-20T13:00:00+07:00"))
    assert [delay for _, delay in measured.appeared] == [3 * 3600]


def test_metadata_of_a_feed_is_a_kind_of_its_own() -> None:
    """A record without a body by intent is not compared with whole stories."""
    measured = Measured()
    measured.count_record(article(1, template="feed", body=None))
    assert set(measured.today) == {"feed", "page"}
