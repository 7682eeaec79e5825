"""The record's schema: every field, in order, checked by name, and told truthfully in docs/."""

import copy
import dataclasses
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import fastjsonschema
import pytest

from newscrawl import items, schema
from newscrawl.items import Article, Dateline, Discovered, Http, Image, Related, Warc
from newscrawl.records import from_line, to_dict, to_line

FIELDS = [
    "schema_version",
    "id",
    "article_id",
    "edition",
    "url",
    "headline",
    "description",
    "section",
    "breadcrumbs",
    "tags",
    "language",
    "date_published",
    "date_modified",
    "dateline",
    "body",
    "word_count",
    "reporters",
    "translators",
    "editors",
    "agencies",
    "images",
    "related",
    "copyright_notice",
    "rights_notice",
    "kind",
    "template",
    "fallbacks",
    "extractor_version",
    "discovered",
    "fetched_at",
    "http",
    "run_id",
    "body_sha256",
    "near_duplicate_of",
    "revision",
    "first_seen",
    "warc",
]
"""The fields in the order that readers of the files rely on."""

NESTED_FIELDS = {
    "dateline": ["place", "text"],
    "images": ["url", "caption", "credit"],
    "related": ["article_id", "url", "title", "kind", "after_paragraph"],
    "discovered": ["via", "from", "depth"],
    "http": ["status", "etag", "last_modified"],
    "warc": ["file", "offset"],
}

Damage = Callable[[dict[str, Any]], None]


def bare_article() -> Article:
    """Return the least that a record of a page can say."""
    return Article(
        id="antara:1",
        article_id=1,
        edition="id",
        url="https://www.antaranews.com/berita/1/kabar",
        template="D",
        fetched_at="2026-11-20T02:00:00Z",
    )


def full_article() -> Article:
    """Return an invented story with something in every field."""
    return Article(
        id="antara-jatim:900123",
        article_id=900123,
        edition="jatim",
        url="https://jatim.antaranews.com/berita/900123/pelabuhan-lama-dibuka-lagi",
        headline="Pelabuhan lama dibuka lagi",
        description="Kapal pertama tiba Kamis pagi.",
        section="Dunia",
        breadcrumbs=["Beranda", "Dunia"],
        tags=["pelabuhan"],
        language="id",
        date_published="2026-11-20T08:15:00+07:00",
        date_modified="2026-11-20T09:00:00.250+07:00",
        dateline=Dateline(place="Tallinn", text="Tallinn (ANTARA) - "),
        body="Pelabuhan itu dibuka lagi pada Kamis.",
        word_count=6,
        reporters=["Rina Saptari"],
        translators=["Bayu Wiratama"],
        editors=["Dewi Larasati"],
        agencies=["Xinhua"],
        images=[Image(url="https://cdn.example/1.jpg", caption="Dermaga.", credit="ANTARA/HO")],
        related=[
            Related(
                article_id=900001,
                url="https://jatim.antaranews.com/berita/900001/dermaga",
                title="Dermaga diperbaiki",
                kind="related_news",
                after_paragraph=1,
            )
        ],
        copyright_notice="Copyright © ANTARA 2026",
        rights_notice="Dilarang keras mengambil konten.",
        kind="photo",
        template="D",
        fallbacks={"section": "json-ld"},
        extractor_version=3,
        discovered=Discovered(
            via="related", from_="https://www.antaranews.com/berita/2/b", depth=2
        ),
        fetched_at="2026-11-20T02:00:00Z",
        http=Http(status=200, etag='"6ac1-740e"', last_modified="Fri, 20 Nov 2026 01:15:00 GMT"),
        run_id="2026-11-20T02:00:00Z",
        body_sha256="0" * 64,
        near_duplicate_of="antara:2",
        revision=2,
        first_seen="2026-11-20T01:30:00Z",
        warc=Warc(file="2026-11-20.warc.gz", offset=512),
    )


def error_of(record: dict[str, Any]) -> fastjsonschema.JsonSchemaValueException:
    """Return what the validator raises for a record."""
    with pytest.raises(fastjsonschema.JsonSchemaValueException) as caught:
        schema.validator()(record)
    return caught.value


