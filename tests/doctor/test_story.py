"""How one page is read, field by field with its rule."""

import dataclasses
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.urls import story_url
from newscrawl.doctor.diagnosis import Answer, Lead, Reading, Row, Visit
from newscrawl.doctor.story import check_story
from newscrawl.replica import Replica
from newscrawl.replica.traits import Era
from tests.e2e import pages
from tests.making import NOON


def leading(number: int, **changes: object) -> Lead:
    """Return what the feed says of an invented story, or something a little different."""
    story = story_url(pages.url(number))
    assert story is not None
    item = FeedItem(story, f"Kabar {number}", "Teras", pages.published(number), None)
    item = dataclasses.replace(item, **changes)  # type: ignore[arg-type]
    return Lead(story, item.title, item)


def checked(body: bytes, lead: Lead, **parts: object) -> tuple[Visit, Reading | None]:
    """Read a page as the answer for a story."""
    answer = Answer("article", lead.story.url, 200, body, "text/html; charset=utf-8")
    return check_story(dataclasses.replace(answer, **parts), lead, NOON)  # type: ignore[arg-type]


def rows(reading: Reading | None) -> dict[str, Row]:
    """Return the rows by field."""
    assert reading is not None
    return {row.field: row for row in reading.rows}


def test_a_good_page() -> None:
    """Every field says its rule, and nothing is missing."""
    visit, reading = checked(pages.story(9).body, leading(9))
    assert (visit.verdict, visit.findings) == ("template D, nothing is missing", ())
    found = rows(reading)
    assert found["headline"].rule == "D headline: .//h1[in .wrap__article-detail-title]"
    assert found["section"].rule == "D breadcrumbs: //li.breadcrumbs__item"
    body = ".//*.wrap__article-detail-content"
    assert found["body"].rule == f"D body: {body}"
    assert found["dateline"].rule == f"D start of body: {body}"
    assert found["editors"].rule == f"D credit lines in body: {body}"
    assert found["date_published"].rule == "D printed_date: .//*.wrap__article-detail-info"
    assert found["description"].rule == "feed"
    assert (found["tags"].value, found["tags"].source) == (None, "none")


def test_what_is_missing_is_named() -> None:
    """A page without date and credits says so in its row and in a finding."""
    body = pages.story(9).body
    for name in (b"wrap__article-detail-info", b"Pewarta: Sari<br>Editor: Budi<br>Copyright"):
        body = body.replace(name, b"x")
    visit, reading = checked(body, leading(9))
    assert [line.partition(":")[0] for line in visit.findings] == [
        "no date_published on the page (from feed)",
        "no reporters, translators or editors",
        "no copyright_notice",
    ]
    assert rows(reading)["editors"].rule == "missing"
    assert rows(reading)["date_published"].rule == "feed"


def test_pages_that_are_nothing() -> None:
    """A refusal is named with its reason, an error page with its status, a detour with its end."""
    assert checked(b"<html><p>x", leading(9))[0].findings[0].startswith("cannot be read (no_templ")
    assert "404" in checked(b"x", leading(9), status=404)[0].findings[0]
    elsewhere = checked(pages.story(8).body, leading(9), landed=pages.url(8))[0]
    assert elsewhere.findings == (f"leads to {pages.url(8)}, which is another page",)


def test_page_and_feed_must_agree() -> None:
    """An hour's difference is a zone misread, another headline another story's."""
    late = leading(9, published=pages.published(9) + timedelta(hours=7))
    assert checked(pages.story(9).body, late)[0].findings == (
        "date_published is 7 hours away from what the feed says",
    )
    other = leading(9, title="Sesuatu yang lain sama sekali")
    assert "headline is not what the list" in checked(pages.story(9).body, other)[0].findings[0]


def test_metadata_that_stands_in_is_worth_a_look() -> None:
    """A date that only the head states is no finding, but is told."""
    stated = f'<meta property="article:published_time" content="{pages.published(9).isoformat()}">'
    body = pages.story(9).body.replace(b"wrap__article-detail-info", b"x")
    visit, reading = checked(body.replace(b"</title>", b"</title>" + stated.encode()), leading(9))
    assert (visit.findings, rows(reading)["date_published"].rule) == ((), "meta")
    assert visit.notes == ("date_published: the template's own rule found nothing, meta did",)


@pytest.mark.parametrize("era", ["A", "B", "C", "D"])
def test_every_era_has_rules(era: Era) -> None:
    """Pages of every era are read with a rule of its template for the main fields."""
    site = Replica(seed=2, era=era)
    story = next(story for story in site.stories() if story.kind == "article")
    address = story_url(story.url)
    assert address is not None
    parts = urlsplit(address.address)
    page = site.site.respond(parts.hostname or "", parts.path)
    _, reading = checked(page.body, Lead(address, story.headline))
    for field in ("headline", "date_published", "body", "copyright_notice"):
        assert rows(reading)[field].rule.startswith(f"{era} "), field
