"""The tables of the SQLite export: every column with its type, its meaning, and where it leads."""

from newscrawl.export.database.columns import Column, Table


def _text(meaning: str, *, index: bool = False) -> Column:
    return Column(str, meaning, index=index)


def _number(meaning: str, unit: str | None = None) -> Column:
    return Column(int, meaning, unit=unit)


def _story(meaning: str) -> Column:
    return Column(str, meaning, "articles")


def _names(what: str, role: str) -> Table:
    return Table(
        what,
        {
            "id": _number("Key, in this file alone"),
            "name": _text(role),
            "stories": Column(int, "Stories of this file that have it", index=True),
        },
        ("id",),
        unique=("name",),
        label="name",
        newest_first="stories",
    )


_ARTICLES = {
    "id": _text("Identity of the story: `antara:<article_id>`"),
    "schema_version": _number("Version of the record's form"),
    "article_id": Column(int, "Integer id from the address", index=True),
    "edition": _text("`id` (national), `en`, or a regional host", index=True),
    "url": _text("Canonical address"),
    "headline": _text("Headline as printed"),
    "description": _text("The page's own summary"),
    "section": _text("Section that the page names", index=True),
    "breadcrumbs": _text("Path of sections, a JSON list"),
    "language": _text("`id` or `en`"),
    "date_published": _text("Time of publication, with the offset that the page prints"),
    "published_at": _text("The same moment in UTC, to sort by", index=True),
    "day": _text("The same moment's day in Jakarta", index=True),
    "date_modified": _text("Last change that the page admits to, with its offset"),
    "dateline_place": _text("Place or places where it was filed", index=True),
    "dateline_text": _text("The whole line before the first sentence"),
    "body": _text("The story alone, paragraphs with a blank line between"),
    "word_count": _number("Words of the body", "word"),
    "copyright_notice": _text("The printed copyright line"),
    "rights_notice": _text("The printed notice on reuse, crawling and AI"),
    "kind": _text("`article`, `photo`, `video`, `infographic`, `press_release`", index=True),
    "template": _text("Which era's template read the page"),
    "fallbacks": _text("Fields that came from elsewhere, a JSON object"),
    "extractor_version": _number("Version of the reading"),
    "discovered_via": _text("How the crawl came to the page"),
    "discovered_from": _text("Page that named it"),
    "discovered_depth": _number("Hops from article to article"),
    "fetched_at": _text("When this revision was fetched, UTC", index=True),
    "http_status": _number("Status code of the answer"),
    "http_etag": _text("Its `ETag`"),
    "http_last_modified": _text("Its `Last-Modified`"),
    "run_id": _text("The run that wrote it"),
    "body_sha256": _text("SHA-256 of the normalised body"),
    "near_duplicate_of": _text("Id of the earlier story that it repeats, in this file or not"),
    "repeats": _story("The same, where that story is in this file"),
    "revision": _number("Number of the newest revision"),
    "first_seen": _text("When the story was first kept, UTC"),
    "warc_file": _text("File of the archived answer"),
    "warc_offset": _number("Where the answer begins in it", "byte"),
    "gone_since": _text("Since when the site has it no more, UTC", index=True),
    "number": _number("Key of `articles_fts`, in this file alone"),
}

