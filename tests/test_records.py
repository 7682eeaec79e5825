"""Records as lines: there and back without loss, and what counts as a change of the story."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.items import Article, Dateline, Discovered, Http, Image, Related, Warc
from newscrawl.records import from_dict, from_line, story_sha256, to_dict, to_line

TEXT = st.text(st.characters(codec="utf-8"))
MAYBE = st.none() | TEXT
COUNT = st.integers(min_value=0)
ARTICLES = st.builds(
    Article,
    id=TEXT,
    article_id=COUNT,
    headline=MAYBE,
    tags=st.lists(TEXT),
    dateline=st.none() | st.builds(Dateline, place=MAYBE, text=TEXT),
    body=MAYBE,
    images=st.lists(st.builds(Image, url=TEXT, caption=MAYBE, credit=MAYBE), max_size=3),
    related=st.lists(
        st.builds(Related, article_id=COUNT, title=MAYBE, after_paragraph=st.none() | COUNT),
        max_size=3,
    ),
    fallbacks=st.dictionaries(TEXT, TEXT, max_size=3),
    discovered=st.none() | st.builds(Discovered, from_=MAYBE, depth=COUNT),
    http=st.none() | st.builds(Http, etag=MAYBE, last_modified=MAYBE),
    warc=st.none() | st.builds(Warc, file=TEXT, offset=COUNT),
)

CHANGES: dict[str, Any] = {
    "headline": "Lain",
    "description": "Lain",
    "dateline": Dateline(place="Tallinn", text="Tallinn (ANTARA) - "),
    "body": "Lain",
    "date_published": "2026-11-20T08:15:00+07:00",
    "date_modified": "2026-11-20T08:15:00+07:00",
    "reporters": ["Rina Saptari"],
    "translators": ["Bayu Wiratama"],
    "editors": ["Dewi Larasati"],
    "agencies": ["Xinhua"],
    "images": [Image(url="https://cdn.example/1.jpg", caption="Dermaga.", credit="ANTARA/HO")],
}
"""A different value for each field whose change makes a new revision."""

NO_CHANGES: dict[str, Any] = {
    "schema_version": 2,
    "id": "antara:2",
    "article_id": 2,
    "edition": "en",
    "url": "https://www.antaranews.com/berita/2/lain",
    "section": "Lain",
    "breadcrumbs": ["Lain"],
    "tags": ["lain"],
    "language": "en",
    "word_count": 2,
    "related": [Related(article_id=2, url="https://www.antaranews.com/berita/2/lain")],
    "copyright_notice": "Copyright © ANTARA 2026",
    "rights_notice": "Dilarang.",
    "kind": "video",
    "template": "B",
    "fallbacks": {"headline": "meta"},
    "extractor_version": 2,
    "discovered": Discovered(via="feed", from_="https://www.antaranews.com/rss/dunia.xml"),
    "fetched_at": "2026-11-20T02:00:00Z",
    "http": Http(status=200),
    "run_id": "2026-11-20T02:00:00Z",
    "body_sha256": "0" * 64,
    "near_duplicate_of": "antara:3",
    "revision": 2,
    "first_seen": "2026-11-20T02:00:00Z",
    "warc": Warc(file="a.warc.gz", offset=1),
}
"""A different value for each field that is not the story itself."""


@given(ARTICLES)
def test_a_record_comes_back_from_its_line_as_it_was(article: Article) -> None:
    """Nothing is lost on the way to a line and back, nested parts and any text included."""
    line = to_line(article)
    assert from_line(line) == article
    assert from_line(line.encode("utf-8")) == article
    assert from_dict(to_dict(article)) == article


@given(ARTICLES)
def test_a_record_is_one_line(article: Article) -> None:
    """No text in a record can break the line: one record, one line."""
    assert to_line(article).encode("utf-8").count(b"\n") == 0
    assert to_line(article).encode("utf-8").count(b"\r") == 0


@given(ARTICLES)
def test_a_record_is_what_dataclasses_say(article: Article) -> None:
    """Every field stands in the record, in order, with its parts as dicts."""
    record, wanted = to_dict(article), dataclasses.asdict(article)
    if wanted["discovered"] is not None:
        wanted["discovered"]["from"] = wanted["discovered"].pop("from_")
    assert record == wanted
    assert list(record) == [field.name for field in dataclasses.fields(article)]


def test_a_line_keeps_the_text_readable() -> None:
    """Letters beyond ASCII stand in the file as themselves."""
    assert '"headline":"Café di Malmö — “buka”"' in to_line(
        Article(headline="Café di Malmö — “buka”")
    )


def test_from_is_called_from_in_the_file() -> None:
    """``from`` is a word of Python's own, so the item has ``from_``; the file never shows that."""
    article = Article(discovered=Discovered(via="feed", from_="https://www.antaranews.com/rss"))
    record = json.loads(to_line(article))
    assert record["discovered"] == {
        "via": "feed",
        "from": "https://www.antaranews.com/rss",
        "depth": 0,
    }
    assert from_line(to_line(article)) == article


