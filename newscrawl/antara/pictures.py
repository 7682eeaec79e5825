"""Pictures of a story, with captions and credits."""

from lxml import etree, html

from newscrawl.antara.captions import split_caption
from newscrawl.antara.images import file_name, image_address, largest
from newscrawl.antara.markup import content
from newscrawl.antara.templates.base import Template
from newscrawl.items import Image

# Lazy pictures have a placeholder in src; a small one may lead to its large form.
_ADDRESSES = etree.XPath(
    "descendant-or-self::*[self::img or self::amp-img]"
    "/@*[name()='data-src' or name()='data-original' or name()='data-lazy-src' or name()='src']"
    " | descendant-or-self::a[.//img]/@href[contains(., '/new/') or contains(., '/cache/')]"
)
_SETS = etree.XPath(
    "descendant-or-self::*[self::img or self::amp-img or self::source]"
    "/@*[name()='srcset' or name()='data-srcset']"
)
_MOST = 200
"""How many pictures of a page are looked at."""


def pictures(
    template: type[Template], story: html.HtmlElement, base: str, named: list[str]
) -> list[Image]:
    """Return the story's pictures in page order, each in its largest form.

    Args:
        template: says where pictures and captions stand.
        story: the template's story element.
        base: the page's address.
        named: addresses that the page's head gives; one of the same file as a picture may be
            the larger form.
    """
    found: dict[str, Image] = {}
    for element in template.pictures(story)[:_MOST]:
        url = _largest(element, base, named)
        if url is not None and file_name(url) not in found:
            captions = template.caption(element)
            caption, credit = split_caption(content(captions[0]) if captions else None)
            found[file_name(url)] = Image(url=url, caption=caption, credit=credit)
    return list(found.values())


def _largest(element: html.HtmlElement, base: str, named: list[str]) -> str | None:
    # A srcset is a list of addresses, each with a width or density behind a blank.
    entries = (entry.strip() for value in _SETS(element) for entry in value.split(","))
    printed = [*_ADDRESSES(element), *(entry.partition(" ")[0] for entry in entries)]
    addresses = [image_address(address, base) for address in printed if address]
    own = [address for address in addresses if address]
    files = {file_name(address) for address in own}
    return largest(own + [address for address in named if file_name(address) in files])
