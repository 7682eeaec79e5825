"""What is wrong, with its place, and how often; a few of each kind are remembered."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

MEANINGS = {
    "unreadable": "a file that cannot be read",
    "leftover": "a temporary file that nobody writes now",
    "two_forms": "a day file that is there plain and compressed",
    "torn_line": "a last line that does not end",
    "not_json": "a line that is no JSON object",
    "not_record": "a line that is no record of this version",
    "later_version": "a line that a later newscrawl wrote",
    "schema": "a record that breaks the schema",
    "incomplete": "a record without what a story cannot lack",
    "id_of_url": "an id that is not that of the address",
    "wrong_day_file": "a line of another day",
    "word_count": "a number of words that is not that of the body",
    "body_sha256": "a digest that is not that of the body",
    "revision_twice": "two lines with one id and revision",
    "revision_missing": "a revision that has no line",
    "revision_order": "a revision that comes before an earlier one",
    "first_seen": "a first sight that is not the first fetch",
    "near_duplicate_of": "a copy of what is not kept, or was seen later",
    "ledger_missing": "there are records and no ledger",
    "ledger_version": "a ledger with the tables of another version",
    "ledger_corrupt": "the ledger is no sound database",
    "ledger_unknown_line": "lines that the ledger has not heard of",
    "ledger_offset": "lines that the ledger has elsewhere",
    "ledger_differs": "a line that is not what was written",
    "ledger_line_gone": "records of the ledger without a line",
    "ledger_size": "a day file not as long as the ledger says",
    "ledger_story": "a story whose state does not fit its lines",
    "ledger_signature": "signatures of bodies that lead to no record",
    "warc_open": "a file that a run which died left open",
    "warc_missing_file": "pointers into a file that is not there",
    "warc_offset": "a pointer to where no response begins",
    "warc_other_page": "a pointer to another page, or to another visit",
    "warc_damaged": "a place in the archive that cannot be read",
}
"""Each kind of finding, in the order in which they are told; short enough for a table."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong."""

    code: str
    place: str
    """File and line, file and byte, or table and row; files as they lie under the directory."""
    text: str
    """What is wrong there, for a person."""


@dataclass(slots=True)
class Findings:
    """What was found, as much of it as is to be shown."""

    most: int | None = 5
    """How many of each kind are remembered; None for all."""
    counts: Counter[str] = field(default_factory=Counter)
    _shown: dict[str, list[Finding]] = field(default_factory=dict)

    def add(self, code: str, place: str, text: str) -> None:
        """Note one finding."""
        if code not in MEANINGS:
            raise AssertionError(code)
        self.counts[code] += 1
        shown = self._shown.setdefault(code, [])
        if self.most is None or len(shown) < self.most:
            shown.append(Finding(code, place, text))

    def __len__(self) -> int:
        """Return how many there are."""
        return self.counts.total()

    def __iter__(self) -> Iterator[Finding]:
        """Yield those that are remembered, by kind."""
        for code in MEANINGS:
            yield from self._shown.get(code, ())
