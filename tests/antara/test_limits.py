"""Hostile pages: each is answered with its text or refused by name, and none holds up a crawl.

All are read in one process of its own with bounded memory, which is killed when it takes far longer
than all of them together need; so a page that hangs fails here, on however slow a machine.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newscrawl.antara.articles import UnreadablePage, extract
from newscrawl.antara.markup import DEEPEST, LONGEST, MOST_TAGS, MOST_TEXT
from tests.antara.pages import FETCHED_AT, URL, era_d

_SECONDS = 300
_MEMORY = 3 << 30
_ROOT = Path(__file__).parents[2]
_STORY = "<p>Kota (ANTARA) - Satu dua tiga empat lima.</p>"
_TEXT = "Satu dua tiga empat lima."
_TAGS = MOST_TAGS - 200


def _filled(words: str) -> str:
    """Return words again and again, as many as a page may have."""
    return words * ((MOST_TEXT - 1_000) // len(words))


def _head(script: str) -> str:
    return era_d(_STORY, head=f'<script type="application/ld+json">{script}</script>')


_MANY_ATTRIBUTES = " ".join(f"a{number}=1" for number in range(200_000))
_WORDS = (
    "kata ", "k", "baca juga ", "Baca juga: ", "Editor: ", "Pewarta: A dan ", "Sumber: ", "a, ",
    "COPYRIGHT © ", "Dilarang keras ", "(", "()", "(*)", "((ANTARA", "demikian ", '"', ". ", "5 Mei 2020 ",
)  # fmt: skip
# What the answer must be: a refusal's name, the whole text of the story, or "read" for any record.
CASES: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "parser bomb": (lambda: f"<html><div {_MANY_ATTRIBUTES}>", "too_many_attributes"),
    "nested boxes": (lambda: era_d("<div>" * 200_000), "too_deep"),
    "text behind nested boxes": (lambda: era_d("<div>" * 2_100 + "</div>" * 2_100 + _STORY), "too_deep"),
    "nesting that is borne": (lambda: era_d("<div>" * (DEEPEST - 9) + _STORY + "</div>" * (DEEPEST - 9)), _TEXT),
    "a line of 50 MB": (lambda: era_d("kata " * 10_000_000), "too_long"),
    "2 million times baca juga": (lambda: era_d("baca juga " * 2_000_000), "too_long"),
    "7 MB of Editor": (lambda: era_d("Editor: " * 900_000), "too_long"),
    "more text than any story": (lambda: era_d("kata " * (MOST_TEXT // 5 + 1)), "too_long"),
    "line breaks": (lambda: era_d("x<br>" * MOST_TAGS), "too_many_tags"),
    "line breaks that are borne": (lambda: era_d("x<br><br>" * (_TAGS // 2)), "read"),
    "links": (lambda: era_d("<a href=/berita/5/x>y</a> " * MOST_TAGS), "too_many_tags"),
    "links that are borne": (lambda: era_d("Baca juga: " + "<a href=/berita/5/x>y</a> " * _TAGS), "read"),
    "pictures": (lambda: era_d(_STORY, figure="<figure><img src=/a.jpg></figure>" * (_TAGS // 2)), _TEXT),
    "sizes of a picture": (lambda: era_d(_STORY, figure="<figure><img src=/a.jpg srcset='" + "/a.jpg 1w," * 200_000 + "'></figure>"), _TEXT),
    "sizes of nested pictures": (lambda: era_d(_STORY, figure="<figure>" * 150 + "<img src=/a.jpg srcset='" + "/a.jpg 1w," * 200_000 + "'>" + "</figure>" * 150), _TEXT),
    "pictures in nested pictures": (lambda: era_d(_STORY, figure="<figure>" * 150 + "<img src=/a.jpg>" * 25_000 + "</figure>" * 150), _TEXT),
    "editors": (lambda: era_d(_STORY + "".join(f"<p>Editor: N{number} A</p>" for number in range(13_000))), _TEXT),
    "a class without end": (lambda: era_d(_STORY + f"<p class='{'a-' * 1_000_000}'>x</p>"), "read"),
    "quotes": (lambda: era_d(_STORY + "<blockquote>kata</blockquote>" * 20_000), "read"),
    "metadata": (lambda: era_d(_STORY, head="<meta name=a content=b>" * _TAGS), _TEXT),
    "long metadata": (lambda: era_d(_STORY, head=f"<meta name=keywords content='{'a,' * 1_000_000}'>"), _TEXT),
    "microdata": (lambda: era_d(_STORY + "<i itemprop=author>x</i>" * 20_000), "read"),
    "deep data": (lambda: _head("[" * 400_000), _TEXT),
    "deep objects": (lambda: _head('{"a":' * 80_000 + "1" + "}" * 80_000), _TEXT),
    "blank data": (lambda: _head("-->" + " " * 490_000 + "x"), _TEXT),
    "huge data": (lambda: _head('{"a": "' + "x" * 2_000_000 + '"}'), _TEXT),
    "many data": (lambda: _head("[" + "{}," * 160_000 + "{}]"), _TEXT),
    "keywords": (lambda: _head('{"@type": "NewsArticle", "keywords": "' + "a," * 240_000 + '"}'), "read"),
    "nested stories": (lambda: "<html><body>" + "<div class=bjbrt>" * 150 + "<h1 class=title>x</h1>" * 20_000, "no_template"),
    "nested containers": (lambda: "<html>" + "<div class=wrap__article-detail-title><h1>x</h1>" * 60 + "<div class=wrap__article-detail-content>" * 60 + "<p>kata kata.</p>" * 9_000, "read"),
    "no template": (lambda: "<html><title>Kata</title>" + "<p>kata kata kata kata kata.</p>" * 7_000, "read"),
    "torn labels": (lambda: "<html><title>Kata</title>" + "<p>Editor:</p>" * 7_000, "no_template"),
    "a script without end": (lambda: era_d(_STORY + "<p>Editor: A<br>COPYRIGHT © ANTARA 2026</p><script>" + "a<b " * 700_000), _TEXT),
    "comments": (lambda: era_d(_STORY + "<!-->" * 500_000), _TEXT),
    "end tags": (lambda: era_d(_STORY + "</x>" * 500_000), _TEXT),
    "blanks in a tag": (lambda: era_d(_STORY + "<p " + " " * (LONGEST - 2_000) + ">"), _TEXT),
    "NUL bytes": (lambda: era_d(_STORY.replace("a", "a" + "\x00" * 1_000)), _TEXT),
    "nothing but NUL bytes": (lambda: b"\x00" * 5_000_000, "empty"),
    "noise": (lambda: b"<html>" + bytes(range(128, 256)) * 10_000, "too_long"),
    "marks": (lambda: "\ufeff\n\ufeff" + era_d("\ufeff" + _STORY), _TEXT),
    "utf-16 label": (lambda: era_d(_STORY).replace('charset="utf-8"', 'charset="utf-16"'), _TEXT),
    "utf-16": (lambda: era_d(_STORY).encode("utf-16"), _TEXT),
    "a page in the text": (lambda: era_d(_STORY[:30] + "</body></html>" + _STORY[30:]), _TEXT),
}  # fmt: skip
CASES |= {
    f"words {words!r} {place}": (lambda words=words, place=place: era_d(f"{place}{_filled(words)}"), "read")  # type: ignore[misc] # mypy takes no default of a lambda for its argument
    for words in _WORDS
    for place in ("", _STORY + "<p>")
}  # fmt: skip


def answer(name: str) -> str:
    """Return what becomes of a page: its body, or the name of the refusal."""
    page = CASES[name][0]()
    try:
        article = extract(page.encode() if isinstance(page, str) else page, URL, FETCHED_AT)
    except UnreadablePage as refusal:
        return refusal.reason
    return (article.body or "")[:1_000]


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    """What becomes of each page; without those that were not reached in time."""
    command = [sys.executable, "-m", "tests.antara.test_limits"]
    process = subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True)
    try:
        output, _ = process.communicate(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        output, _ = process.communicate()
    return dict(json.loads(line) for line in output.splitlines())


@pytest.mark.parametrize("name", CASES)
def test_hostile_pages_are_answered(answers: dict[str, str], name: str) -> None:
    """The answer comes, and it is the right text or the right name."""
    assert name in answers, f"{name}, or one before it, took too long or too much"
    wanted = CASES[name][1]
    assert wanted in ("read", answers[name])


def main() -> None:
    """Read each page, and print what becomes of it."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for name in CASES:
        print(json.dumps([name, answer(name)]), flush=True)


if __name__ == "__main__":
    main()
