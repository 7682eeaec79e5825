"""The record: what one line of the JSON Lines files says about one story.

The order of the fields is the order in the file, and every field is always there: ``null`` or an
empty list when the page has none, never an invented value. The docstring under each field is its
documentation: ``docs/fields.md`` and ``docs/article.schema.json`` are made from this module by
``python -m newscrawl.schema``.

Times are ISO 8601 strings with an offset, as they stand in the file.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

SCHEMA_VERSION = 1
"""Version of the record's form; it rises when a reader of the files would have to change."""

Kind = Literal["article", "photo", "video", "infographic", "press_release"]
RelatedKind = Literal["baca_juga", "related_news"]
Via = Literal["feed", "listing", "archive", "related", "url", "revisit"]
Source = Literal["json-ld", "meta", "feed", "generic"]

_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_LOCAL_TIME = rf"{_DAY}{_TIME}(\.[0-9]+)?([+-][0-9]{{2}}:[0-9]{{2}}|Z)$"
_UTC_TIME = rf"{_DAY}{_TIME}Z$"
_SHA256 = r"^[0-9a-f]{64}$"


def _schema(**extra: Any) -> dict[str, Any]:
    """Return dataclass metadata that adds keywords to a field's JSON Schema."""
    return {"json_schema_extra": extra}


@dataclass(slots=True, kw_only=True)
class Dateline:
    """Where a story was filed, as printed before its first sentence."""

    place: str | None = None
    """The place or places as printed, without date and agency, such as ``Baku/Yerevan``; null when
    the line names only the agency."""
    text: str = ""
    """The whole line as printed, up to the first letter of the story: ``Baku/Yerevan (ANTARA) -``
    and a blank."""


@dataclass(slots=True, kw_only=True)
class Image:
    """One picture of the story."""

    url: str = field(default="", metadata=_schema(minLength=1))
    """Address of the picture in the largest form that the page names."""
    caption: str | None = None
    """What the picture shows, without its credit."""
    credit: str | None = None
    """Who took or supplied it, as printed and without brackets, such as
    ``REUTERS/Aziz Karimov/aww/cfo``."""


@dataclass(slots=True, kw_only=True)
class Related:
    """A link from the story to another one."""

    article_id: int = field(default=0, metadata=_schema(minimum=1))
    """Integer id from the address that the link leads to."""
    url: str = field(default="", metadata=_schema(pattern="^https://"))
    """Canonical address of the other story."""
    title: str | None = None
    """The other story's headline as the link prints it."""
    kind: RelatedKind = field(
        default="baca_juga", metadata=_schema(type="string", enum=["baca_juga", "related_news"])
    )
    """``baca_juga`` for a "Baca juga" line, ``related_news`` for the block under the story."""
    after_paragraph: int | None = field(default=None, metadata=_schema(minimum=0))
    """How many blocks of ``body`` (paragraphs and subheads) stand before the link; null outside the
    body."""


@dataclass(slots=True, kw_only=True)
class Discovered:
    """How the crawl came to the page."""

    via: Via = field(
        default="url",
        metadata=_schema(
            type="string", enum=["feed", "listing", "archive", "related", "url", "revisit"]
        ),
    )
    """``feed``, ``listing``, ``archive``, ``related`` (a link of another story), ``url`` (named by
    the user) or ``revisit``."""
    from_: str | None = None
    """Canonical address of the page that named it; null when the user did."""
    depth: int = field(default=0, metadata=_schema(minimum=0))
    """Hops from article to article; 0 for what a feed, a listing or the user named."""


@dataclass(slots=True, kw_only=True)
class Http:
    """What the server said with the page."""

    status: int = 200
    """Status code of the response."""
    etag: str | None = None
    """``ETag`` header as sent (RFC 9110, section 8.8.3)."""
    last_modified: str | None = None
    """``Last-Modified`` header as sent (RFC 9110, section 8.8.2)."""


@dataclass(slots=True, kw_only=True)
class Warc:
    """Where the archived response is."""

    file: str = ""
    """Name of the file under ``warc/``."""
    offset: int = field(default=0, metadata=_schema(minimum=0))
    """Byte offset of the response record in that file."""


