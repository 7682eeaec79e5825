"""A container's markup to the story: paragraphs, links and credits, each apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newscrawl.antara.blocks import blocks
from newscrawl.antara.story import Story, read_story


def story_of(content: str) -> Story:
    """Return the story of a container's inner markup."""
    return read_story(blocks(html.fromstring(f"<div>{content}</div>"), frozenset()))


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("Satu.<br><br>Dua.", ["Satu.", "Dua."]),
        ("Satu.<br />\n<br />\nDua.", ["Satu.", "Dua."]),
        ("Satu.<br>&nbsp;<br>\u00a0<br/>Dua.", ["Satu.", "Dua."]),
        ("Satu.<br>Dua.", ["Satu.\nDua."]),
        ("<p>Satu.</p><p>&nbsp;</p><p>Dua.</p>", ["Satu.", "Dua."]),
        ("Satu.<div><br>Dua.<br><br>\n   Tiga.<br></div>", ["Satu.", "Dua.", "Tiga."]),
        ("<div style='x'>Satu.</div><div style='x'><br></div><div>Dua.</div>", ["Satu.", "Dua."]),
        ("<p>Satu.<p class=MsoNormal><span>Du<b>a</b>.<o:p></o:p></span>", ["Satu.", "Dua."]),
        ("Satu.<br><br><b>Anak judul</b><br><br>Dua.", ["Satu.", "Anak judul", "Dua."]),
        ("Satu.<h5>Anak judul</h5>Dua.", ["Satu.", "Anak judul", "Dua."]),
        ("<ul><li>Satu</li><li>Dua</li></ul>", ["Satu", "Dua"]),
        ("Satu <i>kata</i>.<!-- x --> Lagi.", ["Satu kata. Lagi."]),
        ("Sa\u00adtu\u200b&nbsp; dua\t\ntiga.", ["Satu dua tiga."]),
        ("<span><span>Satu.<br><br>Dua.</span></span>", ["Satu.", "Dua."]),
        ("Satu<br><b><br></b>Dua", ["Satu", "Dua"]),
    ],
)
def test_paragraphs(content: str, body: list[str]) -> None:
    """Blocks end at block elements and at two breaks; a single break stays."""
    assert story_of(content).body == body


@pytest.mark.parametrize(
    "noise",
    [
        "<script>var a = '<p>x</p>';</script>",
        "<style>p{}</style>",
        "<ins class='adsbygoogle'>Iklan</ins>",
        "<iframe src='x'>x</iframe>",
        "<noscript>x</noscript>",
        "<div class='total-views'>15k views share on:</div>",
        "<div class='ads_300x250'>x</div>",
        "<div style='min-width:300px;min-height:250px'>x</div>",
        "<div style='display: none'>x</div>",
        "<figure><img src='x'><figcaption>Keterangan.</figcaption></figure>",
        "<p class='x'>Komentar menjadi tanggung jawab anda sesuai UU ITE</p>",
        "<p>(*)</p>",
    ],
)
def test_what_is_left_out(noise: str) -> None:
    """Ads, scripts, pictures and the page's machinery are not the story."""
    assert story_of(f"<p>Satu.</p>{noise}<p>Dua.</p>").body == ["Satu.", "Dua."]


@pytest.mark.parametrize(
    "line",
    [
        "<p><span class='baca-juga'><b>Baca juga: {a}</b></span></p>",
        "<p>Baca juga: {a}</p>",
        "<p>BACA JUGA {a}</p>",
        "<b>Baca Juga:&nbsp;</b>{a}<br><br>",
        "<br><br>Baca juga : {a}<br><br>",
        "<p class='baca-juga'>{a}</p>",
        "<p>Baca juga:<br>{a}</p>",
        "<p>Baca juga</p><p>{a}</p>",
        "<br>Baca pula: {a}.<br><br>",
        "<p>Related news: {a}</p>",
    ],
)
def test_baca_juga_lines(line: str) -> None:
    """A "Baca juga" line in any dress is a link with its place, and no text."""
    link = "<a href='/berita/7/x' title='Lain'>Judul lain</a>"
    story = story_of(f"<p>Satu.</p>{line.format(a=link)}<p>Dua.</p>")
    assert story.body == ["Satu.", "Dua."]
    assert [(m.href, m.title, m.after) for m in story.mentions] == [
        ("/berita/7/x", "Judul lain", 1)
    ]


def test_several_links_in_one_line() -> None:
    """One label may stand before several links."""
    story = story_of(
        "Satu.<br><br>Baca juga: <a href='a'>A</a>, <a href='b'>B</a> dan <a href='c'>C</a>"
    )
    assert [mention.href for mention in story.mentions] == ["a", "b", "c"]
    assert story.body == ["Satu."]