def test_the_record_shares_nothing_with_the_article() -> None:
    """What is done to a record does not reach the article it was made from."""
    article = Article(tags=["a"], fallbacks={"section": "meta"})
    record = to_dict(article)
    record["tags"].append("b")
    record["fallbacks"].clear()
    assert article == Article(tags=["a"], fallbacks={"section": "meta"})


def test_reading_a_record_leaves_it_as_it_is() -> None:
    """The caller's dict is still the record after an article was made from it."""
    record = to_dict(Article(discovered=Discovered(via="feed")))
    from_dict(record)
    assert record == to_dict(Article(discovered=Discovered(via="feed")))


@pytest.mark.parametrize("cut", [1, 10, 100, -1])
def test_a_torn_line_is_an_error(cut: int) -> None:
    """A line that a crash cut short is never taken for a record."""
    with pytest.raises(ValueError, match=r"."):
        from_line(to_line(Article(headline="Kabar"))[:cut])


@pytest.mark.parametrize("line", ["", "\n", "kabar", "{'id': 1}", b"\xff\xfe{}", b'{"id": "\xff"}'])
def test_garbage_is_a_value_error(line: str | bytes) -> None:
    """What is no JSON, or not UTF-8, is refused as such."""
    with pytest.raises(ValueError, match=r"."):
        from_line(line)


@pytest.mark.parametrize("line", ["null", "[]", "1", '"kabar"', "{}", '{"schema_version":1}'])
def test_json_that_is_no_record_is_a_type_error(line: str) -> None:
    """JSON of another form is refused, also an object that says nothing of a story."""
    with pytest.raises(TypeError):
        from_line(line)


@pytest.mark.parametrize(
    "change",
    [
        {"schema_version": 2},
        {"schema_version": None},
        {"author": "Rina Saptari"},
        {"dateline": {"city": "Tallinn"}},
        {"images": [{"src": "https://cdn.example/1.jpg"}]},
        {"images": ["https://cdn.example/1.jpg"]},
    ],
)
def test_a_record_of_another_form_is_a_type_error(change: dict[str, Any]) -> None:
    """Another schema version and unknown fields are refused, inside nested parts too."""
    with pytest.raises(TypeError):
        from_line(json.dumps(to_dict(Article()) | change))


def test_every_field_is_judged() -> None:
    """A field added to the record has to be put on one side or the other here."""
    names = {field.name for field in dataclasses.fields(Article)}
    assert CHANGES.keys() | NO_CHANGES.keys() == names
    assert not CHANGES.keys() & NO_CHANGES.keys()


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_the_story_changes_its_digest(name: str) -> None:
    """Headline, description, dateline, body, credits, dates and captions are the story."""
    changed = dataclasses.replace(Article(), **{name: CHANGES[name]})
    assert story_sha256(changed) != story_sha256(Article())


@pytest.mark.parametrize("name", NO_CHANGES)
def test_any_other_difference_is_none_of_the_story(name: str) -> None:
    """How a page was found, read or dressed does not make a story new."""
    changed = dataclasses.replace(Article(), **{name: NO_CHANGES[name]})
    assert story_sha256(changed) == story_sha256(Article())


@pytest.mark.parametrize(
    ("image", "same"),
    [
        (Image(url="https://img.example/2.jpg", caption="Dermaga.", credit="ANTARA"), True),
        (Image(url="https://cdn.example/1.jpg", caption="Kapal.", credit="ANTARA"), False),
        (Image(url="https://cdn.example/1.jpg", caption="Dermaga.", credit="Xinhua"), False),
    ],
)
def test_a_picture_may_move_but_not_change_its_words(image: Image, *, same: bool) -> None:
    """A picture's address is not the story; its caption and its credit are."""
    before = Article(
        images=[Image(url="https://cdn.example/1.jpg", caption="Dermaga.", credit="ANTARA")]
    )
    after = Article(images=[image])
    assert (story_sha256(before) == story_sha256(after)) is same


def test_times_count_to_the_minute() -> None:
    """One template prints seconds, another does not: that is no correction; a minute is one."""
    exact, rough, other = (
        Article(date_published=f"2026-11-20T09:{time}+07:00")
        for time in ("05:41", "05:00", "06:00")
    )
    assert story_sha256(exact) == story_sha256(rough) != story_sha256(other)


def test_parts_of_a_story_do_not_stand_in_for_each_other() -> None:
    """A text that moves from one field to another is a change."""
    assert story_sha256(Article(headline="Kabar")) != story_sha256(Article(description="Kabar"))
    assert story_sha256(Article(editors=["Dewi"])) != story_sha256(Article(reporters=["Dewi"]))


def test_a_digest_takes_any_text() -> None:
    """Text that is no valid UTF-8, half of a broken emoji, is digested like any other."""
    broken = Article(headline="Kabar \ud83d")
    assert len(story_sha256(broken)) == 64
    assert story_sha256(broken) != story_sha256(Article(headline="Kabar \ud83e"))
