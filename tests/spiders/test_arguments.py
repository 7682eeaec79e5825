"""Arguments are checked before anything else happens, and a refusal says what is taken."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from newscrawl.clock import WIB
from newscrawl.exits import ArgumentError, ExitCode
from newscrawl.spiders.arguments import parse

STORY = "https://www.antaranews.com/berita/1/kabar"


def test_nothing_given_means_the_world_section_of_the_national_edition() -> None:
    """Without arguments a run reads `dunia` of www.antaranews.com and follows links twice."""
    arguments = parse({})
    assert arguments.edition.host == "www.antaranews.com"
    assert arguments.sections == ("dunia",)
    assert (arguments.follow_depth, arguments.max_articles, arguments.feed_only) == (2, None, False)
    assert not arguments.is_local


def test_another_edition_has_its_own_world_section() -> None:
    """Where only the edition is named, its own world section is read."""
    assert parse({"edition": "en"}).sections == (parse({"edition": "en"}).edition.world_section,)
    assert parse({"edition": "jatim"}).edition.host == "jatim.antaranews.com"


def test_every_argument_in_its_own_type() -> None:
    """Strings from the command line become what they say."""
    arguments = parse(
        {
            "section": "dunia/asean, ekonomi,dunia/asean",
            "origin": "http://127.0.0.1:8000/",
            "since": "2026-11-01",
            "until": "2026-11-02",
            "follow_depth": "0",
            "max_articles": "5",
            "feed_only": "TRUE",
        }
    )
    assert arguments.sections == ("dunia/asean", "ekonomi")
    assert arguments.origin == "http://127.0.0.1:8000"
    assert arguments.is_local
    assert (arguments.since, arguments.until) == (date(2026, 11, 1), date(2026, 11, 2))
    assert (arguments.follow_depth, arguments.max_articles, arguments.feed_only) == (0, 5, True)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"sektion": "dunia"}, "did you mean 'section'"),
        ({"name": "x"}, "unknown argument 'name'"),
        ({"section": "dunia,"}, "section takes a section"),
        ({"section": "../etc"}, "section takes"),
        ({"edition": "fr"}, "edition takes one of id, en, aceh"),
        ({"origin": "127.0.0.1:8000"}, "origin takes http:// or https://"),
        ({"origin": "http://127.0.0.1:99999"}, "origin takes"),
        ({"origin": "http://127.0.0.1/path"}, "origin takes"),
        ({"origin": "http://me:secret@127.0.0.1"}, "origin takes"),
        ({"origin": "http://192.0.2.1"}, "neither this machine nor the site"),
        ({"origin": "http://antaranews.com.example.org"}, "neither this machine nor the site"),
        ({"origin": "file:///etc"}, "origin takes"),
        ({"origin": "http://[::1]:8000"}, "neither this machine nor the site"),
        ({"urls": ""}, "No such file"),
        ({"since": "1-11-2026"}, "since takes a day as YYYY-MM-DD"),
        ({"until": "2026-02-30"}, "until takes a day"),
        ({"since": "2026-11-02", "until": "2026-11-01"}, "is after"),
        ({"since": "2999-01-01"}, "is still to come"),
        ({"since": "2026-11-02", "order": "up"}, "order takes newest or oldest"),
        ({"order": "oldest"}, "give since, too"),
        ({"follow_depth": "-1"}, "follow_depth takes a whole number"),
        ({"follow_depth": "two"}, "follow_depth takes"),
        ({"max_articles": "0"}, "max_articles takes a whole number, 1 or more"),
        ({"feed_only": "maybe"}, "feed_only takes true or false"),
        ({"urls": "https://example.org/berita/1/x"}, "no address of a story"),
        ({"urls": f"{STORY},https://www.antaranews.com/dunia"}, "no address of a story"),
        ({"urls": "no-such-file.txt"}, "No such file"),
        ({"urls": STORY, "feed_only": "1"}, "give one"),
    ],
)
def test_a_refusal_says_what_is_taken(given: dict[str, str], message: str) -> None:
    """An unknown name or a malformed value is an error with exit code 2 that helps."""
    with pytest.raises(ArgumentError, match=re.escape(message)) as refused:
        parse(given)
    assert refused.value.exit_code == ExitCode.BAD_ARGUMENT


def test_urls_from_a_file(tmp_path: Path) -> None:
    """A file names a story a line, in any form; blank lines and comments do not count."""
    path = tmp_path / "urls.txt"
    path.write_text(
        "\ufeff# mine\n\nhttp://m.antaranews.com/amp/berita/1/kabar?utm_source=x\n" + STORY + "\n",
        encoding="utf-8",
    )
    assert [story.url for story in parse({"urls": str(path)}).urls] == [STORY]


def test_a_bad_line_of_a_file_is_named(tmp_path: Path) -> None:
    """The message says which line of the file is no story."""
    path = tmp_path / "urls.txt"
    path.write_text(f"{STORY}\nhttps://example.org/\n")
    with pytest.raises(ArgumentError, match=re.escape("line 2: 'https://example.org/'")):
        parse({"urls": str(path)})


@pytest.mark.parametrize("content", ["", "# nothing\n"])
def test_a_file_without_stories_is_refused(tmp_path: Path, content: str) -> None:
    """An empty list is a mistake, and not a run over the whole section."""
    path = tmp_path / "urls.txt"
    path.write_text(content)
    with pytest.raises(ArgumentError, match="names no story"):
        parse({"urls": str(path)})


@pytest.mark.parametrize(
    ("published", "reason"),
    [
        (datetime(2026, 10, 31, 23, 59, 59, tzinfo=WIB), "out_of_range"),
        (datetime(2026, 11, 1, 0, 0, tzinfo=WIB), None),
        (datetime(2026, 11, 2, 23, 59, 59, tzinfo=WIB), None),
        (datetime(2026, 11, 3, 0, 0, tzinfo=WIB), "out_of_range"),
        (None, None),
    ],
)
def test_the_range_is_in_days_of_jakarta(published: datetime | None, reason: str | None) -> None:
    """Both days are included, and a story without a date is in every range."""
    arguments = parse({"since": "2026-11-01", "until": "2026-11-02"})
    assert arguments.skip_reason(0, published) == reason


def test_depth_is_judged_first() -> None:
    """A story beyond follow_depth is too deep, whatever its date."""
    assert parse({"follow_depth": "1"}).skip_reason(2, None) == "too_deep"
    assert parse({"follow_depth": "1"}).skip_reason(1, None) is None


def test_records_of_a_feed_are_written_together() -> None:
    """A page of a story has one record; one of a feed has many, which may share a flush."""
    assert "CONCURRENT_ITEMS" not in parse({}).settings()
    assert parse({"feed_only": "true"}).settings()["CONCURRENT_ITEMS"] > 1
