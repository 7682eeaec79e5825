"""The page: one document that nothing in the records can break."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from newscrawl.gazetteer import countries
from newscrawl.picture import page as module
from newscrawl.picture.page import page
from newscrawl.places import Places
from tests.making import article
from tests.picture import directory
from tests.picture.newsroom import NASTY, newsroom

_NOBODY_LIVES_THERE = {"AQ", "BV", "HM", "UM"}
_WORLD = Path(module.__file__).with_name("assets") / "world.json"


class _Elements(HTMLParser):
    """What a browser would find: elements with their attributes, and the text of some."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self._now = ""
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._now = f"{tag}#{dict(attrs).get('id', '')}"

    def handle_endtag(self, tag: str) -> None:
        self._now = f"after {tag}"

    def handle_data(self, data: str) -> None:
        self.text[self._now] = self.text.get(self._now, "") + data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, str]:
    """Return the data of a directory with nasty stories in it, and its page."""
    data = directory.told(newsroom(tmp_path_factory.mktemp("data")))
    return data, page(data)


def test_nothing_comes_from_elsewhere(drawn: tuple[Any, str]) -> None:
    """No element asks for anything, and the policy in the head allows nothing but what stands there."""
    elements = _Elements(drawn[1])
    asked = [
        value
        for _, attributes in elements.found
        for name, value in attributes.items()
        if name in {"src", "srcset", "data", "action"}
    ]
    assert asked == []
    assert {tag for tag, _ in elements.found}.isdisjoint(
        {"link", "iframe", "object", "base", "img"}
    )
    (policy,) = [meta["content"] for meta in elements.named("meta") if meta.get("http-equiv")]
    for part, element in (("style-src", "style#"), ("script-src", "script#")):
        digest = hashlib.sha256(elements.text[element].encode()).digest()
        assert f"{part} 'sha256-{base64.b64encode(digest).decode()}'" in (policy or "")
    assert (policy or "").startswith("default-src 'none'; ")
    assert "unsafe" not in (policy or "")


def test_no_headline_ends_the_data(drawn: tuple[Any, str]) -> None:
    """What stands in the data is JSON of ASCII without a character that HTML knows, and says all."""
    data, document = drawn
    text = _Elements(document).text["script#data"]
    assert text.isascii()
    assert not set("<>&") & set(text)
    assert _unpacked(json.loads(text)) == json.loads(json.dumps(data))
    assert NASTY in json.dumps(json.loads(text))
    assert "<img" not in document
    assert len(_Elements(document).named("script")) == 3


def _unpacked(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _unpacked(part) for name, part in value.items()}
    if not isinstance(value, list) or value[:1] != [True]:
        return [_unpacked(part) for part in value] if isinstance(value, list) else value
    days = [sum(value[1 : at + 1 : 2]) for at in range(1, len(value), 2)]
    return [list(pair) for pair in zip(days, value[2::2], strict=True)]


def test_a_reader_without_scripts_has_the_numbers(drawn: tuple[Any, str]) -> None:
    """The headline numbers and the days stand in the page itself, and in its title."""
    data, document = drawn
    (aside,) = re.findall(r"<noscript>.*?</noscript>", document, re.DOTALL)
    assert f"<b>{data['records']} stories</b>" in aside
    assert f"<b>{sum(n for _, n in data['links']['all'])} links</b>" in aside
    assert "<b>2 stories</b> corrected later" in aside
    title = _Elements(document).text["title#"]
    assert title == "The world, as ANTARA tells it: 20 August 2026 to 22 November 2026"


def test_what_cannot_be_written_or_read_is_told(tmp_path: Path) -> None:
    """Half a character in an argument, and lines that are no records, leave a page that can be written."""
    places = directory.write(tmp_path, '<b>no record</b>\n{"a": 1}\n')
    directory.keep(tmp_path, article(1))
    data = directory.told(places) | {"selection": "section \udcff<b>"}
    document = page(data)
    assert "section ?&lt;b&gt;" in document
    assert "Passed over, as no records: 2: " in document
    assert document.encode()


@pytest.mark.parametrize("changes", [None, {"date_published": None}, {}])
def test_little_is_a_page_too(tmp_path: Path, changes: dict[str, Any] | None) -> None:
    """No story, none with a date, and a single one make a page."""
    places = Places.under(tmp_path)
    if changes is not None:
        directory.keep(tmp_path, article(1, **changes))
    document = page(directory.told(places))
    span = "20 November 2026" if changes == {} else "no dated story"
    assert f"<title>The world, as ANTARA tells it: {span}</title>" in document


def test_a_date_by_mistake_does_not_make_the_title(tmp_path: Path) -> None:
    """A story dated 1970 among those of a month is none of the days that the page says it is about."""
    stray = article(1, date_published="1970-01-01T07:00:00+07:00")
    others = [
        article(number, date_published=directory.published(number)) for number in range(2, 30)
    ]
    document = page(directory.told(directory.keep(tmp_path, stray, *others)))
    assert "29 stories of Indonesia&#x27;s national news agency, 3 November 2026 to" in document
    assert "1 January 1970" not in document


def test_every_country_can_be_seen() -> None:
    """Each country that a place name can lead to has an outcome on the map: an outline, or a dot."""
    world = json.loads(_WORLD.read_bytes())
    shown = set(world["shapes"]) | set(world["dots"])
    assert set(countries.table()) - shown <= _NOBODY_LIVES_THERE
    assert {"ID", "PS", "SG", "VA", "XK", "TW", "HK", "RU", "FJ", "TL", "MO", "MT"} <= shown
    assert set(world["shapes"]) <= set(world["seats"])
    assert all(
        0 <= x <= world["width"] and 0 <= y <= world["height"] for x, y in world["seats"].values()
    )
    assert _WORLD.stat().st_size < 150_000
