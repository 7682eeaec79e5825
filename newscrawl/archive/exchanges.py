"""Which records belong to a response: those directly before it that say so."""

from dataclasses import dataclass, field

from newscrawl.archive.fields import Head
from newscrawl.archive.stream import Place
from newscrawl.archive.told import CONTENT_TYPE, Told, load_told

LONGEST_TOLD = 1024 * 1024
"""Bytes of a metadata record that is looked into."""
MOST_BEFORE = 8
"""Records that are remembered: a request, its metadata, and room."""

COMPANIONS = frozenset(("request", "metadata"))
"""Kinds of records that may belong to the response behind them."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What stands before a response and belongs to it."""

    beginning: Place
    told: Told | None
    alone: bool
    """Whether each of its records, the response's too, begins a gzip member."""
    records: int
    """How many there are, the response too."""


@dataclass(slots=True)
class _Companion:
    head: Head
    told: Told | None


@dataclass(slots=True)
class Companions:
    """The requests and metadata that have been read since the last other record."""

    _records: list[_Companion] = field(default_factory=list)

    def add(self, head: Head, block: bytes | None) -> None:
        """Remember a record, or that another came between.

        Args:
            head: of any record but a response.
            block: of a metadata record that :func:`may_tell`.
        """
        if head.type not in COMPANIONS:
            self._records.clear()
            return
        del self._records[: -MOST_BEFORE + 1]
        self._records.append(_Companion(head, load_told(block) if block else None))

    def take(self, response: Head) -> Exchange:
        """Return what belongs to a response, and forget it."""
        own: list[_Companion] = []
        while self._records and _belongs(self._records[-1].head, response):
            own.append(self._records.pop())
        self._records.clear()
        first = own[-1].head if own else response
        return Exchange(
            beginning=first.place,
            told=next((record.told for record in own if record.told), None),
            alone=not any(head.place.within for head in (response, *(x.head for x in own))),
            records=len(own) + 1,
        )

    def forget(self) -> None:
        """Forget all: something that could not be read came between."""
        self._records.clear()


def may_tell(head: Head) -> bool:
    """Tell whether a record may be what this project's crawls know of a page."""
    kind = head.fields.get("content-type", "")
    return head.type == "metadata" and kind.startswith(CONTENT_TYPE) and head.length < LONGEST_TOLD


def _belongs(head: Head, response: Head) -> bool:
    if to := head.concurrent_to:
        return response.fields.get("warc-record-id", "") in to
    return head.url == response.url
