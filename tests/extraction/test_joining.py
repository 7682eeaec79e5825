"""Pages of a story that has several find each other in an archive, in bounded memory."""

from datetime import UTC, datetime
from pathlib import Path

from newscrawl.antara.urls import story_url
from newscrawl.archive.captures import Capture
from newscrawl.archive.told import Told
from newscrawl.extraction.joining import MOST_WAITING, Divided, Joining
from newscrawl.extraction.sources import Story
from newscrawl.items import Discovered

_NOTHING = Divided(frozenset())


def address(story: int, page: str = "") -> str:
    """Return the address of a page of an invented story."""
    return f"https://www.antaranews.com/berita/{story}/kabar{page}"


def capture(story: int, page: str = "", status: int = 200, told: Told | None = None) -> Capture:
    """Return an archived page of an invented story."""
    return Capture(
        url=address(story, page),
        fetched_at=datetime(2026, 11, 20, tzinfo=UTC),
        status=status,
        headers=(),
        body=b"",
        path=Path("a.warc.gz"),
        offset=0,
        beginning=0,
        told=told,
    )


def says(*pages: str) -> Divided:
    """Return what a page says that leads to others of its story."""
    return Divided.by(address(1, page) for page in pages)


def test_a_story_is_whole_with_its_last_page() -> None:
    """The first page waits for all that it leads to; they may come in any order."""
    joining = Joining()
    first, second, third = capture(1), capture(1, "?page=2"), capture(1, "?page=3")
    assert list(joining.add(first, says("?page=2", "?page=3"))) == []
    assert list(joining.add(third, _NOTHING)) == []
    assert list(joining.add(second, says("?page=3"))) == [Story(first, (second, third))]
    assert list(joining.rest()) == []


def test_a_page_that_only_the_one_before_it_names() -> None:
    """Where each page names no more than the next one, the chain is followed."""
    joining = Joining()
    first, second, third = capture(1), capture(1, "?page=2"), capture(1, "?page=3")
    assert list(joining.add(first, says("?page=2"))) == []
    assert list(joining.add(second, says("?page=3"))) == []
    assert list(joining.add(third, _NOTHING)) == [Story(first, (second, third))]


def test_the_page_that_has_all() -> None:
    """It is waited for alone, and the numbered ones stand in where it is not there."""
    joining = Joining()
    first, whole = capture(1), capture(1, "?page=all")
    leads = Divided(frozenset({0}), frozenset({2, 3}))
    assert list(joining.add(first, leads)) == []
    assert list(joining.add(whole, _NOTHING)) == [Story(first, (whole,))]
    second, third = capture(1, "?page=2"), capture(1, "?page=3")
    assert list(joining.add(first, leads)) == []
    assert list(joining.add(second, _NOTHING)) == []
    assert list(joining.add(third, _NOTHING)) == [Story(first, (second, third))]


def test_pages_that_are_not_there() -> None:
    """What is missing when the story comes again, or at the end, is counted and left out."""
    joining = Joining()
    first, third = capture(1), capture(1, "?page=3")
    assert list(joining.add(first, says("?page=2", "?page=3"))) == []
    assert list(joining.add(third, _NOTHING)) == []
    again = capture(1)
    assert list(joining.add(again, says("?page=2"))) == [Story(first, (third,), missing=1)]
    assert list(joining.rest()) == [Story(again, (), missing=1)]


def test_a_page_that_the_site_does_not_have() -> None:
    """A story is whole without it; of another visit, or of no story, its absence says nothing."""
    joining = Joining()
    first, third, gone = capture(1), capture(1, "?page=3"), capture(1, "?page=2", 404)
    for _ in range(2):
        assert list(joining.add(gone, _NOTHING)) == []
        assert list(joining.add(first, says("?page=2", "?page=3"))) == []
        assert list(joining.add(gone, _NOTHING)) == []
        assert list(joining.add(third, _NOTHING)) == [Story(first, (third,))]
    assert list(joining.rest()) == []


def test_the_page_that_has_all_is_not_there() -> None:
    """Then its parts are what the story is made of."""
    joining = Joining()
    first, second = capture(1), capture(1, "?page=2")
    assert list(joining.add(first, Divided(frozenset({0}), frozenset({2})))) == []
    assert list(joining.add(capture(1, "?page=all", 404), _NOTHING)) == []
    assert list(joining.add(second, _NOTHING)) == [Story(first, (second,))]


def test_a_visit_that_a_crawl_broke_off() -> None:
    """It made no record of it before it asked for the story again; the last visit stands."""
    joining = Joining()
    story = story_url(address(1))
    assert story is not None
    first = capture(1, told=Told("20261120T050000Z", story, Discovered()))
    assert list(joining.add(first, says("?page=2"))) == []
    assert list(joining.add(first, says("?page=2"))) == []
    second = capture(1, "?page=2")
    assert list(joining.add(second, _NOTHING)) == [Story(first, (second,))]
    assert list(joining.add(first, says("?page=2"))) == []
    assert list(joining.rest()) == [Story(first, (), missing=1)]


def test_pages_without_a_first_one() -> None:
    """A further page alone is no story; the one that has all is."""
    joining = Joining()
    second, whole = capture(1, "?page=2"), capture(2, "?page=all")
    assert [*joining.add(second, _NOTHING), *joining.add(whole, _NOTHING)] == []
    assert list(joining.rest()) == [second, Story(whole, ())]


def test_so_many_wait_and_no_more() -> None:
    """Stories whose pages never come do not fill the memory."""
    joining = Joining()
    given = [
        whole
        for number in range(1, 3 * MOST_WAITING)
        for whole in joining.add(capture(number), says("?page=2"))
    ]
    assert len(given) == 2 * MOST_WAITING - 1
    assert len(list(joining.rest())) == MOST_WAITING
