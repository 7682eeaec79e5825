"""What may become of a damaged page: read, refused, or read with a word of doubt; never shortened.

A paragraph of the story is still on the page if a reader would still see it as a part of the story:
all its letters in one piece in the text that a browser shows, and another paragraph of the story
near it. Browsers are stood in for by the standard library's parser, which shares nothing with the
one that is tested. A paragraph that the damage moved to another place of the page, into a comment,
a script or an attribute, or changed in any letter, is no longer there; nor is one that a style
hides.

If all such paragraphs are in the body, the page was read. If one is not, the record has to say that
it is not sure: by the template ``generic``, or by ``fallbacks`` for ``body``; or there is none.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser

from fastjsonschema import JsonSchemaValueException

from benchmarks.mutations import Step, apply, moved
from benchmarks.sources import Source
from newscrawl.antara.articles import Hints, UnreadablePage, extract
from newscrawl.antara.decoding import decode
from newscrawl.items import Article
from newscrawl.records import from_line, to_line
from newscrawl.schema import validator

NEAR = 400
"""Letters between two paragraphs of one story: room for "Baca juga" lines and an ad."""
FEWEST_WORDS = 5
"""Words of a paragraph that is followed; shorter ones, subheads mostly, are anywhere on a page."""
ALIKE = 0.9
"""How much of a paragraph is the same where a letter of it was damaged."""
FAILURES = frozenset({"lost text", "exception", "invalid record", "no time", "no memory"})
_INVISIBLE = frozenset(
    {"script", "style", "noscript", "template", "title", "textarea", "iframe", "svg", "select",
     "button", "xmp", "noembed", "noframes", "head", "object", "video", "audio"}
)  # fmt: skip
_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "source", "area", "col", "wbr", "p"})
_HIDDEN = re.compile(r"display\s*:\s*none")
# What is no comment and begins like a declaration ends at the next ">" (WHATWG HTML, 13.2.5.41);
# Python's parser takes some of it for text.
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*>?", re.DOTALL)
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a page, and for a failure what was wrong."""

    outcome: str
    detail: str = ""


def judge(source: Source, damage: Sequence[Step], content_type: str | None = None) -> Verdict:
    """Read a damaged page and say what came of it; whatever is raised is a verdict too."""
    page = apply(source.page, damage)
    try:
        article = extract(page, source.url, source.fetched_at, Hints(content_type))
    except UnreadablePage as refusal:
        return Verdict(f"refused: {refusal.reason}")
    except MemoryError:
        return Verdict("no memory")
    except Exception as error:  # noqa: BLE001 - any other is what is looked for
        return Verdict("exception", f"{type(error).__name__}: {error}")
    try:
        line = to_line(article)
        validator()(json.loads(line))
        whole = from_line(line) == article
    except (JsonSchemaValueException, ValueError) as error:
        return Verdict("invalid record", str(error))
    if not whole:
        return Verdict("invalid record", "it does not come back from its line")
    elsewhere = [_letters(text) for text in moved(source.page, damage)]
    stayed = [
        text
        for text in source.paragraphs
        if not any(_overlap(_letters(text), other) for other in elsewhere)
    ]
    return _judge_body(stayed, decode(page, content_type), article)


def _overlap(one: str, other: str) -> bool:
    return bool(one and other) and (one in other or other in one)


def _judge_body(paragraphs: Sequence[str], markup: str, article: Article) -> Verdict:
    if article.template == "generic":
        return Verdict("unsure: no template")
    if "body" in article.fallbacks:
        return Verdict("unsure: body")
    body = _letters(article.body or "")
    paragraphs = [text for text in paragraphs if len(text.split()) >= FEWEST_WORDS]
    if all(_letters(text) in body for text in paragraphs):
        return Verdict("read")
    lost = _missing(paragraphs, _letters(visible_text(markup)), body)
    lost = [text for text in lost if not _is_damaged(text, (article.body or "").split("\n"))]
    if lost and article.body is None:
        return Verdict("no body")
    if lost:
        return Verdict("lost text", f"{len(lost)} of {len(paragraphs)}: {lost[0]!r}")
    return Verdict("read")


def _missing(paragraphs: Sequence[str], shown: str, body: str) -> list[str]:
    """Return the paragraphs that a page still shows as its story's and a body lacks."""
    places = [(text, _places(_letters(text), shown)) for text in paragraphs]
    missing = []
    for number, (text, own) in enumerate(places):
        others = [
            span for other, (_, spans) in enumerate(places) if other != number for span in spans
        ]
        near = len(paragraphs) == 1 or any(
            _gap(span, other) < NEAR for span in own for other in others
        )
        if near and own and _letters(text) not in body:
            missing.append(text)
    return missing


def _is_damaged(text: str, body: Sequence[str]) -> bool:
    """Tell whether the place where a paragraph stood is in the body, with other letters in it."""
    return any(SequenceMatcher(None, text, other, autojunk=False).ratio() > ALIKE for other in body)


def _places(text: str, shown: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(re.escape(text), shown)] if text else []


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(other[0] - one[1], one[0] - other[1])


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text)


def visible_text(markup: str) -> str:
    """Return the text that a browser would show, roughly: without styles and positions."""
    parser = _Visible()
    parser.feed(_COMMENT.sub("", markup))
    parser.close()
    return "".join(parser.pieces)


class _Visible(HTMLParser):
    """Collects text outside elements that show none."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = dict(attrs).get("style") or ""
        hides = tag in self._hidden or _HIDDEN.search(style)
        if tag in _INVISIBLE or (hides and tag not in _VOID):
            self._hidden.append(tag)
        elif tag == "body":
            self._hidden.clear()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # a browser takes no notice of the slash

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)
