"""The short way to know that a story is whole leads where the long one does."""

from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from benchmarks.fuzz import draw
from benchmarks.mutations import apply
from benchmarks.sources import sources
from newscrawl.antara import generic
from newscrawl.antara.articles import Hints, UnreadablePage, extract
from newscrawl.antara.comparison import words
from newscrawl.antara.credits import Role
from newscrawl.antara.generic import Unknown
from newscrawl.antara.lines import parts
from newscrawl.antara.pagers import MARK, Sequel
from newscrawl.antara.told import _LABEL, SMALL, Sense, Told
from newscrawl.antara.wholeness import is_whole_story
from newscrawl.items import Article, Dateline, Image
from tests.antara.plain_wholeness import has_lost
from tests.drawing import draws

_DAMAGED = 250
_SEED = 7
_BODY = (
    "Warga kota itu berkumpul di alun-alun sejak pagi hari.\n\n"
    "Mereka menunggu kapal pertama yang akan bersandar sore nanti, kata Irena Valdmar"
)
_CAPTION = "Kapal tunda menarik kapal peti kemas ke dermaga."
_FOLDED = "Kapal pertama bersandar di pelabuhan İstanbul, ﬁlm Straße"
"""It begins with the headline, and is longer in small letters."""
_ARTICLE = Article(
    headline="Kapal pertama bersandar di pelabuhan",
    dateline=Dateline(place="Kelmont", text="Kelmont (ANTARA) - "),
    body=_BODY,
    editors=["Budi Santoso"],
    copyright_notice="Copyright © ANTARA 2026",
    images=[Image(url="/a.jpg", caption=_CAPTION), Image(url="/b.jpg", caption=_FOLDED)],
)
_WORDS = [
    "warga", "kota", "Irena", "Valdmar", "Budi", "sejak", "di", "İstanbul", "ǰ", "a", "dan", "ﬁlm", "Straße", "ſungai", "ıslak", "\u0307",
    "Kapal pertama bersandar di pelabuhan", "alun-alun", "Baca juga", "3.200", "B", "y", "er",
]  # fmt: skip
_LABELS = [
    "Editor:", "Pewarta :", "Oleh", "Video Editor:", "Alih bahasa:", "Sumber:", "Reported by",
    "Editing by", "edited by", "Copyright ©", "Copyright (c)", "Hak cipta ©", "Dilarang keras",
    "(Uu.T008)", "(Reuters)", "(ANTARA/Budi Santoso)", "Penulis/Editor:", "Penerjemah dan Editor:",
]  # fmt: skip
_SIGNS = [" ", ", ", ".", "?", "...", "…", '."', ";", "-", "\xad", "\x85", "\xa0", "\u2009", "&nbsp;", "\n",
          "“", "”", "*", "(", ")"]  # fmt: skip
_SENTENCES = _BODY.split("\n\n")
_TEXTS = st.lists(
    st.sampled_from([*_WORDS, *_WORDS, *_LABELS, *_SENTENCES, _CAPTION, _FOLDED])
    | st.sampled_from([*_SIGNS, " ", " "])
).map("".join) | st.lists(st.sampled_from([*_WORDS, *_LABELS, *_SENTENCES, _CAPTION, _FOLDED])).map(
    " ".join
)

_LOST = "Tiga kapal lain datang terlambat karena badai di selat itu."
_FILLERS = st.integers(10, 420).map(lambda length: ("abcd" * length)[:length])
_PIECES = st.sampled_from(
    [
        f"<p>{_LOST}</p>", f"<p>{_LOST}</p>", f"<a>{_LOST}</a>", f"<a>{_LOST}<br></a>",
        f"<i hidden>{_LOST}</i>", f"<div class=footer>{_LOST}</div>", f"<b>x</b>{_LOST}",
        f"<figcaption>{_LOST}</figcaption>", f"<figcaption><b>x</b>{_LOST}</figcaption>",
        f"<p>{_SENTENCES[0]}</p>", f"<p>{_SENTENCES[0]}</p>", f"<a>{_SENTENCES[0]}</a>",
        "<p>Editor: Budi Santoso</p>", "<p>Copyright © ANTARA 2026</p>", f"<{MARK}></{MARK}>",
        f"<div itemprop=articleBody>{_SENTENCES[0]}</div>", f"<p>{_LOST[:20]}</p>",
        f"<div itemprop=articleBody>{_LOST}</div>", "<div>", "</div>", "<a>", "</a>",
    ]
) | st.builds(
    "<{0}>{1}</{0}>".format, st.sampled_from(["p", "a", "script", "title", "li"]), _FILLERS
)  # fmt: skip


