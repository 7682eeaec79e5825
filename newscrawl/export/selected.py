"""The stories that an export is made of: records that are what the schema says, one at a time."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Any

import fastjsonschema

from newscrawl.clock import WIB
from newscrawl.kept.lines import Line
from newscrawl.kept.selection import Selection
from newscrawl.kept.stories import Passed, Record, Stories
from newscrawl.ledger.gone import gone_since
from newscrawl.places import Places
from newscrawl.schema import validator
from newscrawl.showing import Show

TIMES = ("date_published", "date_modified", "fetched_at", "first_seen")
"""The fields that hold a time."""

_ODD = re.compile(rb"\\u(?:0000|[dD])|\xed[\xa0-\xbf]|:\s*-?[0-9]{19}|:\s*[0-9]+[.eE]")
"""What a line holds that no tool's column would: NUL, half a surrogate pair, a number too big or
with a point. In a text it may be harmless, and costs a second look."""
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_BITS = 63


@dataclass(slots=True)
class Story:
    """One record, ready to be written anywhere."""

    line: Line
    record: Record
    """Of the schema; its texts can be written as UTF-8, and its integers have 64 bits."""
    times: dict[str, datetime | None]
    """The values of ``TIMES``."""
    gone_since: str | None
    """Since when the site has it no more, UTC, as the ledger has it."""


class Selected:
    """The selected stories; iterate over it as often as needed.

    A record that is not of the schema is passed over.
    """

    def __init__(self, places: Places, chosen: Selection, show: Show) -> None:
        """Select from the records under ``places``.

        Raises:
            sqlite3.Error: the ledger cannot be read.
        """
        self.chosen = chosen
        self.show = show
        self.count = 0
        """Stories that the last reading told (revisions, where those are told)."""
        self.tells_revisions = chosen.all_revisions
        """Whether a story may come more than once."""
        self._articles = places.articles
        self._gone = gone_since(places)
        self._stories = Stories(places.articles, chosen, show)
        self._check = validator()
        self._unfit = Passed()
        self._unfit_before = Passed()

    @property
    def has_files(self) -> bool:
        """Whether there is any day file."""
        return bool(self._stories.files)

    @property
    def passed(self) -> Passed:
        """What was passed over so far."""
        parts = (self._stories.passed, self._unfit, self._unfit_before)
        told = Passed()
        for example in (example for part in parts for example in part.examples):
            told.add(example)
        told.count = sum(part.count for part in parts)
        return told

    def __iter__(self) -> Iterator[Story]:
        """Yield the selected stories.

        Raises:
            OSError: a file cannot be read, or there is no room for the index of the newest.
        """
        self.count, self._unfit = 0, Passed()
        for story in self._fit(self._stories, self._unfit):
            self.count += 1
            yield story

    def newest(self) -> Iterator[Story]:
        """Yield the selected stories in their newest revision, whatever is selected.

        Raises:
            OSError: as above.
        """
        chosen = replace(self.chosen, all_revisions=False)
        self._stories = Stories(self._articles, chosen, self.show)
        self.tells_revisions = False
        return iter(self)

    def revisions(self, newest: Callable[[str], int | None]) -> Iterator[Story]:
        """Yield every revision of some stories, up to their newest: a run may write meanwhile.

        Args:
            newest: tells the newest revision of a story by its id; None for one to leave out.

        Raises:
            OSError: as above.
        """
        self._unfit_before = Passed()
        every = Stories(self._articles, Selection(all_revisions=True), self.show)
        return self._fit(every, self._unfit_before, newest)

    def _fit(
        self,
        stories: Stories,
        unfit: Passed,
        newest: Callable[[str], int | None] | None = None,
    ) -> Iterator[Story]:
        for line, record in stories.places():
            if newest is not None and record["revision"] > (newest(record["id"]) or 0):
                continue
            try:
                story = self._story(line, record)
            except (fastjsonschema.JsonSchemaException, ValueError, OverflowError) as error:
                unfit.add(f"{self._articles / line.file}:{line.number}: {error}")
                continue
            yield story

    def _story(self, line: Line, record: Record) -> Story:
        """Return the story of a record, or raise what is wrong with it."""
        self._check(record)
        if _ODD.search(line.data):
            record = _plain(record)
        times = {name: _time(record[name]) for name in TIMES}
        return Story(line, record, times, self._gone.get(record["id"]))


def _time(text: str | None) -> datetime | None:
    """Return a time, or raise OverflowError for one that is of no year in Jakarta or in UTC."""
    if text is None:
        return None
    time = datetime.fromisoformat(text)
    if time.year in (MINYEAR, MAXYEAR):
        for zone in (UTC, WIB):
            time.astimezone(zone)
    return time


def _plain(value: Any) -> Any:
    """Return a value with U+FFFD for what is no text, and integers where JSON had ``1.0``.

    Raises:
        OverflowError: an integer has more than 64 bits.
    """
    if isinstance(value, str):
        return _NO_TEXT.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_plain(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, float):  # the schema has whole numbers alone, and takes 1.0 for one
        value = int(value)
    if isinstance(value, int) and value.bit_length() > _BITS:
        raise OverflowError(f"the number {value} is too big for a column of 64 bits")
    return value
