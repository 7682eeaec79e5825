"""JSON-LD of a page: what its NewsArticle says, wherever in the data it stands."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from newscrawl.antara.text import word_set

_SCRIPTS = etree.XPath("//script[contains(@type, 'ld+json')]")
_TYPES = word_set(
    "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle "
    "BlogPosting OpinionNewsArticle ImageGallery VideoObject"
)
_LONGEST = 500_000
"""Characters of one script that is read."""
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_NO_SECTION = word_set("news berita indonesia")


class LinkedData:
    """The structured data of one page. Broken or absent data is as if it said nothing."""

    def __init__(self, root: html.HtmlElement) -> None:
        """Read all scripts of a page."""
        self._nodes = [node for script in _SCRIPTS(root) for node in _nodes(_load(script.text))]
        self._story: dict[str, Any] = next(
            (node for node in self._nodes if _TYPES & set(_strings(node.get("@type")))), {}
        )

    def fields(self) -> dict[str, list[str]]:
        """Return what it says of a record's fields, as printed.

        ``author`` is left out: on pages of 2017 it is the editor. ``creator`` is the reporter.
        """
        story = self._story
        keywords = [word for word in _strings(story.get("keywords")) if ":" not in word]
        sections = _strings(story.get("articleSection"))
        return {
            "headline": _strings(story.get("headline") or story.get("name"))[:1],
            "description": _strings(story.get("description"))[:1],
            "section": [name for name in sections if name.lower() not in _NO_SECTION][:1],
            "breadcrumbs": self._breadcrumbs(),
            "tags": keywords,
            "date_published": _strings(story.get("datePublished"))[:1],
            "date_modified": _strings(story.get("dateModified"))[:1],
            "reporters": _named(story.get("creator")),
        }

    def image_addresses(self) -> list[str]:
        """Return the addresses of the story's pictures."""
        return [text for text in _named(self._story.get("image"), "url") if "/" in text]

    def _breadcrumbs(self) -> list[str]:
        for node in self._nodes:
            if "BreadcrumbList" in _strings(node.get("@type")):
                entries = node.get("itemListElement")
                names = (_named(entry) + _named_item(entry) for entry in _list(entries))
                return [name[0] for name in names if name]
        return []


def _load(text: str | None) -> Any:
    """Return the value of a script, mending what is commonly broken, or None."""
    if not text or len(text) > _LONGEST:
        return None
    plain = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip()
    for attempt in (plain, _TRAILING_COMMA.sub("", plain)):
        try:
            # Newlines inside strings are common and harmless.
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a value, of its lists and of its ``@graph``."""
    for entry in _list(value):
        if isinstance(entry, dict):
            yield entry
            yield from (node for node in _list(entry.get("@graph")) if isinstance(node, dict))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _strings(value: Any, depth: int = 4) -> list[str]:
    """Return the strings of a value, also of lists in lists."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list) and depth:
        return [text for entry in value for text in _strings(entry, depth - 1)]
    return []


def _named(value: Any, key: str = "name") -> list[str]:
    """Return strings, and of objects among them their name."""
    found: list[str] = []
    for entry in _list(value):
        found += _strings(entry.get(key) if isinstance(entry, dict) else entry)
    return found


def _named_item(entry: Any) -> list[str]:
    item = entry.get("item") if isinstance(entry, dict) else None
    return _named(item) if isinstance(item, dict) else []
