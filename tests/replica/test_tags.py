"""The lists of tags."""

from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from lxml import html

from newscrawl.antara.listings import read_listing
from newscrawl.clock import WIB
from newscrawl.replica import Offers, Replica

HOST = "www.antaranews.com"
NOON = datetime(2026, 10, 9, 12, tzinfo=WIB)


def site(*, tags: bool = True) -> Replica:
    """Return a replica with some days of stories."""
    offers = Offers(tags=tags)
    return Replica(seed=5, start=date(2026, 9, 20), clock=lambda: NOON, per_day=24, offers=offers)


def listed(replica: Replica, path: str) -> list[int]:
    """Return the ids on all pages of a list, each page found by the link on the one before."""
    found = []
    while path:
        answer = replica.site.respond(HOST, path)
        assert (answer.status, answer.kind) == (200, "tag")
        listing = read_listing(answer.body, f"https://{HOST}{path}", NOON.astimezone(UTC))
        found += [card.story.article_id for card in listing.cards]
        path = urlsplit(listing.next_url or "").path
    return found


def test_a_tags_list_has_its_stories() -> None:
    """Each tag that a page links to leads to the list of all stories with it, newest first."""
    replica = site()
    stories = replica.stories()
    story = next(story for story in stories if story.era == "D" and len(story.tags) > 1)
    page = html.document_fromstring(replica.site.respond(HOST, story.path).body)
    links = page.xpath("//*[contains(@class,'blog-tags')]//a/@href")
    assert len(links) == len(story.tags)
    for link, tag in zip(links, story.tags, strict=True):
        expected = [story.article_id for story in stories if tag in story.tags]
        assert listed(replica, urlsplit(link).path) == expected
    assert max(len([s for s in stories if tag in s.tags]) for tag in story.tags) > 10


def test_a_tag_that_nothing_has_is_not_found() -> None:
    """A tag without stories, a page past the last, and a site without such lists are 404."""
    replica = site()
    tag = replica.stories()[0].tags[0].replace(" ", "-")
    assert replica.site.respond(HOST, f"/tag/{tag}").status == 200
    for path in ("/tag/bukan-tag", f"/tag/{tag}/99", f"/tag/{tag}/0"):
        assert replica.site.respond(HOST, path).status == 404
    assert site(tags=False).site.respond(HOST, f"/tag/{tag}").status == 404


def test_stories_that_come_out_later_are_taken_in() -> None:
    """A list that was asked for before has what came out since."""
    now = [NOON]
    replica = Replica(seed=5, start=date(2026, 10, 5), clock=lambda: now[0], per_day=24)
    before = listed(replica, "/tag/asean")
    now[0] = datetime(2026, 10, 20, 12, tzinfo=WIB)
    after = listed(replica, "/tag/asean")
    assert after == [s.article_id for s in replica.stories() if "asean" in s.tags]
    assert len(after) > len(before) > 0
