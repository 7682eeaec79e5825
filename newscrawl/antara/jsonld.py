"""JSON-LD of a page: what its NewsArticle says, wherever in the data it stands."""

import html as entities
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from newscrawl.antara.images import image_address
from newscrawl.antara.looks import all_of
from newscrawl.antara.people import split_names
from newscrawl.antara.text import fold, word_set

_STORIES = (
    word_set(
        "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle "
        "OpinionNewsArticle BlogPosting"
    ),
    word_set("ImageGallery VideoObject"),
)
"""Types of a story, and those that count where there is none: a story may have a video in it."""
_LONGEST = 500_000
"""Characters that are read, of all scripts of a page together."""
_MOST = 2_000
"""Objects that are looked at, and strings of one field."""
_OPENINGS = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_CLOSINGS = (";", "-->", "//]]>", "// ]]>", "/*]]>*/", "]]>", "//")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_NO_ESCAPE = re.compile(r"""\\(?![\\"/bfnrtu])""")
_LABELS = word_set("news editor pewarta penulis reporter penerjemah sumber kategori")
_NO_SECTION = word_set("news berita indonesia")
_AGENCY = re.compile(r"antara\b.*|redaksi|admin\w*|newsroom", re.IGNORECASE)


class LinkedData:
    """The structured data of one page. Broken or absent data is as if it said nothing."""

    def __init__(self, root: etree._Element) -> None:
        """Read all scripts of a page."""
        self._nodes = [node for value in _values(root) for node in _nodes(value)][:_MOST]
        self._story: dict[str, Any] = next(
            (node for types in _STORIES for node in self._nodes if types & set(_types(node))), {}
        )
        self._fields: dict[str, list[str]] | None = None

    def fields(self) -> dict[str, list[str]]:
        """Return what it says of a record's fields, as printed.

        ``author`` is left out: on pages of 2017 it is the editor. ``creator`` is the reporter,
        unless the data name the same person as the editor.
        """
        if self._fields is None:  # asked for the time alone first, then for all
            self._fields = self._said()
        return self._fields

    def _said(self) -> dict[str, list[str]]:
        story = self._story
        labels, tags = _keywords(story.get("keywords"))
        editors = _people(story.get("editor"))
        named = set(editors) | {name for label, name in labels if label == "editor"}
        return {
            "headline": _strings(story.get("headline") or story.get("name"))[:1],
            "description": _strings(story.get("description"))[:1],
            "section": _section(_strings(story.get("articleSection")), labels),
            "breadcrumbs": self._breadcrumbs(),
            "tags": tags,
            "date_published": _strings(story.get("datePublished"))[:1],
            "date_modified": _strings(story.get("dateModified"))[:1],
            "reporters": [name for name in _people(story.get("creator")) if name not in named],
            "editors": editors,
        }

    def image_addresses(self) -> list[str]:
        """Return the addresses of the story's pictures."""
        return list(filter(image_address, _named(self._story.get("image"), "url")))

    def _breadcrumbs(self) -> list[str]:
        for node in self._nodes:
            if "BreadcrumbList" in _types(node):
                entries = _list(node.get("itemListElement"))[:_MOST]
                names = (_named(entry) + _named_item(entry) for entry in entries)
                return [name[0] for name in names if name]
        return []


def _values(root: etree._Element) -> Iterator[Any]:
    """Yield the values of a page's scripts, as many as are read."""
    left = _LONGEST
    for script in all_of(root, "script"):
        if "ld+json" not in script.get("type", ""):
            continue
        text = script.text or ""
        left -= len(text)
        if left < 0:
            return
        yield _load(text)


def _load(text: str) -> Any:
    """Return the value of a script, mending what is commonly broken, or None."""
    plain = _unwrapped(text)
    mended = _NO_ESCAPE.sub("", plain)
    for attempt in (plain, mended, _TRAILING_COMMA.sub("", mended)):
        try:
            # Newlines inside strings are common and harmless.
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(text: str) -> str:
    """Return a script without the comment or the CDATA section around it."""
    text = text.strip().removeprefix("\ufeff")
    for opening in _OPENINGS:
        text = text.removeprefix(opening).lstrip()
    for _ in range(2):
        for closing in _CLOSINGS:
            text = text.removesuffix(closing).rstrip()
    return text


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a value, of its lists, of its ``@graph`` and its main entity."""
    for entry in _list(value):
        if isinstance(entry, list):
            yield from (node for node in entry if isinstance(node, dict))
        elif isinstance(entry, dict):
            yield entry
            for key in ("@graph", "mainEntity"):
                yield from (node for node in _list(entry.get(key)) if isinstance(node, dict))


def _types(node: dict[str, Any]) -> list[str]:
    """Return the types of an object: ``https://schema.org/NewsArticle`` is ``NewsArticle``."""
    return [re.split(r"[/:#]", name)[-1] for name in _strings(node.get("@type"))]


def _keywords(value: Any) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the labelled entries of keywords (``Editor:Nama``, ``Dunia:ASEAN``), and the tags.

    A first entry ``Dunia:ASEAN`` is the section; elsewhere only the site's own labels are labels.
    """
    words = [word.strip() for text in _strings(value) for word in text.split(",")][:_MOST]
    labels: list[tuple[str, str]] = []
    tags: list[str] = []
    for place, word in enumerate(words):
        label, colon, rest = map(fold, word.partition(":"))
        known = label.lower() in _LABELS
        if colon and (known or (place == 0 and ": " not in word)):
            labels.append((label.lower() if known else label, rest))
        elif word:
            tags.append(word)
    return labels, tags


def _section(stated: list[str], labels: list[tuple[str, str]]) -> list[str]:
    """Return the section: the one stated, or the first half of ``Kategori:Subkategori``."""
    printed = [label for label, _ in labels if label not in _LABELS]
    return [name for name in [*stated, *printed] if name.strip().lower() not in _NO_SECTION][:1]


def _people(value: Any) -> list[str]:
    """Return the names of persons; the agency and its desks are none."""
    names = [name for text in _named(value) if "://" not in text for name in split_names(text)]
    return [name for name in names if not _AGENCY.fullmatch(name)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _strings(value: Any, depth: int = 4) -> list[str]:
    """Return the strings of a value, also of lists in lists, with their entities resolved."""
    if isinstance(value, str):
        return [entities.unescape(value)] if value.strip() else []
    if isinstance(value, list) and depth:
        return [text for entry in value[:_MOST] for text in _strings(entry, depth - 1)]
    return []


def _named(value: Any, key: str = "name") -> list[str]:
    """Return strings, and of objects among them their name."""
    found: list[str] = []
    for entry in _list(value)[:_MOST]:
        found += _strings(entry.get(key) if isinstance(entry, dict) else entry)
    return found


def _named_item(entry: Any) -> list[str]:
    item = entry.get("item") if isinstance(entry, dict) else None
    return _named(item) if isinstance(item, dict) else []
