"""Pages captured from the site, where they are: what they say is told by facts and digests.

The facts are those that the tests hold newscrawl to. A body's paragraphs are looked for on the page
by their digests, so that the body is known without asking any of the tools.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import html

from benchmarks.evaluation.truth import Page, Truth, digest
from tests.antara.test_real_pages import PAGES, Facts
from tests.shared import pages as captured_pages

_FETCHED_AT = "2026-11-22T00:00:00+00:00"
_DESK_CODE = re.compile(r"\s*\([^()]*\)$")
_BREAK = "\ue000"
_BREAKS = "//p|//div|//br|//li|//h1|//h2|//h3|//table|//td|//span|//script|//b|//strong"


class English(NamedTuple):
    """The captured page of 2014, as ``tests/antara/test_real_eras.py`` has it."""

    file: str = "antara-en-article-2014-03-001.html"
    url: str = (
        "http://www.antaranews.com/en/news/93254/"
        "japan-plans-to-send-home-remains-of-20-thousand-soldiers"
    )
    headline: str = "57ad7d744b1ea3d2"
    description: str = "ee8711ba7378b264"
    section: str = "National"
    tags: tuple[str, ...] = ("japan", "send home remains of 20 thousand soldiers")
    published: str = "2014-03-19T08:34:00+07:00"
    editors: tuple[str, ...] = ("Heru",)
    reporters: tuple[str, ...] = ()
    image: None = None
    dateline: str = "Jayapura, Papua (ANTARA News) - "
    paragraphs: tuple[str, ...] = (
        "76bb7f801c7c6e32",
        "32e935e3576fe9bf",
        "7c1a4a13e6ce11e1",
        "871ab0e4447795e1",
    )


def captured() -> list[Page]:
    """Return the captured pages, none where they are not at hand."""
    directory = captured_pages()
    if directory is None:
        return []
    of_era_b = [_page(directory / facts.file, facts, "B", "id") for facts in PAGES]
    english = English()
    return [*of_era_b, _page(directory / english.file, english, "A", "en")]


def _page(path: Path, facts: Facts | English, template: str, language: str) -> Page:
    truth = Truth(
        template=template,
        headline=facts.headline,
        description=facts.description,
        section=facts.section,
        tags=facts.tags,
        language=language,
        date_published=facts.published,
        date_modified=None,
        reporters=facts.reporters,
        translators=[],
        editors=facts.editors,
        image=facts.image,
        body=body_of(path.read_bytes(), facts.paragraphs),
        dateline=facts.dateline,
    )
    return Page(path.stem, path, facts.url, _FETCHED_AT, truth, None)


def body_of(page: bytes, digests: Sequence[str]) -> str | None:
    """Return the paragraphs of a page that have these digests, or None when one is not found."""
    found = {digest(text): text for text in _texts(page)}
    if not all(wanted in found for wanted in digests):
        return None
    return "\n\n".join(found[wanted] for wanted in digests)


def _texts(page: bytes) -> Iterator[str]:
    """Yield what stands between two breaks, also without what stands before " - " or a desk code.

    Which elements break a text is not known: several choices are tried.
    """
    for breaks in _choices():
        root = html.fromstring(page.decode("utf-8", errors="replace"))
        for element in root.xpath(breaks):
            element.text = _BREAK + (element.text or "")
            element.tail = _BREAK + (element.tail or "")
        for text in root.text_content().split(_BREAK):
            line = " ".join(text.split())
            yield line
            yield line.partition(" - ")[2]
            yield _DESK_CODE.sub("", line)


def _choices() -> list[str]:
    names = _BREAKS.split("|")
    return [_BREAKS, "|".join(names[:-2]), "|".join(names[:-4]), "//p|//br|//div"]
