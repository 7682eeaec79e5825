"""Which rule found a field: a template's, with its XPath in short, or a fallback's name."""

from typing import Any

from lxml import etree

from newscrawl.antara.markup import content
from newscrawl.antara.templates.base import NOWHERE, Template
from newscrawl.antara.xpaths import Selector
from newscrawl.doctor.selectors import deciding, short
from newscrawl.items import Article

_CREDITS = ("byline", "credits", "body")
_END = ("credits", "body")
PLACES: dict[str, tuple[str, ...]] = {
    "headline": ("headline",),
    "description": ("summary", "body"),
    "section": ("breadcrumbs", "section"),
    "breadcrumbs": ("breadcrumbs",),
    "tags": ("tags",),
    "language": ("language",),
    "date_published": ("published", "printed_date"),
    "date_modified": ("modified",),
    "dateline": ("body",),
    "body": ("body", "pictures"),
    "reporters": _CREDITS,
    "translators": _CREDITS,
    "editors": _CREDITS,
    "agencies": _END,
    "images": ("pictures",),
    "related": ("related", "body"),
    "copyright_notice": _END,
    "rights_notice": _END,
}
"""Attributes of a template that a field is read from; of several, the one that holds its value."""

_PARTS = {
    "dateline": "start of ",
    "description": "pull quote in ",
    "reporters": "credit lines in ",
    "translators": "credit lines in ",
    "editors": "credit lines in ",
    "agencies": "sources in ",
    "related": "links in ",
    "copyright_notice": "line in ",
    "rights_notice": "line in ",
}
"""What of the text a field is, where its place is that of the text or of its end."""
_PROBE = 40
"""Characters by which a value is found again."""


class Rules:
    """The rules of the template that read one page."""

    def __init__(self, template: type[Template], root: etree._Element) -> None:
        """Take a template and a page that it knows."""
        self._template = template
        self._element: etree._Element = (template.story(root) or [root])[0]

    def has_rule(self, field: str) -> bool:
        """Tell whether the template says anything of a field."""
        return any(self._selectors(place) for place in PLACES.get(field, ()))

    def finds(self, field: str) -> bool:
        """Tell whether the template selects anything on the page where a field may be."""
        return self._found(None, PLACES.get(field, ())) is not None

    def rule(self, article: Article, field: str) -> str:
        """Return the rule that gave a record's field; the template's name where none is known."""
        found = self._found(_probe(article, field), PLACES.get(field, ()))
        if found is None:
            return self._template.name
        place, selector = found
        part = _PARTS.get(field, "") if place in _END else ""
        expression = short(deciding(selector, self._element))
        return f"{self._template.name} {part}{place}: {expression}"

    def _found(self, probe: str | None, places: tuple[str, ...]) -> tuple[str, Selector] | None:
        """Return the place that holds a text, or else the first where there is anything."""
        there = [
            (place, selector, self._text(selector))
            for place in places
            for selector in self._selectors(place)
            if selector(self._element)
        ]
        holding = (entry for entry in there if probe is not None and probe in entry[2])
        best = next(holding, there[0] if there else None)
        return best[:2] if best else None

    def _selectors(self, place: str) -> list[Selector]:
        value = getattr(self._template, place)
        selectors = [entry[1] for entry in value] if place == "related" else [value]
        return [selector for selector in selectors if selector is not NOWHERE]

    def _text(self, selector: Selector) -> str:
        selected = selector(self._element)
        return _bare("".join(e if isinstance(e, str) else content(e) for e in selected))


def _probe(article: Article, field: str) -> str | None:
    """Return the beginning of what a field says, by which its place is told from others."""
    value: Any = getattr(article, field)
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):  # a dateline, a link, a picture
        said = (getattr(value, part, None) for part in ("text", "title", "caption"))
        value = next(filter(None, said), None)
    return _bare(value)[:_PROBE] if value else None


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()