def test_several_labels_in_one_line() -> None:
    """A label may be repeated in one line, before each of its links."""
    story = story_of("<p>Satu. Baca juga: <a href='a'>A</a> Baca juga: <a href='b'>B</a></p>")
    assert [(mention.href, mention.title) for mention in story.mentions] == [("a", "A"), ("b", "B")]
    assert story.body == ["Satu."]


def test_baca_juga_at_the_end_of_a_paragraph() -> None:
    """A link behind a paragraph's text stands after that paragraph."""
    for joint in (" ", "<br>", "<br/>\n"):
        story = story_of(f"<p>Satu.</p><p>Dua.{joint}Baca juga: <a href='a'>A</a></p><p>Tiga.</p>")
        assert story.body == ["Satu.", "Dua.", "Tiga."]
        assert [mention.after for mention in story.mentions] == [2]


def test_the_whole_line_as_link() -> None:
    """Where the link covers the label too, its title has no label."""
    story = story_of("<p>Satu.</p><p><a href='a'>Baca juga: Judul lain</a></p>")
    assert [(m.title, m.after) for m in story.mentions] == [("Judul lain", 1)]


def test_a_link_without_text_has_its_title_attribute() -> None:
    """The link's text comes first, then its title."""
    story = story_of("<p>Baca juga: <a href='a' title='Dari atribut'><img src='x'></a></p>")
    assert [mention.title for mention in story.mentions] == ["Dari atribut"]


@pytest.mark.parametrize(
    "content",
    [
        "<p>Warga bisa baca juga buku <a href='/berita/7/x'>itu</a> di perpustakaan.</p>",
        "<p>Menurut <a href='/berita/7/x'>laporan lain</a>, api sudah padam.</p>",
        "<p>Baca juga buku ini, kata guru itu.</p>",
    ],
)
def test_sentences_with_links_stay(content: str) -> None:
    """A link in a sentence is text, and so are the words "baca juga" in one."""
    story = story_of(content)
    assert story.mentions == []
    assert len(story.body) == 1


def test_a_label_whose_link_was_taken_away() -> None:
    """Without a link "Baca juga: …" is still no text."""
    assert story_of("<p>Satu.</p><p>Baca juga: Judul lain</p>").body == ["Satu."]


def test_a_dateline_alone() -> None:
    """A dateline in a paragraph of its own is no block; places count without it."""
    story = story_of("<p>Jakarta (ANTARA) -</p><p>Satu.</p><p>Baca juga: <a href='a'>A</a></p>")
    assert story.body == ["Satu."]
    assert [mention.after for mention in story.mentions] == [1]


def test_what_follows_the_copyright_is_no_story() -> None:
    """The next story's title and such may stand in the container; the notice on rights counts."""
    story = story_of(
        "<p>Satu.</p><p>Editor: A<br>Copyright © ANTARA 2026</p><p>Judul berikutnya</p>"
        "<p>Dilarang keras melakukan crawling tanpa izin tertulis.</p>"
    )
    assert story.body == ["Satu."]
    assert story.rights_notice == "Dilarang keras melakukan crawling tanpa izin tertulis."


def test_agencies_in_order() -> None:
    """The dateline's wire comes first, then the last sentence's, then the source line's."""
    story = story_of("<p>Kota (ANTARA/Xinhua) - Satu, demikian AFP.</p><p>Sumber: AP, Xinhua</p>")
    assert story.agencies == ["Xinhua", "AFP", "AP"]
    assert story.body == ["Satu, demikian AFP."]


_MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<br>",
            "<b>",
            "</b>",
            "<a href='/berita/7/x'>",
            "</a>",
            "<div>",
            "</div>",
            "<span class='baca-juga'>",
            "</span>",
            "Baca juga: ",
            "Satu. ",
            "Editor: A",
            "&nbsp;",
            "<script>x</script>",
            "<figure>",
            "</figure>",
            "Kota (ANTARA) - ",
            "<ins>",
            "</ins>",
            "\n",
        ]
    ),
    max_size=30,
)


@given(_MARKUP)
def test_nothing_raises(pieces: list[str]) -> None:
    """Any nesting is read; places of links are within the body."""
    story = story_of("".join(pieces))
    assert all(paragraph.strip() == paragraph and paragraph for paragraph in story.body)
    assert all(0 <= mention.after <= len(story.body) for mention in story.mentions)


def test_an_opinion_piece() -> None:
    """Who wrote it may stand before the dateline."""
    story = story_of("<p>Oleh Dr. Andi Wijaya *)</p><p>Jakarta (ANTARA) - Satu.</p>")
    assert (story.reporters, story.body) == (["Dr. Andi Wijaya"], ["Satu."])
    assert story.dateline is not None
