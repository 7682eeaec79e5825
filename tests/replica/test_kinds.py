"""Galleries, videos, infographics, press releases and fact checks; and that every trait occurs."""

import re
from collections.abc import Callable
from typing import Any

from newscrawl.replica import Replica, Story
from newscrawl.replica.traits import ALL
from tests.replica.looking import folded, pages, stories, texts

Ask = Callable[..., Any]


def _is(kind: str) -> Callable[[Story], bool]:
    return lambda story: story.kind == kind


def test_galleries() -> None:
    """A photo page has several pictures, each with caption and credit, in D and in C."""
    found = pages(12, _is("photo")) + pages(12, _is("photo"), template="C")
    assert {story.era for story, _ in found} == {"C", "D"}
    for story, page in found:
        assert len(story.images) == len({image.url for image in story.images}) >= 2
        under = "//figcaption" if story.era == "D" else "//li/*[@class='flex-caption']"
        assert texts(page, under) == [image.printed for image in story.images]
    assert max(len(story.images) for story, _ in found) > 4


def test_videos() -> None:
    """A video's text begins with the agency alone; its crew may stand behind it."""
    found = pages(12, _is("video")) + pages(12, _is("video"), template="C")
    crews = 0
    for story, page in found:
        assert page.xpath("//video[@id='videoplayer']/source")
        name = "wrap__article-detail-content" if story.era == "D" else "margin-top-15"
        text = folded(page.xpath(f"//*[contains(@class,'{name}')]")[0])
        assert f"ANTARA - {story.body}{story.crew}" in text
        assert bool(story.crew) == ("crew" in story.traits)
        crews += bool(story.crew)
    assert 0 < crews < len(found)


def test_infographics() -> None:
    """One picture that says everything, without a caption, and a short text."""
    found = pages(12, _is("infographic"))
    assert found
    for story, page in found:
        assert story.path.startswith("/infografik/")
        (image,) = story.expected()["images"]
        assert (image["caption"], image["credit"]) == (None, None)
        assert not page.xpath("//figcaption[normalize-space()]")
        assert len(story.blocks) == 1


def test_press_releases() -> None:
    """Word markup, no picture, nobody of the desk, and a wire for releases in the dateline."""
    found = pages(25, _is("press_release"))
    forms = set()
    for story, page in found:
        assert story.path.startswith("/rilis-pers/")
        assert story.url.startswith("https://www.antaranews.com/rilis-pers/")
        assert page.xpath("//p[@class='MsoNormal']/span[@lang='IN']")
        assert not story.images
        assert (story.credit.reporters, story.credit.editors) == (("PR Wire",), ("PR Wire",))
        form = re.fullmatch(
            r"[A-Z' .-]+(?:, [A-Z]\w+(?: \w+)?)?--\(ANTARA/(Business Wire)\)-- "
            r"|[A-Z' .-]+(?:, \d+ \w+ \d{4})? \((?:Antara|ANTARA)/(PRNewswire)\) -- ",
            story.dateline_text or "",
        )
        assert form
        assert (form[1] or form[2]) == story.credit.agencies[0]
        forms.add(form[1] or form[2])
    assert forms == {"Business Wire", "PRNewswire"}
    assert {story.host.partition(".")[0] for story, _ in found} == {"www", "jatim"}


def test_a_release_is_the_same_story_on_a_bureaus_host(site: Replica, ask: Ask) -> None:
    """Its id is national wherever it is asked for; the bureau's own ids are not meant."""
    story = next(story for story in site.stories() if story.kind == "press_release")
    page = ask(story.path, host="jatim.antaranews.com")
    assert (page.status, page.body) == (200, ask(story.path).body)
    assert ask(f"/berita/{story.article_id}", host="jatim.antaranews.com").status == 404


def test_some_stories_link_to_a_release_on_the_bureaus_host() -> None:
    """The link names the bureau's host, the truth the national one."""
    found = pages(20, lambda story: any("/rilis-pers/" in link.url for link in story.links))
    assert found
    for story, page in found:
        links = page.xpath("//b[contains(., 'Baca juga')]/a/@href")
        hrefs = [str(href) for href in links if "/rilis-pers/" in href]
        assert hrefs
        assert all(href.startswith("https://jatim.antaranews.com/rilis-pers/") for href in hrefs)
        assert story.id.startswith("antara:")


def test_fact_checks() -> None:
    """A check is an article of its own desk that ends with claim and verdict."""
    found = [s for s in stories(20) if s.scenario.form == "check"]
    assert found
    for story in found:
        assert story.kind == "article"
        assert story.dateline_text == "Jakarta (ANTARA/JACX) – "
        assert story.credit.reporters == ("Tim JACX",)
        assert story.expected()["agencies"] == []
        claim, verdict = (block.text for block in story.blocks[-2:])
        assert claim.startswith("Klaim: ")
        assert verdict in {"Rating: Hoaks.", "Rating: Salah.", "Rating: Menyesatkan."}


def test_every_trait_occurs() -> None:
    """Two months hold every hard case, so that a test can look for it."""
    everything = [
        *stories(60, seed=1),
        *stories(60, "jatim", seed=1),
        *stories(20, "en", seed=1),
        *(story for story, _ in pages(3, lambda _: True, edition="jatim", template="AMP")),
    ]
    assert {trait for story in everything for trait in story.traits} == ALL
