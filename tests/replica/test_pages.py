"""The pages: the site's own structure, and the hard cases where a story says it has them."""

import json
import re
from datetime import date, timedelta

import pytest
from lxml import html

from newscrawl.replica import Corpus, Story
from newscrawl.replica.markup import Around
from newscrawl.replica.page_b import page as page_b
from newscrawl.replica.page_d import page as page_d

Page = tuple[Story, str, html.HtmlElement]


def _pages(era: str) -> list[Page]:
    corpus = Corpus(seed=2)
    found = []
    for day in (date(2026, 10, 1) + timedelta(days=n) for n in range(14)):
        around = Around(
            corpus.heads_of_day(day - timedelta(days=1))[:5], corpus.heads_of_day(day)[0]
        )
        for story in corpus.stories_of_day(day):
            shown = story.era == era and not story.in_sub_portal
            if shown and story.kind == "article":
                markup = (page_b if era == "B" else page_d)(story, around)
                found.append((story, markup, html.document_fromstring(markup)))
    return found


@pytest.fixture(scope="module")
def pages_d() -> list[Page]:
    """Two weeks of pages in today's template."""
    return _pages("D")


@pytest.fixture(scope="module")
def pages_b() -> list[Page]:
    """Two weeks of pages in the old template."""
    return _pages("B")


def _texts(page: html.HtmlElement, xpath: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in page.xpath(xpath)]


def test_todays_template_has_the_known_structure(pages_d: list[Page]) -> None:
    """Title, date, breadcrumb, tags and text stand where scrapers of the real site find them."""
    for story, _, page in pages_d:
        assert _texts(page, "//*[@class='wrap__article-detail-title']/h1") == [story.headline]
        date_line = _texts(
            page, "//*[@class='wrap__article-detail-info']//span[contains(@class,'text-secondary')]"
        )
        assert re.fullmatch(r"\w+, \d{1,2} \w+ 2026 \d\d:\d\d WIB", date_line[0])
        assert _texts(page, "//li[contains(@class,'breadcrumbs__item')]") == list(story.breadcrumbs)
        tags = _texts(page, "//*[@class='blog-tags']//li/a")
        assert [tag.lstrip("#") for tag in tags] == list(story.tags)
        assert len(page.xpath("//div[contains(@class,'wrap__article-detail-content')]")) == 1


def test_text_container_holds_the_story_and_much_else(pages_d: list[Page]) -> None:
    """Every block of the story stands in the container, among ads, share buttons and credits."""
    for story, markup, page in pages_d:
        container = page.xpath("//div[contains(@class,'wrap__article-detail-content')]")[0]
        text = " ".join(container.text_content().split())
        for block in story.blocks:
            assert block.text in text
        assert "adsbygoogle" in markup
        assert "share on:" in text
        assert f"Editor{' :' if 'colon_space' in story.traits else ':'} " in text
        assert story.copyright_line in text
        assert (story.rights_notice or "") in text


def test_baca_juga_links_of_todays_template(pages_d: list[Page]) -> None:
    """Each link of the text stands in ``span.baca-juga > b > a``; at most others come with it."""
    found = 0
    for story, _, page in pages_d:
        inside = [link for link in story.links if link.after_paragraph is not None]
        anchors = page.xpath("//span[@class='baca-juga']/b/a")
        hrefs = [a.get("href").split("?")[0].replace("//jatim.", "//www.") for a in anchors]
        assert hrefs == [link.url.replace("//jatim.", "//www.") for link in inside]
        assert all(("utm_" in a.get("href")) == ("tracked_links" in story.traits) for a in anchors)
        found += len(anchors)
    assert found > 500


def test_credits_stand_inside_the_text(pages_d: list[Page]) -> None:
    """Names, roles and copyright share one ``p.text-muted.mt-2.small`` with line breaks."""
    for story, _, page in pages_d:
        (credit,) = page.xpath("//p[@class='text-muted mt-2 small']")
        lines = [text.strip() for text in credit.itertext()]
        assert lines[-1] == story.copyright_line
        named = re.sub(r"^.*?: ", "", next(line for line in lines if line.startswith("Editor")))
        assert (named,) == story.credit.editors


def test_rights_notice_is_a_plain_paragraph(pages_d: list[Page]) -> None:
    """It says nothing that a filter for copyright lines would find."""
    notices = [story.rights_notice for story, _, _ in pages_d if story.rights_notice]
    assert len(notices) > len(pages_d) / 2
    assert all(n.startswith("Dilarang keras") and "izin tertulis" in n for n in notices)
    assert all("copyright" not in notice.lower() for notice in notices)


@pytest.mark.parametrize(
    ("trait", "xpath"),
    [
        ("empty_canonical", "//link[@rel='canonical'][@href='']"),
        ("empty_related", "//a[contains(@href,'/berita//')]"),
        ("h5_subheads", "//div[contains(@class,'post-content')]/h5"),
        (
            "inline_baca_juga",
            (
                "//p[not(starts-with(normalize-space(), 'Baca'))]"
                "/br/following-sibling::span[@class='baca-juga']"
            ),
        ),
        (
            "lazy_image",
            (
                "//*[contains(@class,'article-detail-image')]"
                "//img[contains(@src,'blank.gif')][@data-src]"
            ),
        ),
        ("pull_quote", "//div[@class='quote_old']"),
        (
            "related_article",
            (
                "//*[@class='related-article']//*[@class='article__entry']"
                "/*[@class='article__content']/h5/a[normalize-space()]"
            ),
        ),
        ("second_image", "//div[contains(@class,'post-content')]//figure"),
    ],
)
def test_hard_cases_of_todays_template(pages_d: list[Page], trait: str, xpath: str) -> None:
    """A page shows a hard case only if its story names it, and some page shows each."""
    shown = {story.id for story, _, page in pages_d if page.xpath(xpath)}
    named = {story.id for story, _, _ in pages_d if trait in story.traits}
    assert shown
    assert shown <= named


