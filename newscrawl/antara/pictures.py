"""Pictures of a story, with captions and credits."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newscrawl.antara.captions import split_caption
from newscrawl.antara.images import file_name, image_address, largest
from newscrawl.antara.markup import content
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import word_set
from newscrawl.items import Image

_LAZY = word_set("data-src data-original data-lazy-src src")
_SETS = word_set("srcset data-srcset")
_MOST = 200
"""How many pictures of a page are looked at."""
_MOST_FORMS = 50
"""How many elements of one picture, and addresses of one srcset, are looked at."""


def pictures(
    template: type[Template], story: etree._Element, base: str, named: list[str]
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


def _largest(element: etree._Element, base: str, named: list[str]) -> str | None:
    printed = [*_addresses(element), *_sizes(element)]
    addresses = [image_address(address, base) for address in printed if address]
    own = [address for address in addresses if address]
    files = {file_name(address) for address in own}
    return largest(own + [address for address in named if file_name(address) in files])


def _addresses(element: etree._Element) -> Iterator[str]:
    """Yield addresses of a picture: a lazy one has a placeholder in ``src``.

    A small one may lead to its large form.
    """
    for part in islice(element.iter("a", "img", "amp-img"), _MOST_FORMS):
        href = part.get("href", "")
        if part.tag != "a":
            yield from (value for name, value in part.items() if name in _LAZY)
        elif ("/new/" in href or "/cache/" in href) and part.find(".//img") is not None:
            yield href


def _sizes(element: etree._Element) -> Iterator[str]:
    """Yield the addresses of its srcsets: each has a width or density behind a blank."""
    for part in islice(element.iter("img", "amp-img", "source"), _MOST_FORMS):
        for value in (value for name, value in part.items() if name in _SETS):
            for entry in value.split(",", _MOST_FORMS)[:_MOST_FORMS]:
                yield entry.strip().partition(" ")[0]
