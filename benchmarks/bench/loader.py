"""A loader as a usual project writes it: seventeen fields of today's template, each by a selector.

It is what newscrawl's reading is held against, and reads much less: it knows one template, checks
nothing, and takes names, dates and captions as they are printed.
"""

from dataclasses import dataclass, field
from typing import Any

from itemloaders import ItemLoader
from itemloaders.processors import Identity, Join, MapCompose, TakeFirst
from parsel import Selector
from w3lib.html import remove_tags

_PICTURE = ".wrap__article-detail-image img"
_CREDITS = ".wrap__article-detail-content p.text-muted::text"
FIELDS = {
    "url": 'link[rel="canonical"]::attr(href)',
    "headline": ".wrap__article-detail-title h1::text",
    "description": 'meta[name="description"]::attr(content)',
    "section": ".breadcrumbs li:nth-child(2) a::text",
    "breadcrumbs": ".breadcrumbs li a::text",
    "tags": ".blog-tags a::text",
    "language": "html::attr(lang)",
    "date_published": 'meta[property="article:published_time"]::attr(content)',
    "date_modified": 'meta[property="article:modified_time"]::attr(content)',
    "body": ".wrap__article-detail-content > p:not(.text-muted)",
    "reporters": _CREDITS,
    "translators": _CREDITS,
    "editors": _CREDITS,
    "images": f"{_PICTURE}::attr(data-src), {_PICTURE}:not([data-src])::attr(src)",
    "captions": ".wrap__article-detail-image figcaption::text",
    "related": ".baca-juga a::attr(href)",
    "copyright_notice": _CREDITS,
}
_PATTERNS = {
    "reporters": r"(?:Pewarta|Oleh|Reporter):?\s*(.+)",
    "translators": r"(?:Penerjemah|Translator):\s*(.+)",
    "editors": r"Editor:\s*(.+)",
    "copyright_notice": r"(Copyright .+)",
}


@dataclass
class Story:
    """What is loaded."""

    url: str | None = None
    headline: str | None = None
    description: str | None = None
    section: str | None = None
    breadcrumbs: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    language: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    body: str | None = None
    reporters: list[str] = field(default_factory=list)
    translators: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    copyright_notice: str | None = None


class StoryLoader(ItemLoader):
    """Strips what it finds; keeps lists, takes the first of what is one."""

    default_item_class = Story
    default_input_processor = MapCompose(str.strip)
    default_output_processor = Identity()
    url_out = headline_out = description_out = section_out = language_out = TakeFirst()
    date_published_out = date_modified_out = copyright_notice_out = TakeFirst()
    body_in = MapCompose(remove_tags, str.strip)
    body_out = Join("\n\n")


def load(selector: Selector) -> Any:
    """Return the item of a page."""
    loader = StoryLoader(selector=selector)
    for name, css in FIELDS.items():
        loader.add_css(name, css, re=_PATTERNS.get(name))
    return loader.load_item()