TABLES: dict[str, Table] = {
    "articles": Table(
        "The stories, each in its newest revision",
        _ARTICLES,
        ("id",),
        unique=("number",),
        label="headline",
        facets=("section", "kind", "edition"),
        newest_first="published_at",
        extra={"fts_table": "articles_fts", "fts_pk": "number"},
    ),
    "people": _names("Who reported, translated and edited", "Name as printed"),
    "article_people": Table(
        "Who did what for which story",
        {
            "article": _story("The story"),
            "person": Column(int, "The person", "people"),
            "role": _text("`reporter`, `translator` or `editor`", index=True),
            "position": _number("Place in the printed list, from 1"),
        },
        ("article", "role", "position"),
        facets=("role",),
    ),
    "agencies": _names("Wires and sources that stories are credited to", "Name as printed"),
    "article_agencies": Table(
        "Which story is credited to which agency",
        {
            "article": _story("The story"),
            "agency": Column(int, "The agency", "agencies"),
            "position": _number("Place in the printed list, from 1"),
        },
        ("article", "position"),
    ),
    "agency_months": Table(
        "How many stories each agency is credited with, by month of publication in Jakarta",
        {
            "agency": Column(int, "The agency", "agencies"),
            "month": _text("`2026-11`; empty for stories without a date", index=True),
            "stories": _number("How many"),
        },
        ("agency", "month"),
        newest_first="month",
    ),
    "tags": _names("Tags of the stories", "Tag without `#`"),
    "article_tags": Table(
        "Which story has which tag",
        {
            "article": _story("The story"),
            "tag": Column(int, "The tag", "tags"),
            "position": _number("Place on the page, from 1"),
        },
        ("article", "position"),
    ),
    "linked": Table(
        "Every story that links lead to, in this file or not",
        {
            "id": _text("Identity of the story: `antara:<article_id>`"),
            "story": _story("The story, where it is in this file"),
            "url": _text("Its address, as a link has it"),
            "title": _text("Its headline, as a link prints it"),
            "linked_from": Column(int, "Stories that have a link to it", index=True),
        },
        ("id",),
        label="id",
        newest_first="linked_from",
    ),
    "links": Table(
        "Links from story to story: “Baca juga” lines and related news",
        {
            "id": _number("Key, in this file alone"),
            "source": _story("The story that has the link"),
            "position": _number("Place on the page, from 1"),
            "target": _story("The story it leads to, where it is in this file"),
            "target_id": Column(str, "The story it leads to, in this file or not", "linked"),
            "url": _text("Where it leads"),
            "title": _text("Headline as the link prints it"),
            "kind": _text("`baca_juga` or `related_news`", index=True),
            "after_paragraph": _number("Blocks of the body before it; null outside the body"),
        },
        ("id",),
        facets=("kind",),
    ),
    "images": Table(
        "Pictures of the stories, the main one first",
        {
            "id": _number("Key, in this file alone"),
            "article": _story("The story"),
            "position": _number("Place on the page, from 1"),
            "url": _text("Address of the picture"),
            "caption": _text("What it shows"),
            "credit": _text("Who took or supplied it"),
        },
        ("id",),
    ),
    "revisions": Table(
        "Every revision that was kept of these stories",
        {
            "article": _story("The story"),
            "revision": Column(int, "1, then 2, 3 … for each change that was seen", index=True),
            "changed": _text("Fields that differ from the revision before, a JSON list"),
            "fetched_at": _text("When it was fetched, UTC", index=True),
            "run_id": _text("The run that wrote it"),
            "date_modified": _text("Last change that the page admitted to"),
            "headline": _text("Headline as it was"),
            "description": _text("Summary as it was, with `--all-revisions`"),
            "body": _text("Text as it was, with `--all-revisions`"),
            "word_count": _number("Words of the body", "word"),
            "body_sha256": _text("SHA-256 of the normalised body"),
            "template": _text("Which era's template read the page"),
            "extractor_version": _number("Version of the reading"),
            "file": _text("Day file that has the line"),
            "line": _number("Number of the line in it, from 1"),
        },
        ("article", "revision"),
        newest_first="fetched_at",
    ),
    "stems": Table(
        "Every word of the stories with its stem, by which the canned search finds other forms",
        {
            "word": _text("A word in small letters"),
            "stem": _text("Its stem by Snowball's Indonesian stemmer", index=True),
        },
        ("word",),
        hidden=True,
    ),
    "affixes": Table(
        "What the canned search takes off a word that no story has",
        {
            "prefix": _text("Beginning of a word"),
            "becomes": _text("What stands in its place in the root"),
            "suffix": _text("End of a word"),
        },
        ("prefix", "becomes", "suffix"),
        hidden=True,
    ),
    "about": Table(
        "What this file is",
        {
            "name": _text(
                "`source`, `rights`, `schema_version`, `selection`, `made_by`, `made_at`"
            ),
            "value": _text("What is to be said of it"),
        },
        ("name",),
    ),
}
"""In the order in which they are made: a table after those that it leads to."""