@pytest.mark.parametrize("make", [bare_article, full_article])
def test_a_good_record_is_valid(make: Callable[[], Article]) -> None:
    """The least and the fullest record pass, as made and as read back from their line."""
    schema.validator()(to_dict(make()))
    schema.validator()(json.loads(to_line(make())))
    assert from_line(to_line(make())) == make()


def test_an_empty_article_is_no_record() -> None:
    """A record that nobody filled is refused: an id is never the empty text."""
    assert error_of(to_dict(Article())).name == "data.id"


def test_a_line_has_its_fields_in_the_promised_order() -> None:
    """Readers see the fields in the order that is documented, nested ones too."""
    record = json.loads(to_line(full_article()))
    assert list(record) == FIELDS
    for name, fields in NESTED_FIELDS.items():
        part = record[name][0] if isinstance(record[name], list) else record[name]
        assert list(part) == fields, name


def test_the_schema_lists_the_fields_in_that_order_and_requires_them_all() -> None:
    """The schema knows the fields of a line, no others, and does without none."""
    record = schema.article_schema()
    assert list(record["properties"]) == FIELDS
    for name, fields in NESTED_FIELDS.items():
        part = record["properties"][name]
        assert list(part.get("items", part)["properties"]) == fields, name


def objects(part: object) -> list[dict[str, Any]]:
    """Return every object schema with fields of its own within a schema."""
    if isinstance(part, list):
        return [found for entry in part for found in objects(entry)]
    if not isinstance(part, dict):
        return []
    inner = [found for entry in part.values() for found in objects(entry)]
    return [part, *inner] if isinstance(part.get("properties"), dict) else inner


def test_every_object_is_closed_complete_and_described() -> None:
    """No object takes unknown fields or does without one; each field has a text and no default."""
    found = objects(schema.article_schema())
    assert len(found) == 1 + len(NESTED_FIELDS)
    for part in found:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
        for name, field in part["properties"].items():
            assert re.fullmatch(r"\S+( \S+)*", field["description"]), name
            assert "default" not in field, name
            assert "``" not in field["description"], name


@pytest.mark.parametrize("name", FIELDS)
def test_a_missing_field_is_refused_by_name(name: str) -> None:
    """A record without one of its fields fails, and the message says which."""
    record = to_dict(full_article())
    del record[name]
    error = error_of(record)
    assert error.rule == "required"
    assert f"'{name}'" in error.message


@pytest.mark.parametrize(
    ("name", "field"), [(name, field) for name in NESTED_FIELDS for field in NESTED_FIELDS[name]]
)
def test_a_missing_nested_field_is_refused_by_name(name: str, field: str) -> None:
    """The same holds inside nested objects and inside lists of them."""
    record = to_dict(full_article())
    part = record[name][0] if isinstance(record[name], list) else record[name]
    del part[field]
    error = error_of(record)
    assert str(error.name).startswith(f"data.{name}")
    assert f"'{field}'" in error.message


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        (lambda record: record.update(schema_version=2), "data.schema_version"),
        (lambda record: record.update(id="antara:abc"), "data.id"),
        (lambda record: record.update(article_id="900123"), "data.article_id"),
        (lambda record: record.update(article_id=0), "data.article_id"),
        (lambda record: record.update(article_id=True), "data.article_id"),
        (lambda record: record.update(url="http://www.antaranews.com/berita/1"), "data.url"),
        (lambda record: record.update(tags=None), "data.tags"),
        (lambda record: record.update(editors=["Dewi", 1]), "data.editors[1]"),
        (lambda record: record.update(date_published="2026-11-20 08:15"), "data.date_published"),
        (lambda record: record.update(date_modified="2026-11-20T08:15:00"), "data.date_modified"),
        (lambda record: record.update(fetched_at="2026-11-20T02:00:00+00:00"), "data.fetched_at"),
        (lambda record: record.update(fetched_at="2026-11-20T02:00:00Z\n"), "data.fetched_at"),
        (lambda record: record.update(kind="berita"), "data.kind"),
        (lambda record: record.update(dateline="Tallinn"), "data.dateline"),
        (lambda record: record["dateline"].update(text=None), "data.dateline.text"),
        (lambda record: record["images"][0].update(url=""), "data.images[0].url"),
        (lambda record: record["related"][0].update(kind="sidebar"), "data.related[0].kind"),
        (lambda record: record["discovered"].update(via="luck"), "data.discovered.via"),
        (lambda record: record["warc"].update(offset=-1), "data.warc.offset"),
        (lambda record: record.update(fallbacks={"section": 1}), "data.fallbacks.section"),
        (lambda record: record.update(body_sha256="0" * 63), "data.body_sha256"),
        (lambda record: record.update(revision=0), "data.revision"),
    ],
)
def test_a_wrong_value_is_refused_by_name(damage: Damage, where: str) -> None:
    """A value of the wrong type or form fails, and the error names its place in the record."""
    record = to_dict(full_article())
    damage(record)
    assert error_of(record).name == where


