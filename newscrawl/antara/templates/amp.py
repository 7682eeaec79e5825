"""AMP pages of all hosts and years.

Which classes they use is not known, so little here rests on one: what AMP prescribes, the order of
the texts and their wording do.
"""

from lxml import etree

from newscrawl.antara.looks import all_of
from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import (
    AllOf,
    Around,
    FirstOf,
    LinksUnder,
    SeenFrom,
    When,
    has_class,
    xpath,
)

# A footer of the story itself has its credits.
_FOOTER = "footer[not(ancestor::article or ancestor::main)]"
_CHROME = (
    f"ancestor::*[self::nav or self::{_FOOTER} or self::aside or self::amp-sidebar or self::form]"
)
_SCRIPTS = "cdn.ampproject.org/"
_AMP = (
    "/html[@amp or @*[name()='⚡' or name()='⚡4ads'] or //style/@amp-boilerplate"
    f" or //script/@src[contains(., '{_SCRIPTS}')] or //amp-img]/body"
)
_BODY = "/html/body"
# "Jumat, 3 April 2020 17:15 WIB", alone in its element.
_DATE = (
    "*[self::time or text()[string-length() < 80][re:test(., '^\\s*(\\w+,\\s*)?"
    "(\\d{1,2}(st|nd|rd|th)? [A-Za-z]{3,9}|[A-Za-z]{3,9} \\d{1,2}),? \\d{4}"
    ",?\\s+\\d{1,2}[:.]\\d\\d(\\s*(WIB|WITA|WIT))?(, \\d{4})?\\s*$')]]"
)
# A caption without a class: short, ending with its credit, no dateline in it.
_CREDITED = (
    "[self::p or self::div or self::small or self::em or self::span or self::i]"
    "[not(.//img or .//amp-img)][string-length() < 1000]"
    "[re:test(., '(\\([A-Z][\\w .-]*/[^()]*\\)|[A-Z]{3,} ?/\\S[^()]*)\\.?\\s*$')]"
    "[not(re:test(., '\\(\\s*ANTARA[^()]*\\)\\s*[-–—]', 'i'))]"
)
_CAPTION_CLASS = f"[{has_class('caption')} or {has_class('wp-caption-text')}]"
_PICTURE = (
    "*[self::amp-img or self::figure or self::img]"
    f"[not(ancestor::figure or ancestor::a or ancestor::amp-img or {_CHROME})]"
)
_BESIDE = (
    "descendant::figcaption",
    f"descendant::*{_CAPTION_CLASS}",
    f"following-sibling::*[1]{_CAPTION_CLASS}",
    f"following-sibling::*[1]{_CREDITED}",
    f"self::*[not(following-sibling::*[1])]/../following-sibling::*[1]{_CAPTION_CLASS}",
    f"self::*[not(following-sibling::*[1])]/../following-sibling::*[1]{_CREDITED}",
)
_UNDER_DATE = f"{_DATE}/following-sibling::*[1]{_CREDITED}"
_HEADLINE = FirstOf(
    f"{_BODY}//h1[normalize-space()][not({_CHROME})]",
    f"{_BODY}//h2[normalize-space()][not({_CHROME})]",
)
_RELATED = LinksUnder(
    "//text()[re:test(., '^\\s*((Berita\\s+)?Terkait|Related\\s+News)\\s*$', 'i')]/.."
)


def _may_be_amp(root: etree._Element) -> bool:
    """Tell whether a page may be one: asked of all, and hardly one is."""
    return (
        any("amp" in name or "⚡" in name for name, _ in root.items())
        or bool(all_of(root, "amp-img"))
        or any(style.get("amp-boilerplate") is not None for style in all_of(root, "style"))
        or any(_SCRIPTS in (script.get("src") or "") for script in all_of(root, "script"))
    )


class Amp(Template):
    """``<html amp>``, or what every AMP page needs: its boilerplate, its scripts, ``amp-img``."""

    name = "AMP"
    is_rough = True
    story = When(
        _AMP,
        Around(
            _HEADLINE,
            xpath(
                f"{_BODY}//text()[string-length(normalize-space()) > 80]"
                f"[not(parent::script or parent::style or parent::noscript)][not({_CHROME})]/.."
            ),
            near=xpath(f"{_BODY}//text()[contains(., '©')][not({_CHROME})]/.."),
        ),
        may=_may_be_amp,
    )
    headline = _HEADLINE
    published = xpath(".//time/@datetime | .//meta[@itemprop='datePublished']/@content")
    printed_date = xpath(f".//{_DATE}")
    pictures = xpath(f".//{_PICTURE}")
    caption = FirstOf(
        *_BESIDE, f"self::*[not(preceding::amp-img[1])]/ancestor::body//{_UNDER_DATE}"
    )
    lone_caption = xpath(f".//{_UNDER_DATE}")
    body = xpath("self::*")
    apart = AllOf(
        _RELATED,
        xpath(
            f".//h1 | .//header | .//nav | .//{_FOOTER} | .//aside | .//{_DATE} | .//{_UNDER_DATE}"
        ),
        SeenFrom(xpath(f".//{_PICTURE}"), *_BESIDE),
    )
    tags = xpath(f"//a[contains(@href, '/tag/')][not({_CHROME})]")
    related = (("related_news", _RELATED),)