@dataclass(slots=True, kw_only=True)
class Article:
    """One story as one visit found it."""

    schema_version: int = SCHEMA_VERSION
    """Version of this record's form, 1."""
    id: str = field(default="", metadata=_schema(pattern=r"^antara(-[a-z0-9.-]+)?:[0-9]+$"))
    """Identity of the story: ``antara:<article_id>`` for the national id space,
    ``antara-<host>:<article_id>`` for a host with ids of its own, ``antara-en:<article_id>`` for
    English."""
    article_id: int = field(default=0, metadata=_schema(minimum=1))
    """Integer id from the address."""
    edition: str = field(default="", metadata=_schema(minLength=1))
    """``id`` (national), ``en``, or the name of a regional host such as ``jatim``."""
    url: str = field(default="", metadata=_schema(pattern="^https://"))
    """Canonical address: https, the edition's host, no tracking parameters, no fragment."""
    headline: str | None = None
    """Headline as printed."""
    description: str | None = None
    """The page's own summary or pull quote."""
    section: str | None = None
    """Section that the page names for itself, such as ``Dunia``."""
    breadcrumbs: list[str] = field(default_factory=list)
    """The path of sections that the page prints, outermost first."""
    tags: list[str] = field(default_factory=list)
    """Tags in page order, without ``#``."""
    language: str | None = field(default=None, metadata=_schema(enum=["id", "en", None]))
    """``id`` or ``en``."""
    date_published: str | None = field(default=None, metadata=_schema(pattern=_LOCAL_TIME))
    """Publication time with the offset the page gives (WIB +07:00, WITA +08:00, WIT +09:00)."""
    date_modified: str | None = field(default=None, metadata=_schema(pattern=_LOCAL_TIME))
    """Time of the last change that the page admits to, with its offset."""
    dateline: Dateline | None = None
    """Where the story was filed; ``body`` starts after it."""
    body: str | None = None
    """The story alone: paragraphs and subheads joined by a blank line; no related links, credits,
    copyright, notices, ads or desk codes."""
    word_count: int | None = field(default=None, metadata=_schema(minimum=0))
    """Words of ``body``, parted by white space; null without a body."""
    reporters: list[str] = field(default_factory=list)
    """Names after "Pewarta" or "Oleh"."""
    translators: list[str] = field(default_factory=list)
    """Names after "Penerjemah" or "Translator"."""
    editors: list[str] = field(default_factory=list)
    """Names after "Editor"."""
    agencies: list[str] = field(default_factory=list)
    """Wires and sources that the story is credited to, one name each, as printed, in order; not the
    one that only took the picture."""
    images: list[Image] = field(default_factory=list)
    """Pictures of the story, the main one first."""
    related: list[Related] = field(default_factory=list)
    """"Baca juga" and related-news links in page order, each once."""
    copyright_notice: str | None = None
    """The printed copyright line."""
    rights_notice: str | None = None
    """The printed notice on reuse, crawling and AI."""
    kind: Kind = field(
        default="article",
        metadata=_schema(
            type="string", enum=["article", "photo", "video", "infographic", "press_release"]
        ),
    )
    """``article``, ``photo``, ``video``, ``infographic`` or ``press_release``."""
    template: str = field(default="", metadata=_schema(minLength=1))
    """Which era's template read the page: ``A``, ``B``, ``C``, ``D`` or ``AMP``; ``generic`` where
    none knows it; ``feed`` for a feed's metadata alone."""
    fallbacks: dict[str, str] = field(default_factory=dict)
    """For each field that the template did not give: where it came from (``json-ld``, ``meta``,
    ``feed``, ``generic``). ``generic`` for the body of a known template means that part of the
    story may be missing: the page is in quarantine too."""
    extractor_version: int = field(default=1, metadata=_schema(minimum=1))
    """Rises whenever reading changes."""
    discovered: Discovered | None = None
    """How the crawl came to the page; null for a page that was read from a file."""
    fetched_at: str = field(default="", metadata=_schema(pattern=_UTC_TIME))
    """When the page was fetched, UTC, to the second."""
    http: Http | None = None
    """What the server said with the page; null for a page that was read from a file."""
    run_id: str | None = None
    """The run that wrote the line; null for a page that was read from a file."""
    body_sha256: str | None = field(default=None, metadata=_schema(pattern=_SHA256))
    """SHA-256 of the normalised body, hexadecimal; null without a body."""
    near_duplicate_of: str | None = None
    """``id`` of the earliest seen story whose text this one repeats, word for word or, from 50
    words on, with light edits; never its own. What the first revision with a body was told holds
    for all later ones."""
    revision: int = field(default=1, metadata=_schema(minimum=1))
    """1, then 2, 3 … when a later visit finds the story changed."""
    first_seen: str | None = field(default=None, metadata=_schema(pattern=_UTC_TIME))
    """When the story was first kept, UTC, to the second; null for a page read from a file."""
    warc: Warc | None = None
    """Where the archived response is; null when none was kept."""

    def flaw(self) -> str | None:
        """Return why no reader would take this for a story, in one word; None where they would."""
        if not self.headline:
            return "no_headline"
        if not self.body and self.template != "feed" and self.kind == "article":
            return "no_body"
        return None