def test_bare_text_has_no_paragraphs(pages_d: list[Page]) -> None:
    """Some stories are text parted by line breaks."""
    bare = [page for story, _, page in pages_d if "bare_text" in story.traits]
    assert bare
    for page in bare:
        container = page.xpath("//div[contains(@class,'post-content')]")[0]
        assert len(container.xpath("./br")) >= 8
        assert len(container.xpath("./p")) <= 2


def test_structured_data_names_the_editor_as_author(pages_d: list[Page]) -> None:
    """JSON-LD is there mostly, is broken sometimes, and its author is not the reporter."""
    broken = 0
    for story, _, page in pages_d:
        scripts = page.xpath("//script[@type='application/ld+json']")
        assert bool(scripts) == ("no_json_ld" not in story.traits)
        if "broken_json_ld" in story.traits:
            broken += 1
            with pytest.raises(json.JSONDecodeError):
                json.loads(scripts[0].text)
        elif scripts:
            data = json.loads(scripts[0].text)
            assert data["headline"] == story.headline
            assert data["author"]["name"] == story.credit.editors[0]
            assert data["datePublished"] == story.published.isoformat()
    assert broken


def test_pages_without_seconds_state_the_minute_only(pages_d: list[Page]) -> None:
    """Where no meta tag gives the time, the expected one has no seconds."""
    some = [(story, markup) for story, markup, _ in pages_d if "no_seconds" in story.traits]
    assert some
    for story, markup in some:
        assert story.published.isoformat() not in markup
        assert story.expected()["date_published"].endswith(":00+07:00")


def test_sidebar_has_the_cards_of_a_list(pages_d: list[Page]) -> None:
    """The column beside the story uses the class names of listing cards, with ``h6``."""
    for _, _, page in pages_d[:20]:
        cards = page.xpath(
            "//*[contains(@class,'col-md-4')]//*[contains(@class,'card__post-list')]"
        )
        assert len(cards) == 5
        assert all(card.xpath(".//h6/a[contains(@href,'popular_right')]") for card in cards)
        assert page.xpath("//*[contains(@class,'single_navigation-next')]//a")


def test_old_template_has_the_known_structure(pages_b: list[Page]) -> None:
    """Microdata, byline, picture and text stand where they stood on the real pages."""
    assert len(pages_b) > 30
    for story, _, page in pages_b:
        (root,) = page.xpath("//div[@class='bjbrt'][@itemtype='http://schema.org/NewsArticle']")
        assert _texts(root, "./h1[@itemprop='headline']/strong") == [story.headline]
        assert root.xpath(".//time/@datetime") == [story.published.isoformat()]
        assert re.fullmatch(
            r"\d\.\d{3} Views", root.xpath("string(./div[@class='date mt10'])").rsplit("| ")[1]
        )
        assert _texts(root, "./span[@itemprop='keywords']") == [", ".join(story.tags)]
        body = " ".join(
            root.xpath("string(.//*[@id='content_news'][@itemprop='articleBody'])").split()
        )
        assert all(block.text in body for block in story.blocks)
        assert body.count(story.copyright_line) == 1
        assert _texts(page, "//*[@id='topnav']/li[@class='active']/a") == [story.section]
        if story.images:
            assert root.xpath(".//*[@id='image_news']/img/@src") == [story.images[0].url]


def test_old_template_link_blocks(pages_b: list[Page]) -> None:
    """Related links stand in "Berita Lainnya" and in the box that flies in, with utm parameters."""
    for story, _, page in pages_b:
        under = page.xpath("//*[@class='brtall']//a[@itemprop='relatedLink']/@href")
        assert len(under) == sum(link.kind == "related_news" for link in story.links)
        assert all("utm_source=related_news" in href for href in under)
        flying = page.xpath("//*[@id='box_fly']//h2/a/@href")
        assert len([href for href in flying if "/berita//" not in href]) == sum(
            link.kind == "baca_juga" and link.after_paragraph is None for link in story.links
        )


def test_old_template_closes_with_its_wire(pages_b: list[Page]) -> None:
    """The wire stands in the last sentence, for there is no line of sources."""
    wired = [story for story, _, _ in pages_b if story.credit.agencies]
    assert wired
    for story in wired:
        assert story.blocks[-1].text.endswith(f"demikian {story.credit.agencies[0]}.")
        assert story.credit.source_line is None


def test_markup_is_escaped() -> None:
    """Quotation marks and ampersands of the copy never end an attribute."""
    for _, markup, page in _pages("D")[:40]:
        assert not re.search(
            r"&(?!#?\w+;)", re.sub(r"<script.*?</script>", "", markup, flags=re.DOTALL)
        )
        assert page.xpath("//footer")
