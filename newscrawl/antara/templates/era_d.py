"""Era D, 2023 to the present."""

from lxml import etree

from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import has_class

_DETAIL = "wrap__article-detail"
_ASIDE = (
    f"ancestor::*[self::aside or {has_class('col-md-4')} or {has_class('single_navigation-prev')}"
    f" or {has_class('single_navigation-next')} or {has_class(_DETAIL + '-content')}]"
)


class EraD(Template):
    """``div.wrap__article-detail`` and its parts."""

    name = "D"
    # The smallest element that holds headline and text: mostly div.wrap__article-detail.
    story = etree.XPath(
        f"(//*[{has_class(_DETAIL + '-title')}]//h1)[1]"
        f"/ancestor::*[.//*[{has_class(_DETAIL + '-content')}]][1]"
    )
    headline = etree.XPath(f".//*[{has_class(_DETAIL + '-title')}]//h1")
    summary = etree.XPath(
        f".//*[{has_class(_DETAIL + '-title')}]//h3"
        f" | .//*[{has_class('quote_old')} or {has_class('block-quote')}]"
        f" | .//blockquote[not(ancestor::aside)]"
    )
    printed_date = etree.XPath(f".//*[{has_class(_DETAIL + '-info')}]")
    pictures = etree.XPath(
        f".//*[{has_class(_DETAIL + '-image')}]//figure"
        f" | .//*[{has_class(_DETAIL + '-content')}]//figure"
    )
    caption = etree.XPath(".//figcaption")
    body = etree.XPath(f".//*[{has_class(_DETAIL + '-content')}]")
    breadcrumbs = etree.XPath(f"//li[{has_class('breadcrumbs__item')}]")
    # Some pages have them behind the story's element and not in it.
    tags = etree.XPath(
        f"(ancestor-or-self::*[{has_class('col-md-8')}][1]"
        f" | self::*[not(ancestor-or-self::*[{has_class('col-md-8')}])])"
        f"//*[{has_class('blog-tags')}]//a"
    )
    related = (
        (
            "related_news",
            etree.XPath(
                f"//*[{has_class('related-article')}]//a[@href][not(ancestor::aside)]"
                f" | //a[contains(@href, 'utm_campaign=related_news')][not({_ASIDE})]"
            ),
        ),
    )
