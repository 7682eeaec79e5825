"""Stories of many pages."""

import re
from datetime import date, datetime
from typing import Any

import pytest
from lxml import html

from newscrawl.clock import WIB
from newscrawl.replica import Offers, Replica, Story
from newscrawl.replica.traits import Era

HOST = "www.antaranews.com"
NOON = datetime(2026, 10, 9, 12, tzinfo=WIB)
ERAS: tuple[Era, ...] = ("B", "C", "D")


def site(era: Era | None = None, **offers: Any) -> Replica:
    """Return a replica with some days of stories."""
    return Replica(
        seed=5,
        start=date(2026, 10, 1),
        clock=lambda: NOON,
        per_day=30,
        era=era,
        offers=Offers(**offers),
    )


def parted(replica: Replica) -> list[Story]:
    """Return the stories that have many pages."""
    return [story for story in replica.stories() if replica.pages_of(story) > 1]


def page(replica: Replica, story: Story, query: str = "") -> bytes:
    """Return one page of a story."""
    answer = replica.site.respond(HOST, story.path + query)
    assert (answer.status, answer.kind) == (200, "article")
    return answer.body


def text(body: bytes) -> str:
    """Return what a page prints, blanks folded."""
    return " ".join(html.document_fromstring(body).text_content().split())


def further(body: bytes) -> list[str]:
    """Return the queries of the links to a story's pages, in order."""
    links = html.document_fromstring(body).xpath("//*[contains(@class,'pagination')]//a/@href")
    return [link.partition("?")[2] for link in links]


def test_none_unless_asked_for() -> None:
    """A story has one page, and which page is asked for is not looked at."""
    replica = site()
    assert not parted(replica)
    story = replica.stories()[0]
    assert page(replica, story) == page(replica, story, "?page=2")


def test_a_share_of_the_long_articles() -> None:
    """Of the long articles of the national host, the share that was asked for has 2 to 4 pages."""
    replica = site(parted=0.4)
    stories = parted(replica)
    assert {replica.pages_of(story) for story in stories} == {2, 3, 4}
    assert all(story.kind == "article" and story.host == HOST for story in stories)
    long = [s for s in parted(site(parted=1.0)) if len(s.blocks) > 9]
    assert 0.3 < len(stories) / len(long) < 0.5


@pytest.mark.parametrize("era", ERAS)
def test_the_pages_hold_the_story_once(era: Era) -> None:
    """All pages together have each paragraph once and in order, and each of them has the head."""
    replica = site(era, parted=0.5)
    for story in parted(replica):
        count = replica.pages_of(story)
        shown = [text(page(replica, story, f"?page={n}")) for n in range(1, count + 1)]
        # A subhead is a word or two, which the text has too.
        paragraphs = [block.text for block in story.blocks[1:] if block.kind == "paragraph"]
        blocks = [" ".join(paragraph.split()) for paragraph in paragraphs]
        on = [[n for n, printed in enumerate(shown) if block in printed] for block in blocks]
        assert all(len(pages) == 1 for pages in on)
        assert [pages[0] for pages in on] == sorted(pages[0] for pages in on)
        assert set(range(count)) == {0, *(pages[0] for pages in on)}
        assert all(story.headline in printed for printed in shown)


@pytest.mark.parametrize("era", ERAS)
def test_the_last_page_has_the_end(era: Era) -> None:
    """Editor and source stand on the last page; some stories have the editor on every page."""
    replica = site(era, parted=1.0)
    repeated = set()
    for story in parted(replica):
        count = replica.pages_of(story)
        shown = [text(page(replica, story, f"?page={n}")) for n in range(1, count + 1)]
        label = re.compile(r"Editor ?: ")
        *before, last = [bool(label.search(printed)) for printed in shown]
        assert last == bool(story.credit.editors)
        repeated |= set(before)
        if source := story.credit.source_line:
            assert [source in printed for printed in shown] == [False] * (count - 1) + [True]
    assert repeated == {False, True}


@pytest.mark.parametrize("era", ERAS)
def test_each_page_links_to_the_others(era: Era) -> None:
    """A page has the numbers of the others and, but for the last, a link to the next."""
    replica = site(era, parted=1.0)
    stories = [story for story in parted(replica) if replica.pages_of(story) == 3]
    story = next(story for story in stories if story.article_id % 2)
    assert further(page(replica, story, "?page=3")) == ["page=1", "page=2"]
    story = next(story for story in stories if story.article_id % 2 == 0)
    assert further(page(replica, story)) == ["page=2", "page=3", "page=2"]
    assert "Halaman selanjutnya" in text(page(replica, story))
    assert further(page(replica, story, "?page=2")) == ["", "page=3", "page=3"]
    assert further(page(replica, story, "?page=3")) == ["", "page=2"]
    assert page(replica, story, "?page=1") == page(replica, story)
    for query in ("?page=0", "?page=4"):
        assert replica.site.respond(HOST, story.path + query).status == 404


def test_a_page_with_the_whole_story() -> None:
    """Where the site has it, each page links to one that has everything, as if it were the only one."""
    replica = site(parted=1.0, whole=True)
    story = parted(replica)[0]
    assert further(page(replica, story))[-1] == "page=all"
    plain = site()
    assert page(replica, story, "?page=all") == page(plain, story)


def test_links_stand_after_the_same_paragraph() -> None:
    """Links inside the text stand on the page of the paragraph before them."""
    replica = site("D", parted=1.0)
    checked = 0
    for story in parted(replica):
        count = replica.pages_of(story)
        parts = [replica.site.pages.parted.page(story, n) for n in range(1, count + 1)]
        before, found = 0, []
        for part in parts:
            found += [
                link._replace(after_paragraph=link.after_paragraph + before)
                for link in part.links
                if link.after_paragraph is not None
            ]
            before += len(part.blocks)
        expected = [link for link in story.links if link.after_paragraph is not None]
        assert found == expected
        assert sum((part.blocks for part in parts), ()) == story.blocks
        assert all(part.blocks[-1].kind == "paragraph" for part in parts)
        checked += len(expected)
    assert checked > 20


def test_amp_is_whole() -> None:
    """The AMP form of a story has one page."""
    replica, plain = site(parted=1.0), site()
    story = parted(replica)[0]
    bodies = [each.site.respond(HOST, f"/amp{story.path}").body for each in (replica, plain)]
    assert bodies[0] == bodies[1]
