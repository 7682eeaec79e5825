"""Era A, to 2014: the English section and, in the same markup, Indonesian pages."""

from lxml import etree

from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import Around, has_class

_LEFT_BOX = "*[@id='box_newsLeft']"


class EraA(Template):
    """``h1.news-title`` and ``span.post-content``, in which the whole page below stands too."""

    name = "A"
    story = Around(
        etree.XPath(f"//h1[{has_class('news-title')}]"),
        etree.XPath(f"//span[{has_class('post-content')}]"),
    )
    headline = etree.XPath(f".//h1[{has_class('news-title')}]")
    summary = etree.XPath(f".//blockquote[ancestor::{_LEFT_BOX}]")
    printed_date = etree.XPath(f".//p[{has_class('datetime')}]")
    pictures = etree.XPath(".//*[@id='pict' or @id='image_news']")
    caption = etree.XPath(".//*[@id='caption_news' or self::p]")
    # Where a page closes one <div> too many, the text comes behind its span.
    body = etree.XPath("self::*")
    apart = etree.XPath(
        f".//h1[{has_class('news-title')}] | .//p[{has_class('datetime')}]"
        " | .//*[@id='box_newsLeft' or @id='pict' or @id='sharebox' or @id='boxKomentar']"
    )
    section = etree.XPath(f"//*[@id='topnav']/li/a[{has_class('active')}]")
    related = (
        (
            "related_news",
            etree.XPath(
                f"//a[@href][ancestor::*[{has_class('list_news')}]][ancestor::{_LEFT_BOX}]"
            ),
        ),
    )
