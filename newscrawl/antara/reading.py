"""A page whose template is known, field by field, into a loader."""

from datetime import datetime
from typing import Any

from lxml import html

from newscrawl.antara.blocks import blocks
from newscrawl.antara.captions import split_caption
from newscrawl.antara.credits import Role
from newscrawl.antara.dates import local_iso
from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.head import Head
from newscrawl.antara.images import image_address
from newscrawl.antara.jsonld import LinkedData
from newscrawl.antara.lines import byline
from newscrawl.antara.links import related
from newscrawl.antara.markup import content
from newscrawl.antara.pictures import pictures
from newscrawl.antara.published import counted_back, published
from newscrawl.antara.quotes import pull_quotes
from newscrawl.antara.sections import breadcrumbs
from newscrawl.antara.story import Story, read_story
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import fold
from newscrawl.antara.urls import StoryUrl
from newscrawl.clock import WIB
from newscrawl.items import Image, Kind
from newscrawl.loaders import ArticleLoader

_BYLINE_FIELDS = {
    Role.REPORTERS: "reporters",
    Role.TRANSLATORS: "translators",
    Role.EDITORS: "editors",
}
_MOST_BYLINES = 20
"""How many bylines of a page are looked at."""


class PageReader:
    """One page and the loader that it is read into."""

    def __init__(
        self, root: html.HtmlElement, template: type[Template], element: html.HtmlElement
    ) -> None:
        """Take a page, its template and the template's story element."""
        self.loader = ArticleLoader()
        self._root, self._template, self._element = root, template, element
        self._head, self._data = Head(root), LinkedData(root)

    def read_template(self, own: StoryUrl) -> None:
        """Load what the template gives."""
        self.loader.add_value("template", self._template.name)
        self._add_texts()
        self._add_place()
        self._add_byline()
        story = self._story(own.kind)
        self._add_story(story)
        twins = self._head.published() + self._data.fields()["date_published"]
        date = published(self._template, self._element, twins)
        self.loader.add_value("date_published", date)
        images = self._pictures(own.url)
        self.loader.add_value("images", images)
        if own.kind == "photo" and not story.body:
            self.loader.add_value("body", _captions(images))
        links = related(self._template, self._root, own, story.mentions)
        self.loader.add_value("related", links)

    def read_fallbacks(self, item: FeedItem | None) -> dict[str, str]:
        """Load what the template did not give from elsewhere; return which fields, and whence."""
        headline = next(iter(self.loader.get_collected_values("headline")), None)
        sources = {
            "json-ld": self._data.fields() | {"images": self._named(self._data.image_addresses())},
            "meta": self._head.fields(headline)
            | {"images": self._named(self._head.image_addresses())},
            "feed": _feed_fields(item),
        }
        fallbacks: dict[str, str] = {}
        for source, fields in sources.items():
            for field, values in fields.items():
                if not self.loader.has(field):
                    self.loader.add_value(field, values)
                    if self.loader.has(field):
                        fallbacks[field] = source
        return fallbacks

    def count_back(self, fetched_at: datetime, known: datetime | None) -> None:
        """Load a time such as "35 menit lalu", where nothing exact was found anywhere.

        What an earlier visit found is nearer to the truth, and does not change by the hour.
        """
        if not self.loader.has("date_published"):
            date = counted_back(self._template, self._element, fetched_at)
            before = local_iso(known.astimezone(WIB)) if known else None
            self.loader.add_value("date_published", before or date)

    def _add_texts(self) -> None:
        template, element = self._template, self._element
        for field in ("headline", "section", "tags", "language"):
            self.loader.add_value(field, _texts(getattr(template, field)(element)))
        statements = [str(text) for text in template.modified(element)]
        self.loader.add_value("date_modified", statements)

    def _add_place(self) -> None:
        headline = next(iter(self.loader.get_collected_values("headline")), None)
        path, section = breadcrumbs(self._template, self._element, headline)
        self.loader.add_value("breadcrumbs", path)
        if section:
            self.loader.add_value("section", section)

    def _add_byline(self) -> None:
        for text in _texts(self._template.byline(self._element)[:_MOST_BYLINES]):
            for part in byline(fold(text)):
                if part.role in _BYLINE_FIELDS:
                    self.loader.add_value(_BYLINE_FIELDS[part.role], list(part.names))

    def _add_story(self, story: Story) -> None:
        for field in ("reporters", "translators", "editors", "agencies", "body"):
            self.loader.add_value(field, getattr(story, field))
        for field in ("dateline", "copyright_notice", "rights_notice"):
            self.loader.add_value(field, getattr(story, field))

    def _story(self, kind: Kind) -> Story:
        """Return the story of the body's container, pull quotes apart."""
        template, element = self._template, self._element
        container = next(iter(template.body(element)), None)
        boxes = frozenset(template.apart(element))
        quotes = pull_quotes(container, template.summary(element), boxes)
        self.loader.add_value("description", quotes.text)
        apart = quotes.apart | boxes
        ends = [block for credit in template.credits(element) for block in blocks(credit, apart)]
        text = blocks(container, apart) if container is not None else []
        return read_story(text, ends, is_rough=template.is_rough, is_video=kind == "video")

    def _pictures(self, base: str) -> list[Image]:
        named = self._head.image_addresses() + self._data.image_addresses()
        found = pictures(self._template, self._element, base, named)
        if found and not (found[0].caption or found[0].credit):
            found[0].caption, found[0].credit = self._lone_caption()
        return found

    def _lone_caption(self) -> tuple[str | None, str | None]:
        captions = _texts(self._template.lone_caption(self._element))[:1]
        return split_caption(captions[0] if captions else None)

    def _named(self, addresses: list[str]) -> list[Image]:
        """Return the first address of a page's metadata as a picture.

        Its caption may be on the page all the same.
        """
        url = next(filter(None, map(image_address, addresses)), None)
        caption, credit = self._lone_caption()
        return [Image(url=url, caption=caption, credit=credit)] if url else []


def _texts(selected: list[html.HtmlElement | str]) -> list[str]:
    """Return what an XPath selected as text; strings stand for themselves."""
    return [entry if isinstance(entry, str) else content(entry) for entry in selected]


def _captions(images: list[Image]) -> list[str]:
    """Return the captions of a gallery: its text, where it has no other."""
    return list(dict.fromkeys(image.caption for image in images if image.caption))


def _feed_fields(item: FeedItem | None) -> dict[str, list[Any]]:
    if item is None:
        return {}
    return {
        "headline": [item.title],
        "description": [item.description],
        "date_published": [item.published.isoformat() if item.published else None],
        "images": [item.image] if item.image else [],
    }
