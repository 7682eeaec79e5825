"""The pages of the other eras and of AMP: what is known of them stands where it is known to."""

import re
from datetime import date

import pytest

from newscrawl.replica import Story
from newscrawl.replica.traits import Template
from tests.replica.looking import Page, folded, pages, texts


def _news(story: Story) -> bool:
    return story.kind == "article"


@pytest.fixture(scope="module")
def pages_a() -> list[Page]:
    """Pages of the time to 2014, in Indonesian and in English."""
    old = pages(6, _news, edition="en", first=date(2014, 3, 17))
    return pages(2, _news, template="A") + old


@pytest.fixture(scope="module")
def pages_c() -> list[Page]:
    """National pages of the time to 2022."""
    return pages(3, _news, template="C")


@pytest.fixture(scope="module")
def pages_jatim() -> list[Page]:
    """The bureau's pages of that time."""
    return pages(12, _news, edition="jatim", template="C")


def test_era_a(pages_a: list[Page]) -> None:
    """Title, date, box and text stand as on the page of 2014."""
    assert {story.language for story, _ in pages_a} == {"id", "en"}
    for story, page in pages_a:
        assert texts(page, "//h1[@class='news-title']") == [story.headline]
        printed = texts(page, "//p[@class='datetime']")[0]
        if story.language == "en":
            assert re.fullmatch(r"\w{3}, \w+ \d{1,2} 2014 \d\d:\d\d \| \d+ Views", printed)
        else:
            assert re.fullmatch(r"\w+, \d{1,2} \w+ 2026 \d\d:\d\d WIB \| \d+ Views", printed)
        related = page.xpath("//*[@id='box_newsLeft']//*[@class='list_news']//a/@href")
        assert related == [link.url.partition(".com")[2] for link in story.links]
        whole = folded(page.xpath("//*[@id='box_topik_utama']")[0])
        assert all(block.text in whole for block in story.blocks)
        assert f"Editor: {story.credit.editors[0]}" in texts(page, "//p[@class='mt10']/i")
        assert whole.count(story.copyright_line) == 1
        assert not re.search(r"COPYRIGHT © ANTARA", whole)
        assert texts(page, "//*[@id='topnav']//a[@class='active']") == [story.section]
        pictures = page.xpath("//*[@id='pict']/a/@href")
        assert pictures == [image.url for image in story.images]


def test_era_a_may_close_too_much(pages_a: list[Page]) -> None:
    """On some pages an end tag too many puts the text outside its container."""
    for story, page in pages_a:
        inside = page.xpath("string(//span[@class='post-content'])")
        lost = story.blocks[-1].text not in " ".join(inside.split())
        assert lost == ("stray_end_tag" in story.traits)
    assert any("stray_end_tag" in story.traits for story, _ in pages_a)


def test_era_c(pages_c: list[Page]) -> None:
    """Header, lazy picture, bare text, credits in the text, tags in the footer."""
    for story, page in pages_c:
        (root,) = page.xpath("//div[@class='col-md-8']/article[@class='post-wrapper clearfix']")
        assert texts(root, "./header/h1[@class='post-title']") == [story.headline]
        (printed,) = texts(root, "./header/p[@class='simple-share']/span[@class='article-date']")
        assert re.fullmatch(r"\w+, \d{1,2} \w+ 2026 \d\d:\d\d WIB", printed)
        (text,) = root.xpath(".//div[@class='post-content clearfix']")
        assert not text.xpath("./p[not(contains(@class,'text-muted'))]") or _is_release(story)
        assert all(block.text in folded(text) for block in story.blocks)
        assert story.copyright_line in texts(text, "./p[@class='text-muted small mt10']")[0]
        assert texts(root, ".//ul[@class='tags-widget clearfix']/li/a") == list(story.tags)
        lazy = root.xpath("./header/figure[@class='image-overlay']//source/@data-srcset")
        assert lazy == [image.url for image in story.images]
        captions = texts(root, "./header//p[@class='wp-caption-text']")
        assert captions == [image.printed for image in story.images]
        quotes = texts(root, ".//div[@class='quote_old']")
        assert quotes == ([story.description] if "pull_quote" in story.traits else [])


def test_era_c_baca_juga(pages_c: list[Page]) -> None:
    """The lines are marked by a class, or bold and nothing else, as of 2019."""
    forms = set()
    for story, page in pages_c:
        marked = page.xpath("//span[@class='baca-juga']//a")
        bold = page.xpath("//*[contains(@class,'post-content')]/b[starts-with(.,'Baca juga')]/a")
        inside = [link for link in story.links if link.after_paragraph is not None]
        assert [a.text_content() for a in marked or bold] == [link.title for link in inside]
        assert not (marked and bold)
        forms |= {bool(marked), *([not bold] if bold else [])}
    assert forms == {True, False}


