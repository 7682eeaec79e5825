"""A story and everything that its page states: what an extracted record is compared with."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, NamedTuple

from newscrawl.replica.casting import MOTORING_HOST, Kind
from newscrawl.replica.copy import Block
from newscrawl.replica.credits import Credits
from newscrawl.replica.heads import Head
from newscrawl.replica.ids import Edition
from newscrawl.replica.scenario import Scenario
from newscrawl.replica.traits import Template


class Picture(NamedTuple):
    """A picture of a story."""

    url: str
    caption: str | None
    credit: str | None
    printed: str
    """Caption and credit as the page prints them."""


class Link(NamedTuple):
    """A link from a story to another one."""

    article_id: int
    url: str
    title: str
    kind: Literal["baca_juga", "related_news"]
    after_paragraph: int | None


class Correction(NamedTuple):
    """A later form of a story."""

    at: datetime
    headline: str
    blocks: tuple[Block, ...]


class Part(NamedTuple):
    """Which page of a story it is, and of how many; most stories have one."""

    number: int = 1
    pages: int = 1
    shows_credits: bool = True
    """Whether it has the lines under the story."""
    leads_to_whole: bool = False
    """Whether it links to a page that has the whole story."""

    @property
    def is_last(self) -> bool:
        """Whether the story ends on it."""
        return self.number == self.pages


_WHOLE = Part()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story in one of its forms; the page shows what stands here and nothing else."""

    head: Head
    era: Template
    """The template that its page is in."""
    headline: str
    description: str
    """The pull quote where the page has one, else its summary."""
    summary: str
    section: str | None
    breadcrumbs: tuple[str, ...]
    tags: tuple[str, ...]
    modified: datetime | None
    dateline_place: str | None
    dateline_text: str | None
    blocks: tuple[Block, ...]
    credit: Credits
    images: tuple[Picture, ...]
    links: tuple[Link, ...]
    """In page order; one that the page repeats stands here twice."""
    copyright_line: str
    rights_notice: str | None
    traits: frozenset[str]
    """Which of the hard cases its page has; see ``traits``."""
    corrections: tuple[Correction, ...]
    part: Part = _WHOLE
    """Of how many pages it is one, if it is what one page shows and not the whole story."""

    @property
    def id(self) -> str:
        """The record's ``id``."""
        return self._record_id(self.head.article_id)

    @property
    def article_id(self) -> int:
        """Id in the address."""
        return self.head.article_id

    @property
    def edition(self) -> Edition:
        """``id``, ``jatim`` on the regional host, ``en`` for the English edition."""
        return self.head.edition

    @property
    def language(self) -> str:
        """Language of headline and text."""
        return self.head.scenario.language

    @property
    def in_sub_portal(self) -> bool:
        """Whether its page is a topic host's own form of the template of 2013 to 2018."""
        return self.era == "B" and self.host == MOTORING_HOST

    @property
    def host(self) -> str:
        """Host on which the desk publishes it; links may name it instead of the edition's."""
        return self.head.host

    @property
    def path(self) -> str:
        """Path of the canonical address."""
        return self.head.path

    @property
    def url(self) -> str:
        """Canonical address; the slug stays that of the first headline."""
        return self.head.url

    @property
    def kind(self) -> Kind:
        """Kind of the page."""
        return self.head.kind

    @property
    def scenario(self) -> Scenario:
        """What it is made of."""
        return self.head.scenario

    @property
    def crew(self) -> str:
        """A video's crew as it is printed behind the text; most pages have none."""
        return f" ({'/'.join(self.credit.crew)})" if self.credit.crew else ""

    @property
    def topic(self) -> str:
        """Name of the topic's vocabulary."""
        return self.head.scenario.topic

    @property
    def published(self) -> datetime:
        """Publication time, to the second."""
        return self.head.published

    @property
    def taken_down(self) -> datetime | None:
        """When the site takes it away."""
        return self.head.taken_down

    @property
    def in_world(self) -> bool:
        """Whether the world section's feed and list carry it."""
        return self.head.in_world

    @property
    def copy_of(self) -> str | None:
        """``id`` of the story whose headline and text it repeats."""
        return self._record_id(self.head.copy_of) if self.head.copy_of else None

    @property
    def body(self) -> str:
        """The blocks as the record joins them."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def local(self) -> datetime:
        """Publication time as a careful reader of the page learns it."""
        return self.published.replace(second=0) if "no_seconds" in self.traits else self.published

    @property
    def versions(self) -> tuple["Story", ...]:
        """The story's forms in order; ``modified`` of each says since when it stands."""
        return (
            self,
            *(
                replace(self, headline=later.headline, blocks=later.blocks, modified=later.at)
                for later in self.corrections
            ),
        )

    def state_at(self, now: datetime) -> "Story | None":
        """Return the form that the site shows at a moment; none before it is out or once it is gone."""
        if now < self.published or (self.taken_down is not None and now >= self.taken_down):
            return None
        return [form for form in self.versions if form.modified is None or form.modified <= now][-1]

    def expected(self) -> dict[str, Any]:
        """Return the record's fields that the page determines, in the record's own words."""
        return {
            "id": self.id,
            "article_id": self.article_id,
            "edition": self.edition,
            "url": self.url,
            "headline": self.headline,
            "description": self.description,
            "section": self.section,
            "breadcrumbs": list(self.breadcrumbs),
            "tags": list(self.tags),
            "language": self.language,
            "date_published": self.local.isoformat(),
            "date_modified": self.modified.isoformat()
            if self.modified and self._says_when
            else None,
            "dateline": self._dateline(),
            "body": self.body,
            "word_count": len(self.body.split()),
            "reporters": list(self.credit.reporters),
            "translators": list(self.credit.translators),
            "editors": list(self.credit.editors),
            "agencies": list(self.credit.agencies),
            "images": [
                {"url": picture.url, "caption": picture.caption, "credit": picture.credit}
                for picture in self.images
            ],
            "related": self._related(),
            "copyright_notice": self.copyright_line,
            "rights_notice": self.rights_notice,
            "kind": self.kind,
            "template": self.era,
        }

    def _record_id(self, article_id: int) -> str:
        space = "" if self.edition == "id" else f"-{self.edition}"
        return f"antara{space}:{article_id}"

    @property
    def _says_when(self) -> bool:
        """Whether the page says that it was changed, and when."""
        return self.era != "A" and not self.in_sub_portal

    def _dateline(self) -> dict[str, str | None] | None:
        if self.dateline_text is None:
            return None
        return {"place": self.dateline_place, "text": self.dateline_text}

    def _related(self) -> list[dict[str, Any]]:
        """The record has each linked story once, where the page names it first."""
        first: dict[str, dict[str, Any]] = {}
        for link in self.links:
            first.setdefault(link.url, link._asdict())
        return list(first.values())