def test_an_unknown_field_is_refused_by_name() -> None:
    """A field that the schema does not know fails, at the top and inside a nested object."""
    record = to_dict(full_article())
    record["author"] = "Rina Saptari"
    assert "'author'" in error_of(record).message
    record = to_dict(full_article())
    record["discovered"]["from_"] = None
    assert "'from_'" in error_of(record).message


def test_a_message_never_quotes_the_story() -> None:
    """A refusal may stand in a log, where article texts have no place."""
    record = to_dict(full_article())
    record["body"] = ["Kalimat rahasia."]
    assert "rahasia" not in error_of(record).message


def test_validating_leaves_the_record_as_it_is() -> None:
    """The validator fills in nothing."""
    record = to_dict(full_article())
    before = copy.deepcopy(record)
    schema.validator()(record)
    assert record == before


@pytest.mark.parametrize(
    ("item", "field", "values"),
    [
        (Article, "kind", items.Kind),
        (Related, "kind", items.RelatedKind),
        (Discovered, "via", items.Via),
    ],
)
def test_allowed_values_are_those_of_the_types(item: Any, field: str, values: object) -> None:
    """What the type checker allows in a field is what the schema allows there."""
    (found,) = (entry for entry in dataclasses.fields(item) if entry.name == field)
    assert found.metadata["json_schema_extra"]["enum"] == list(get_args(values))


def test_the_documents_are_current() -> None:
    """docs/ says what items.py says; ``make docs`` brings it up to date."""
    assert schema.stale() == []


def test_the_field_table_names_every_field() -> None:
    """Each field and each nested field has its row, in order."""
    rows = re.findall(r"^\| \[?`(\w+)`", schema.fields_markdown(), re.MULTILINE)
    assert rows == FIELDS + [field for fields in NESTED_FIELDS.values() for field in fields]


@pytest.mark.parametrize("name", FIELDS)
def test_every_type_is_told_in_words(name: str) -> None:
    """A table row says what kind of value to expect, and whether it can be missing."""
    (row,) = re.findall(rf"(?m)^\| \[?`{name}`.*$", schema.fields_markdown().split("\n## ")[0])
    part = schema.article_schema()["properties"][name]
    assert re.search(r"text|whole number|list of|object|one of|always 1", row.split(" | ")[1])
    assert ("null" in row.split(" | ")[1]) == ("null" in part["type"])


def test_writing_and_checking(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command names stale documents with 1, writes only those, and then finds none."""
    docs = tmp_path / "docs"
    assert schema.main(["--check"], docs) == 1
    assert capsys.readouterr().err.count("run make docs") == 2
    assert schema.main([], docs) == 0
    assert capsys.readouterr().out.count("wrote ") == 2
    assert schema.main(["--check"], docs) == 0
    (docs / "fields.md").write_text("old", encoding="utf-8")
    assert schema.main(["--check"], docs) == 1
    assert "fields.md is not what" in capsys.readouterr().err
    assert schema.main([], docs) == 0
    assert capsys.readouterr().out == f"wrote {docs / 'fields.md'}\n"