def _is_release(story: Story) -> bool:
    return story.scenario.form == "release"


def test_the_bureaus_form_of_era_c(pages_jatim: list[Page]) -> None:
    """``font17``, the time in ``p.simple-here``, and the credits where the tags were."""
    for story, page in pages_jatim:
        (root,) = page.xpath("//article[@class='post-wrapper clearfix']")
        assert root.xpath(".//div[@class='post-content clearfix font17']")
        assert root.xpath("./header/p[@class='simple-here']/span[@class='article-date']/time")
        assert not root.xpath(".//p[contains(@class,'text-muted')]")
        (foot,) = root.xpath("./footer[@class='post-meta']/div[@class='tags-wrapper']")
        editor = ", ".join(story.credit.editors)
        assert f"Editor :\N{NO-BREAK SPACE}{editor}" in foot.text_content()
        assert foot.text_content().endswith(story.copyright_line)
        assert bool(editor) == ("no_editor" not in story.traits)
    assert any("no_editor" in story.traits for story, _ in pages_jatim)


def test_topic_hosts_form_of_era_b() -> None:
    """No microdata and no exact time; paragraphs are styled ``div`` elements."""
    found = pages(30, lambda story: story.in_sub_portal)
    assert len(found) > 5
    for story, page in found:
        assert not page.xpath("//@itemprop | //time")
        assert texts(page, "//div[@class='bjbrt']/h1[@class='title']") == [story.headline]
        paragraphs = texts(page, "//*[@id='content_news']/div[@style][normalize-space()]")
        assert [p for p in paragraphs if p in story.body] == [b.text for b in story.blocks[1:]]
        assert story.expected()["section"] is None
        assert story.expected()["date_published"].endswith(":00+07:00")
        (keywords,) = page.xpath("//meta[@name='keywords']/@content")
        assert keywords.startswith(f"{story.headline}, {', '.join(story.tags)}, berita terkini")
        assert story.url.startswith("https://www.antaranews.com/berita/")


def test_amp_of_the_national_host() -> None:
    """The text comes first, then headline, time without weekday, picture, editor and tags."""
    for story, page in pages(2, _news, template="AMP"):
        assert page.getroottree().getroot().get("amp") is not None
        whole = folded(page.xpath("//article")[0])
        first, title = whole.find(story.blocks[0].text), whole.find(story.headline)
        assert 0 <= first < title < whole.index("Editor: ") < whole.index("Tags: ")
        assert re.fullmatch(r"\d{1,2} \w+ 2026 \d\d:\d\d WIB", texts(page, "//p[@class='date']")[0])
        assert whole.count(story.blocks[-1].text) == 1
        assert story.expected()["template"] == "AMP"


def test_amp_of_a_bureau() -> None:
    """Headline first, the end twice, the present year, and a list with English months."""
    repeated = 0
    for story, page in pages(8, _news, edition="jatim", template="AMP"):
        whole = folded(page.xpath("//article")[0])
        assert whole.startswith(story.headline)
        assert re.match(r"\w+, ", texts(page, "//p[@class='date']")[0])
        twice = whole.count(story.blocks[-1].text) == 2
        assert twice == ("repeated_end" in story.traits)
        repeated += twice
        assert ("Editor : " in whole) == bool(story.credit.editors)
        assert story.copyright_line == "Copyright © ANTARA 2026"
        items = page.xpath("//*[@class='terkait']//a/@href")
        listed = [link for link in story.links if link.kind == "related_news"]
        assert [href.replace("/amp/", "/") for href in items] == [link.url for link in listed]
        months = texts(page, "//*[@class='terkait']//span")
        assert all(
            re.fullmatch(r"\d{1,2} [A-Z]\w+ \d{4} \d{1,2}:\d\d WIB, \d{4}", m) for m in months
        )
    assert repeated


@pytest.mark.parametrize("template", ["A", "B", "C", "D"])
def test_a_story_keeps_its_text_in_every_template(template: Template) -> None:
    """What is told stays the same whatever template the site shows it in."""
    as_is = {story.id: story for story, _ in pages(1, lambda _: True)}
    for story, page in pages(1, lambda _: True, template=template):
        assert story.era == template
        own = as_is[story.id]
        assert (story.blocks, story.dateline_text, story.headline) == (
            own.blocks,
            own.dateline_text,
            own.headline,
        )
        assert [c.at for c in story.corrections] == [c.at for c in own.corrections]
        assert page.xpath("//*[contains(., 'semua berita, nama, dan angka di sini rekaan')]")
