"""What a diagnosis consists of; everything else here fills these in or prints them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.urls import StoryUrl
from newscrawl.items import Kind

OK = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What came for one request."""

    what: str
    """``robots.txt``, ``feed``, ``listing``, or the kind of story."""
    url: str
    status: int | None = None
    """None where nothing was sent or nothing came back."""
    body: bytes = b""
    content_type: str | None = None
    landed: str | None = None
    """Where redirects led, if anywhere else."""
    failure: str | None = None
    """Why there is no answer, for a person."""
    is_forbidden: bool = False
    """Whether robots.txt is why."""

    @property
    def trouble(self) -> str | None:
        """Why there is nothing to read; None where there is."""
        if self.failure is not None:
            return self.failure
        return None if self.status == OK else f"the site answers {self.status}"

    @property
    def base(self) -> str:
        """The address that the body's links are relative to."""
        return self.landed or self.url

    @property
    def host(self) -> str:
        """The host that was asked."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request and what is to be said of it."""

    answer: Answer
    verdict: str
    findings: tuple[str, ...] = ()
    """What is wrong, a sentence each."""
    notes: tuple[str, ...] = ()
    """What is worth a look, and wrong only perhaps."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a record."""

    field: str
    value: str | None
    """In short; None where there is none."""
    rule: str
    """What found it."""
    source: str
    """``template``, the name of a fallback, ``default``, ``missing`` or ``none``."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How one page was read."""

    kind: Kind
    url: str
    template: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """A story that feed or listing names."""

    story: StoryUrl
    title: str | None = None
    item: FeedItem | None = None
    """What the feed says of it."""


@dataclass(slots=True)
class Diagnosis:
    """All that was asked, and what came of it."""

    edition: str
    section: str
    origin: str
    """Where the requests went."""
    visits: list[Visit] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    """What is wrong with no request in particular."""
    notes: list[str] = field(default_factory=list)
    unreachable: str | None = None
    """Why nobody answered at all."""
    is_complete: bool = False

    def findings(self) -> list[str]:
        """Return everything that is wrong, named by where it was found."""
        found = [line for visit in self.visits for line in _named(visit, visit.findings)]
        return [*found, *self.gaps]

    def remarks(self) -> list[str]:
        """Return everything that is worth a look."""
        found = [line for visit in self.visits for line in _named(visit, visit.notes)]
        return [*found, *self.notes]

    @property
    def exit_code(self) -> int:
        """0 where all is read well, else 1."""
        return 0 if self.is_complete and not self.unreachable and not self.findings() else 1


def _named(visit: Visit, lines: tuple[str, ...]) -> Iterator[str]:
    return (f"{visit.answer.what}: {line}" for line in lines)
