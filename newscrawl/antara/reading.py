"""A page whose template is known, field by field, into a loader."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property
from typing import Any

from lxml import etree

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
_STORY_FIELDS = (
    "reporters",
    "translators",
    "editors",
    "agencies",
    "body",
    "dateline",
    "copyright_notice",
    "rights_notice",
)
_FALLBACKS = (
    "headline",
    "description",
    "section",
    "breadcrumbs",
    "tags",
    "date_published",
    "date_modified",
    "reporters",
    "editors",
    "images",
)
"""Fields that are looked for elsewhere, where the template does not give them."""
_MOST_BYLINES = 20
"""How many bylines of a page are looked at."""


class PageReader:
    """One page and the loader that it is read into."""

    def __init__(
        self, root: etree._Element, template: type[Template], element: etree._Element
    ) -> None:
        """Take a page, its template and the template's story element."""
        self.loader = ArticleLoader()
        self._root, self._template, self._element = root, template, element
        self._head, self._data = Head(root), LinkedData(root)

    def read_template(self, own: StoryUrl) -> None:
        """Load what the template gives."""
        self.loader.add("template", self._template.name)
        self._add_texts()
        self._add_place()
        self._add_byline()
        story = self._story(own.kind)
        self._add_story(story)
        date = published(self._template, self._element, self._twins())
        self._add("date_published", date)
        images = self._pictures(own.url)
        self._add("images", images)
        if own.kind == "photo" and not story.body:
            self.loader.add("body", _captions(images))
        self._add("related", related(self._template, self._root, own, story.mentions))

    def read_fallbacks(self, item: FeedItem | None) -> dict[str, str]:
        """Load what the template did not give from elsewhere; return which fields, and whence."""
        fallbacks: dict[str, str] = {}
        missing = {field for field in _FALLBACKS if not self.loader.has(field)}
        for source, fields in self._elsewhere(item, missing):
            for field in [field for field in fields if field in missing]:
                self.loader.add(field, fields[field])
                if self.loader.has(field):
                    fallbacks[field] = source
                    missing.remove(field)
        return fallbacks

    def count_back(self, fetched_at: datetime, known: datetime | None) -> None:
        """Load a time such as "35 menit lalu", where nothing exact was found anywhere.

        What an earlier visit found is nearer to the truth, and does not change by the hour.
        """
        if not self.loader.has("date_published"):
            date = counted_back(self._template, self._element, fetched_at)
            before = local_iso(known.astimezone(WIB)) if known else None
            self._add("date_published", before or date)

    def _elsewhere(
        self, item: FeedItem | None, missing: set[str]
    ) -> Iterator[tuple[str, dict[str, list[Any]]]]:
        """Yield what other sources say, each as long as something is missing."""
        headline = self._headline()
        if missing:
            yield "json-ld", self._linked | self._named(self._data.image_addresses, missing)
        if missing:
            named = self._named(self._head.image_addresses, missing)
            yield "meta", self._head.fields(headline) | named
        if missing:
            yield "feed", _feed_fields(item)

    @cached_property
    def _linked(self) -> dict[str, list[str]]:
        return self._data.fields()

    def _twins(self) -> Iterator[str]:
        """Yield times of publication that the page states elsewhere."""
        yield from self._head.published()
        yield from self._linked["date_published"]

    def _headline(self) -> str | None:
        return next(iter(self.loader.get_collected_values("headline")), None)

    def _add(self, field: str, found: Any) -> None:
        if found:
            self.loader.add(field, found)

    def _add_texts(self) -> None:
        template, element = self._template, self._element
        for field in ("headline", "section", "tags", "language"):
            self._add(field, _texts(getattr(template, field)(element)))
        self._add("date_modified", [str(text) for text in template.modified(element)])

    def _add_place(self) -> None:
        path, section = breadcrumbs(self._template, self._element, self._headline())
        self._add("breadcrumbs", path)
        self._add("section", section)

    def _add_byline(self) -> None:
        for text in _texts(self._template.byline(self._element)[:_MOST_BYLINES]):
            for part in byline(fold(text)):
                if part.role in _BYLINE_FIELDS:
                    self.loader.add(_BYLINE_FIELDS[part.role], list(part.names))

    def _add_story(self, story: Story) -> None:
        for field in _STORY_FIELDS:
            self._add(field, getattr(story, field))

    def _story(self, kind: Kind) -> Story:
        """Return the story of the body's container, pull quotes apart."""
        template, element = self._template, self._element
        container = next(iter(template.body(element)), None)
        boxes = frozenset(template.apart(element))
        quotes = pull_quotes(container, template.summary(element), boxes)
        self._add("description", quotes.text)
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

    def _named(
        self, addresses: Callable[[], list[str]], missing: set[str]
    ) -> dict[str, list[Image]]:
        """Return the first address of a page's metadata as a picture, where none was found.

        Its caption may be on the page all the same.
        """
        found = map(image_address, addresses()) if "images" in missing else ()
        url = next(filter(None, found), None)
        if url is None:
            return {}
        caption, credit = self._lone_caption()
        return {"images": [Image(url=url, caption=caption, credit=credit)]}


def _texts(selected: list[etree._Element | str]) -> list[str]:
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
