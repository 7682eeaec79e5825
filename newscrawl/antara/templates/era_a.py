"""Era A, to 2014: the English section and, in the same markup, Indonesian pages."""

from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import Around, LinksIn, WithClass, has_class, xpath

_LEFT_BOX = "*[@id='box_newsLeft']"


class EraA(Template):
    """``h1.news-title`` and ``span.post-content``, in which the whole page below stands too."""

    name = "A"
    story = Around(
        xpath(f"//h1[{has_class('news-title')}]"),
        xpath(f"//span[{has_class('post-content')}]"),
    )
    headline = xpath(f".//h1[{has_class('news-title')}]")
    summary = xpath(f".//blockquote[ancestor::{_LEFT_BOX}]")
    printed_date = xpath(f".//p[{has_class('datetime')}]")
    pictures = xpath(".//*[@id='pict' or @id='image_news']")
    caption = xpath(".//*[@id='caption_news' or self::p]")
    # Where a page closes one <div> too many, the text comes behind its span.
    body = xpath("self::*")
    apart = xpath(
        f".//h1[{has_class('news-title')}] | .//p[{has_class('datetime')}]"
        " | .//*[@id='box_newsLeft' or @id='pict' or @id='sharebox' or @id='boxKomentar']"
    )
    section = xpath(f"//*/@id[. = 'topnav']/../li/a[{has_class('active')}]")
    related = (
        (
            "related_news",
            LinksIn(WithClass("//*", "list_news"), f"[ancestor::{_LEFT_BOX}]"),
        ),
    )
