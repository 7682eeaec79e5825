"""Lines that only announce other stories, in both languages."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newscrawl.antara.blocks import Line, blocks
from newscrawl.antara.mentions import MentionReader
from newscrawl.antara.story import Story, read_story


def story(markup: str) -> Story:
    """Return what a container of this markup holds."""
    container = html.fromstring(f"<div>{markup}</div>")
    return read_story(blocks(container, frozenset()))


_LINK = '<a href="/berita/7/x">Tujuh</a>'


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (f"<p>Baca juga: {_LINK}</p>", "baca_juga"),
        (f"<p>Also read: {_LINK}</p>", "baca_juga"),
        (f"<p>Related news: {_LINK}</p>", "related_news"),
        (f"<p><b>RELATED NEWS : {_LINK}</b></p>", "related_news"),
        (f"<p>Related articles:</p><p>{_LINK}</p>", "related_news"),
        (f"<p>Berita terkait: {_LINK}</p>", "related_news"),
        (f"<p>Baca selengkapnya di {_LINK}</p>", "baca_juga"),
        (f"<p>\n Baca selengkapnya: {_LINK}</p>", "baca_juga"),
        ('<p><a href="/berita/7/x" title="Tujuh">Baca selengkapnya di sini</a></p>', "baca_juga"),
        (f'<p><span class="baca-juga"><b>Related news: {_LINK}</b></span></p>', "related_news"),
    ],
)
def test_kinds(line: str, kind: str) -> None:
    """The label says what its links are; their place is the number of blocks before them."""
    read = story(f"<p>Satu.</p>{line}<p>Dua.</p>")
    (mention,) = read.mentions
    assert (mention.kind, mention.title, mention.after) == (kind, "Tujuh", 1)
    assert read.body == ["Satu.", "Dua."]


def test_an_element_that_is_not_closed() -> None:
    """Where "Baca juga" is not closed, the rest of the story stands in its element."""
    start = f'Satu.<br><br><span class="baca-juga"><b>Baca juga: {_LINK}<br><br>'
    read = story(f"{start}Dua.<br><br>Kata {_LINK} tiga.<p>Editor: Ratih</p>")
    assert read.body == ["Satu.", "Dua.", "Kata Tujuh tiga."]
    assert ([mention.after for mention in read.mentions], read.editors) == ([1], ["Ratih"])


def test_a_sentence_about_related_news() -> None:
    """Without a colon the English words begin a sentence."""
    assert story("<p>Related news spread fast.</p>").body == ["Related news spread fast."]


@pytest.mark.parametrize(
    "text",
    [
        "Warga bisa baca selengkapnya di Tujuh",
        "Baca selengkapnya di laman kementerian.",
        "Ia meminta warga membaca selengkapnya di Tujuh",
    ],
)
def test_a_sentence_about_reading_on(text: str) -> None:
    """The words "baca selengkapnya" inside a sentence are story, also before a link."""
    read = story(f"<p>{text.replace('Tujuh', _LINK)}</p>")
    assert (read.body, read.mentions) == ([text], [])


@pytest.mark.parametrize(
    ("markup", "body"),
    [
        ("Satu.<br><br><b>Judul kecil</b><br>Dua.", ["Satu.", "Judul kecil", "Dua."]),
        ("<p><strong>Judul kecil</strong><br>Dua.</p>", ["Judul kecil", "Dua."]),
        ("<p><b>Pertama</b>, dua.<br>Tiga.</p>", ["Pertama, dua.\nTiga."]),
        ("<p><b>Satu<br>dua</b></p>", ["Satu\ndua"]),
        ("<p>Satu <b>dua</b> tiga.</p>", ["Satu dua tiga."]),
    ],
)
def test_subheads_with_a_single_line_break(markup: str, body: list[str]) -> None:
    """A line that is bold as a whole is a block; bold words inside one are not."""
    assert story(markup).body == body


@pytest.mark.parametrize(
    ("markup", "body", "links"),
    [
        (f"<b>Baca juga: {_LINK}</b> Ia menambahkan bantuan …", ["Ia menambahkan bantuan …"], 1),
        (
            f'<span class="baca-juga"><b>Baca juga: {_LINK}</b> Ia pergi.</span> Ya.',
            ["Ia pergi. Ya."],
            1,
        ),
        (
            f"Dua. Baca juga: {_LINK} Ia pergi. Baca juga: {_LINK} Ia {_LINK}.",
            ["Dua. Ia pergi. Ia Tujuh."],
            2,
        ),
        (f'<p>Baca juga: {_LINK}. "Ya," katanya.</p>', ['"Ya," katanya.'], 1),
        (f"<p>Baca juga: {_LINK}, {_LINK} | {_LINK} dan {_LINK}</p>", [], 4),
        (f"<p>Baca juga: {_LINK} | Judul tanpa tautan</p>", [], 1),
        (f"<p>Baca juga: {_LINK} Editor: Ratih</p>", [], 1),
    ],
)
def test_a_sentence_behind_the_links(markup: str, body: list[str], links: int) -> None:
    """What begins behind a label's last link is story; what joins links is not."""
    read = story(markup)
    assert (read.body, len(read.mentions)) == (body, links)


_PIECES = [
    "Baca", "BACA", "juga", "pula", "Also read", "read", "also", "Related", "articles", "Berita",
    "terkait", "selengkapnya", "di sini", ":", " ", "\n", ".", "Badai reda", "ber\u0131ta", "\u212a",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_lines_without_a_label_are_told_at_a_glance(text: str) -> None:
    """Where no letters of a label are seen, none is found by looking for it either."""
    glanced = MentionReader().span(Line(text))
    with patch("newscrawl.antara.mentions._may_have_label", return_value=True):
        assert MentionReader().span(Line(text)) == glanced
