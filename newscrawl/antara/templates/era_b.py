"""Era B, 2013 to 2018, with its variant for sub-portals, which has no microdata and no <time>."""

from lxml import etree

from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import has_class


class EraB(Template):
    """``div.bjbrt``: microdata of schema.org on www, bare text on otomotif."""

    name = "B"
    story = etree.XPath(
        f"(//div[{has_class('bjbrt')}])[1][.//h1[{has_class('title')}]][.//*[@id='content_news']]"
    )
    headline = etree.XPath(f".//h1[{has_class('title')}]")
    summary = etree.XPath(".//blockquote[not(ancestor::*[@id='content_news'])]")
    published = etree.XPath(
        f".//time[ancestor::*[{has_class('date')}]]/@datetime"
        " | .//meta[@itemprop='datePublished']/@content"
    )
    modified = etree.XPath(".//meta[@itemprop='dateModified']/@content")
    printed_date = etree.XPath(
        f".//*[{has_class('date')}][not(ancestor-or-self::*[@id='content_news'])]"
    )
    byline = etree.XPath(f".//*[{has_class('byline')}]")
    pictures = etree.XPath(".//*[@id='image_news']")
    caption = etree.XPath(".//*[@id='caption_news']")
    body = etree.XPath(".//*[@id='content_news']")
    section = etree.XPath(f"//*[@id='topnav']/li[{has_class('active')}]/a")
    tags = etree.XPath(".//span[@itemprop='keywords'] | .//meta[@itemprop='keywords']/@content")
    related = (
        ("related_news", etree.XPath(f"//a[@href][ancestor::*[{has_class('terkait_bottom')}]]")),
        ("baca_juga", etree.XPath("//a[@href][ancestor::*[@id='box_fly']]")),
    )
