"""Era B, 2013 to 2018, with its variant for sub-portals, which has no microdata and no <time>."""

from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import Having, LinksIn, WithClass, has_class, xpath


class EraB(Template):
    """``div.bjbrt``: microdata of schema.org on www, bare text on otomotif."""

    name = "B"
    story = xpath(
        f"(//div[{has_class('bjbrt')}])[1][.//h1[{has_class('title')}]][.//*[@id='content_news']]"
    )
    headline = xpath(f".//h1[{has_class('title')}]")
    summary = xpath(".//blockquote[not(ancestor::*[@id='content_news'])]")
    published = xpath(
        f".//time[ancestor::*[{has_class('date')}]]/@datetime"
        " | .//meta[@itemprop='datePublished']/@content"
    )
    modified = xpath(".//meta[@itemprop='dateModified']/@content")
    printed_date = xpath(f".//*[{has_class('date')}][not(ancestor-or-self::*[@id='content_news'])]")
    byline = xpath(f".//*[{has_class('byline')}]")
    pictures = xpath(".//*[@id='image_news']")
    caption = xpath(".//*[@id='caption_news']")
    body = Having(".//*/@id[. = 'content_news']")
    section = xpath(f"//*/@id[. = 'topnav']/../li[{has_class('active')}]/a")
    tags = xpath(".//span[@itemprop='keywords'] | .//meta[@itemprop='keywords']/@content")
    related = (
        ("related_news", LinksIn(WithClass("//*", "terkait_bottom"))),
        ("baca_juga", LinksIn(Having("//*/@id[. = 'box_fly']"))),
    )
