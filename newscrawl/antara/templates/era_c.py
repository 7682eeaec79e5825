"""Era C, 2018 to 2022, on the regional bureaus' hosts for longer."""

from lxml import etree

from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import Around, FirstOf, has_class

_HEADER = f"header[{has_class('post-header')}]"
_TEXT = f"*[{has_class('post-content')}][not(self::span)]"
_VIDEO_TEXT = f"*[{has_class('margin-top-15')}][{has_class('margin-bottom-15')}]"
_SLIDE = f"*[{has_class('flex-caption')}]"
_ASIDE = (
    f"ancestor::*[self::aside or self::footer or {has_class('col-md-4')} or {has_class('sidebar')}"
    f" or {has_class('post-content')}]"
)


class EraC(Template):
    """``article.post-wrapper``: a header, the text, and a footer with tags or with credits."""

    name = "C"
    story = Around(
        etree.XPath(f"//{_HEADER} | //h1[{has_class('post-title')}]"),
        FirstOf(f"//{_TEXT}", f"//{_VIDEO_TEXT}", f"//{_SLIDE}"),
        near=etree.XPath(f"//footer[{has_class('post-meta')}]"),
    )
    headline = etree.XPath(f".//h1[{has_class('post-title')}]")
    summary = etree.XPath(f".//*[{has_class('quote_old')}] | .//blockquote")
    published = etree.XPath(
        f".//time[ancestor::*[{has_class('article-date')}]]/@datetime"
        " | .//meta[@itemprop='datePublished']/@content"
    )
    modified = etree.XPath(".//meta[@itemprop='dateModified']/@content")
    printed_date = etree.XPath(f".//*[{has_class('article-date')}]")
    pictures = etree.XPath(
        f".//figure[not(ancestor::footer)] | .//*[{_SLIDE}]"
        f" | .//*[{has_class('wp-caption')}][ancestor::{_TEXT}]"
    )
    # Beside the picture or under it.
    caption = etree.XPath(
        f".//*[{has_class('wp-caption-text')}] | .//figcaption | .//{_SLIDE}"
        f" | self::figure/following-sibling::*[1][{has_class('wp-caption')}]"
        f" | self::figure/following-sibling::*[1][{has_class('wp-caption-text')}]"
    )
    lone_caption = etree.XPath(f".//*[{has_class('wp-caption-text')}][ancestor::{_HEADER}]")
    body = FirstOf(f".//{_TEXT}", f".//{_VIDEO_TEXT}")
    credits = etree.XPath(
        f".//*[{has_class('tags-wrapper')}][ancestor::footer]"
        f" | .//p[{has_class('text-muted')}][not(ancestor::*[{has_class('post-content')}])]"
    )
    section = etree.XPath(
        f".//p[{has_class('simple-share')} or {has_class('simple-here')}][ancestor::{_HEADER}]/a[1]"
    )
    tags = etree.XPath(f".//*[{has_class('tags-widget')}]/li/a")
    related = (
        (
            "related_news",
            etree.XPath(f"//a[contains(@href, '=related_news')][not({_ASIDE})]"),
        ),
    )
