"""A page whose template is known, field by field, into a loader."""

from typing import Any

from lxml import html

from newscrawl.antara.blocks import blocks
from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.head import Head
from newscrawl.antara.images import image_address
from newscrawl.antara.jsonld import LinkedData
from newscrawl.antara.lines import Role, byline
from newscrawl.antara.links import related
from newscrawl.antara.markup import content
from newscrawl.antara.pictures import pictures
from newscrawl.antara.published import published
from newscrawl.antara.quotes import pull_quotes
from newscrawl.antara.sections import breadcrumbs
from newscrawl.antara.story import Story, read_story
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import fold
from newscrawl.antara.urls import StoryUrl
from newscrawl.items import Image
from newscrawl.loaders import ArticleLoader

_BYLINE_FIELDS = {
    Role.REPORTERS: "reporters",
    Role.TRANSLATORS: "translators",
    Role.EDITORS: "editors",
}


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
        story = self._story()
        self._add_story(story)
        twins = self._head.published() + self._data.fields()["date_published"]
        date = published(self._template, self._element, twins)
        self.loader.add_value("date_published", date)
        self.loader.add_value("images", self._pictures(own.url))
        links = related(self._template, self._root, own, story.mentions)
        self.loader.add_value("related", links)

    def read_fallbacks(self, item: FeedItem | None) -> dict[str, str]:
        """Load what the template did not give from elsewhere; return which fields, and whence."""
        headline = next(iter(self.loader.get_collected_values("headline")), None)
        sources = {
            "json-ld": self._data.fields() | {"images": _images(self._data.image_addresses())},
            "meta": self._head.fields(headline) | {"images": _images(self._head.image_addresses())},
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
        for text in _texts(self._template.byline(self._element)):
            for part in byline(fold(text)):
                self.loader.add_value(_BYLINE_FIELDS[part.role], list(part.names))

    def _add_story(self, story: Story) -> None:
        for field in ("reporters", "translators", "editors", "agencies", "body"):
            self.loader.add_value(field, getattr(story, field))
        for field in ("dateline", "copyright_notice", "rights_notice"):
            self.loader.add_value(field, getattr(story, field))

    def _story(self) -> Story:
        """Return the story of the body's container, pull quotes apart."""
        containers = self._template.body(self._element)
        if not containers:
            return Story()
        quotes = pull_quotes(containers[0], self._template.summary(self._element))
        self.loader.add_value("description", quotes.text)
        return read_story(blocks(containers[0], quotes.apart))

    def _pictures(self, base: str) -> list[Image]:
        named = self._head.image_addresses() + self._data.image_addresses()
        return pictures(self._template, self._element, base, named)


def _texts(selected: list[html.HtmlElement | str]) -> list[str]:
    """Return what an XPath selected as text; strings stand for themselves."""
    return [entry if isinstance(entry, str) else content(entry) for entry in selected]


def _images(addresses: list[str]) -> list[Image]:
    """Return the first address of a page's metadata as a picture, of which no more is known."""
    found = filter(None, map(image_address, addresses))
    return [Image(url=url) for url in list(found)[:1]]


def _feed_fields(item: FeedItem | None) -> dict[str, list[Any]]:
    if item is None:
        return {}
    return {
        "headline": [item.title],
        "description": [item.description],
        "date_published": [item.published.isoformat() if item.published else None],
        "images": [item.image] if item.image else [],
    }