def test_damaged_pages_are_judged_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that is told from its letters to be none of the story is none wherever it stands."""
    outcomes = []

    def judge(*given: Any) -> bool:
        is_whole = is_whole_story(*given)
        if is_whole:
            assert not has_lost(*given)
        outcomes.append(is_whole or has_lost(*given))
        return is_whole

    monkeypatch.setattr(generic, "is_whole_story", judge)
    pages = sources()
    for number in range(_DAMAGED):
        source, damage, content_type = draw(pages, _SEED, number)
        try:
            extract(apply(source.page, damage), source.url, source.fetched_at, Hints(content_type))
        except UnreadablePage:
            continue
    assert len(outcomes) > _DAMAGED / 2


@settings(max_examples=draws(400), deadline=None)
@given(st.lists(_PIECES, max_size=14), st.booleans())
def test_what_stands_near_is_found(pieces: list[str], is_sequel: bool) -> None:
    """A lost sentence counts by what was read, or is credited, within some letters of it."""
    page = html.document_fromstring(
        "<html><body><div><p>Satu.</p></div>" + "".join(pieces) + "<page-end></page-end></body>"
    )
    sequel = Sequel(None) if is_sequel else None
    given = (_ARTICLE, page, Unknown, page, sequel)
    assert is_whole_story(*given) is not has_lost(*given)


@pytest.mark.parametrize("containers", [1, 7])
def test_fewer_words_are_lost_in_a_container(containers: int) -> None:
    """Some words without an end are missing in a container, and in its last; beside it none are."""
    few = "tiga kapal lain datang terlambat di selat itu"
    read = f"<div itemprop=articleBody>{_SENTENCES[0]}</div>"
    for inside, beside in ((few, ""), ("", few)):
        page = html.document_fromstring(
            "<html><body>" + read * (containers - 1) + f"<div itemprop=articleBody>{_SENTENCES[0]}"
            f"<p>{inside}</p></div><p>{beside}</p><page-end></page-end></body>"
        )
        given = (_ARTICLE, page, Unknown, page, None)
        assert is_whole_story(*given) is not has_lost(*given)
        assert is_whole_story(*given) is bool(beside)


@settings(max_examples=draws(1_000), deadline=None)
@given(_TEXTS, st.booleans())
def test_what_cannot_be_lost_is_not(text: str, inside: bool) -> None:
    """A text that is left out at a look, or at a second one, is not lost at the third."""
    told = Told(_ARTICLE, list)
    if SMALL[inside].fullmatch(text.casefold()) or not told.may_be_lost(text, inside=inside):
        assert told.sense(text, inside=inside) is not Sense.LOST


@settings(max_examples=draws(1_000), deadline=None)
@given(_TEXTS)
def test_a_line_has_few_more_words_in_its_parts(text: str) -> None:
    """A line is parted before labels alone, and each begins a word or stands at one's end."""
    story = " ".join(part.text for part in parts(text.strip()) if part.role is Role.STORY)
    count = len(words(text))
    assert len(words(story)) <= min(2 * count, count + len(_LABEL.findall(text)))


@pytest.mark.parametrize(
    "text",
    [
        _LOST,
        "seorang warga yang menunggu di sana.",
        "Irena Valdmar menjabat sejak tahun lalu setelah dua kali pemilihan umum di negeri itu",
    ],
)
def test_what_may_be_lost_is_looked_at(text: str) -> None:
    """A sentence of the story's kind, or the rest of one, is never left out."""
    told = Told(_ARTICLE, partial(list, []))
    assert told.may_be_lost(text, inside=True)
    assert told.sense(text, inside=True) is Sense.LOST
