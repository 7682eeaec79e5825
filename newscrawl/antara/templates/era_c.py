"""Era C, 2018 to 2022, on the regional bureaus' hosts for longer."""

from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import Around, FirstOf, LinksWith, WithClass, has_class, xpath

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
        xpath(f"//{_HEADER} | //h1[{has_class('post-title')}]"),
        FirstOf(
            WithClass("//*[not(self::span)]", "post-content"), f"//{_VIDEO_TEXT}", f"//{_SLIDE}"
        ),
        near=xpath(f"//footer[{has_class('post-meta')}]"),
    )
    headline = xpath(f".//h1[{has_class('post-title')}]")
    summary = xpath(f".//*[{has_class('quote_old')}] | .//blockquote")
    published = xpath(
        f".//time[ancestor::*[{has_class('article-date')}]]/@datetime"
        " | .//meta[@itemprop='datePublished']/@content"
    )
    modified = xpath(".//meta[@itemprop='dateModified']/@content")
    printed_date = xpath(f".//*[{has_class('article-date')}]")
    pictures = xpath(
        f".//figure[not(ancestor::footer)] | .//*[{_SLIDE}]"
        f" | .//*[{has_class('wp-caption')}][ancestor::{_TEXT}]"
    )
    # Beside the picture or under it.
    caption = xpath(
        f".//*[{has_class('wp-caption-text')}] | .//figcaption | .//{_SLIDE}"
        f" | self::figure/following-sibling::*[1][{has_class('wp-caption')}]"
        f" | self::figure/following-sibling::*[1][{has_class('wp-caption-text')}]"
    )
    lone_caption = xpath(f".//*[{has_class('wp-caption-text')}][ancestor::{_HEADER}]")
    body = FirstOf(WithClass(".//*[not(self::span)]", "post-content"), f".//{_VIDEO_TEXT}")
    credits = xpath(
        f".//*[{has_class('tags-wrapper')}][ancestor::footer]"
        f" | .//p[{has_class('text-muted')}][not(ancestor::*[{has_class('post-content')}])]"
    )
    section = xpath(
        f".//p[{has_class('simple-share')} or {has_class('simple-here')}][ancestor::{_HEADER}]/a[1]"
    )
    tags = xpath(f".//*[{has_class('tags-widget')}]/li/a")
    related = (
        (
            "related_news",
            LinksWith("=related_news", f"[not({_ASIDE})]"),
        ),
    )
