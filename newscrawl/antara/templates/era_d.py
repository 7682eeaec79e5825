"""Era D, 2023 to the present."""

from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import (
    AnyOf,
    Around,
    FirstOf,
    LinksIn,
    LinksWith,
    SeenFrom,
    WithClass,
    has_class,
    xpath,
)

_DETAIL = "wrap__article-detail"
_ASIDE = (
    f"ancestor::*[self::aside or {has_class('col-md-4')} or {has_class('single_navigation-prev')}"
    f" or {has_class('single_navigation-next')} or {has_class(_DETAIL + '-content')}]"
)
_IMAGE = f"*[{has_class(_DETAIL + '-image')}]"
_ALONE = (
    f"[ancestor::{_IMAGE}][not(.//figure)]"
    f"[not(ancestor::figure or ancestor::*[{has_class('item')}])]"
)
_TEXT = f"*[{has_class(_DETAIL + '-content')}]"
# Some pages have what stands under the text behind the story's element and not in it.
_COLUMN = (
    f"(ancestor-or-self::*[{has_class('col-md-8')}][1]"
    f" | self::*[not(ancestor-or-self::*[{has_class('col-md-8')}])])"
)
_MUTED = has_class("text-muted")
_NO_CREDIT = (
    f"self::aside or self::p or self::figure or {has_class('sidebar')} or {has_class('col-md-4')}"
    f" or {has_class('related-article')} or {has_class(_DETAIL + '-info')}"
    f" or {has_class(_DETAIL + '-title')} or {has_class(_DETAIL + '-image')}"
    f" or {has_class(_DETAIL + '-content')} or {_MUTED}"
)
_CREDITED = (
    "[re:test(., '^\\s*(Pewarta|Oleh|Reporter|Penulis|Penerjemah|Translator|Editor|Redaktur)\\s*:"
    "|^\\s*(COPYRIGHT|Copyright)?\\s*©')]"
)
_CAPTION = f"*[{has_class('caption')} or {has_class('wp-caption-text')}]"
# "<p><img><br><em>Rapat. (ANTARA/HO)</em></p>": nothing but a picture and its caption.
_CAPTIONED = (
    "p[count(.//img) = 1][count(em) = 1][not(text()[normalize-space()])][string-length() < 500]"
    "[re:test(em, '(\\([^()]*[A-Z]{2}[^()]*\\)|[A-Z]{3,} ?/\\S[^()]*)\\.?\\s*$')]"
)


class EraD(Template):
    """``div.wrap__article-detail`` and its parts."""

    name = "D"
    # Mostly div.wrap__article-detail.
    story = Around(
        xpath(f"//h1[ancestor::*[{has_class(_DETAIL + '-title')}]]"),
        FirstOf(
            WithClass("//*", _DETAIL + "-content"),
            WithClass("//*", _DETAIL + "-image"),
        ),
    )
    headline = xpath(f".//h1[ancestor::*[{has_class(_DETAIL + '-title')}]]")
    summary = AnyOf(
        xpath(
            f".//h3[ancestor::*[{has_class(_DETAIL + '-title')}]]"
            " | .//blockquote[not(ancestor::aside)]"
        ),
        WithClass(".//*", "quote_old"),
        WithClass(".//*", "block-quote"),
    )
    printed_date = WithClass(".//*", _DETAIL + "-info")
    # Mostly a <figure>; else the slides of a gallery, or the picture alone.
    pictures = AnyOf(
        xpath(
            f".//figure[ancestor::{_IMAGE} or ancestor::{_TEXT}]"
            f" | .//a[.//img]{_ALONE} | .//img[not(ancestor::a)]{_ALONE}"
            f" | .//{_CAPTIONED}[ancestor::{_TEXT}]",
        ),
        WithClass(".//*", "item", f"[.//img][not(.//figure)][ancestor::{_IMAGE}]"),
    )
    caption = xpath(
        f".//figcaption | .//{_CAPTION} | self::p/em"
        " | self::*[self::img or self::a or self::figure]"
        f"/following-sibling::*[1][self::{_CAPTION}]"
    )
    body = WithClass(".//*", _DETAIL + "-content")
    apart = xpath(f".//{_CAPTIONED}[ancestor::{_TEXT}]/em")
    # The credits stand in the text's container; where they do not, they come behind it.
    credits = AnyOf(
        SeenFrom(
            body,
            "following-sibling::p"
            f" | following-sibling::div[not({_MUTED} or .//*[{_MUTED}])]{_CREDITED}",
            most=1,
        ),
        xpath(
            f"{_COLUMN}//*[{_MUTED}][not(self::p[preceding-sibling::{_TEXT}])]"
            f"[not(ancestor::*[{_NO_CREDIT}])]"
        ),
    )
    breadcrumbs = WithClass("//li", "breadcrumbs__item")
    tags = xpath(f"{_COLUMN}//a[ancestor::*[{has_class('blog-tags')}]]")
    related = (
        (
            "related_news",
            AnyOf(
                LinksIn(WithClass("//*", "related-article"), "[not(ancestor::aside)]"),
                LinksWith("utm_campaign=related_news", f"[not({_ASIDE})]"),
            ),
        ),
    )
