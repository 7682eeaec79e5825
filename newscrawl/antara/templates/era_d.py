"""Era D, 2023 to the present."""

from lxml import etree

from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import Around, FirstOf, has_class

_DETAIL = "wrap__article-detail"
_ASIDE = (
    f"ancestor::*[self::aside or {has_class('col-md-4')} or {has_class('single_navigation-prev')}"
    f" or {has_class('single_navigation-next')} or {has_class(_DETAIL + '-content')}]"
)


class EraD(Template):
    """``div.wrap__article-detail`` and its parts."""

    name = "D"
    # Mostly div.wrap__article-detail.
    story = Around(
        etree.XPath(f"//h1[ancestor::*[{has_class(_DETAIL + '-title')}]]"),
        FirstOf(f"//*[{has_class(_DETAIL + '-content')}]", f"//*[{has_class(_DETAIL + '-image')}]"),
    )
    headline = etree.XPath(f".//h1[ancestor::*[{has_class(_DETAIL + '-title')}]]")
    summary = etree.XPath(
        f".//h3[ancestor::*[{has_class(_DETAIL + '-title')}]]"
        f" | .//*[{has_class('quote_old')} or {has_class('block-quote')}]"
        f" | .//blockquote[not(ancestor::aside)]"
    )
    printed_date = etree.XPath(f".//*[{has_class(_DETAIL + '-info')}]")
    pictures = etree.XPath(
        f".//figure[ancestor::*[{has_class(_DETAIL + '-image')}"
        f" or {has_class(_DETAIL + '-content')}]]"
    )
    caption = etree.XPath(".//figcaption")
    body = etree.XPath(f".//*[{has_class(_DETAIL + '-content')}]")
    # The credits stand in the text's container; where they do not, they come behind it.
    credits = etree.XPath(f"(.//*[{has_class(_DETAIL + '-content')}])[1]/following-sibling::p")
    breadcrumbs = etree.XPath(f"//li[{has_class('breadcrumbs__item')}]")
    # Some pages have them behind the story's element and not in it.
    tags = etree.XPath(
        f"(ancestor-or-self::*[{has_class('col-md-8')}][1]"
        f" | self::*[not(ancestor-or-self::*[{has_class('col-md-8')}])])"
        f"//a[ancestor::*[{has_class('blog-tags')}]]"
    )
    related = (
        (
            "related_news",
            etree.XPath(
                f"//a[@href][ancestor::*[{has_class('related-article')}]][not(ancestor::aside)]"
                f" | //a[contains(@href, 'utm_campaign=related_news')][not({_ASIDE})]"
            ),
        ),
    )
