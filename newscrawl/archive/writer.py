"""Keeping exchanges: what is new whole, what was there before as a reference to it (a revisit)."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from newscrawl.archive.exchange import NOT_MODIFIED, OK, Exchange
from newscrawl.archive.files import ArchiveFiles
from newscrawl.archive.heads import head_of_member, known
from newscrawl.archive.records import Known, make
from newscrawl.archive.warcinfo import About
from newscrawl.items import Warc
from newscrawl.ledger.captures import Captures

_WORTH_IT = 1024
"""Bytes of a body from which on a reference to it is smaller."""
_MOST_PENDING = 100
_MOST_REPEATS = 1000
"""Answers of which :meth:`ArchiveWriter.is_repeat` can tell, the newest ones."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an exchange."""

    place: Warc
    """Where the record of its answer is."""
    answer: Known | None
    """To be confirmed, where that was asked for and later answers may refer to it."""


class ArchiveWriter:
    """Writes an archive; it knows from the ledger what is in it already."""

    def __init__(self, directory: Path, about: About, captures: Captures, largest: int = 0) -> None:
        """Write under a directory, of which no one else writes; nothing is touched before.

        Args:
            directory: where the files are; see :class:`~newscrawl.archive.files.ArchiveFiles`.
            about: what the files say of themselves.
            captures: the ledger's knowledge of earlier answers.
            largest: bytes from which on a file is full; 0: never.
        """
        self.records = 0
        """How many were written."""
        self._files = ArchiveFiles(directory, about, largest)
        self._captures = captures
        self._pending: dict[tuple[str, int], Known] = {}
        self._repeats: dict[tuple[str, int], None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The files that were written to, in that order."""
        return tuple(self._files.names)

    @property
    def written(self) -> int:
        """How many bytes were written."""
        return self._files.written

    def keep(self, exchange: Exchange) -> Kept:
        """Write an exchange; it is safe when :meth:`flush` has returned.

        Raises:
            OSError: there is no room for it, and nothing of it is in the file.
            sqlite3.Error: the ledger cannot be read.
        """
        digest = hashlib.sha1(exchange.body, usedforsecurity=False).digest()
        made = make(exchange, digest, self._earlier(exchange, digest))
        name, begin = self._files.append(made.members)
        self.records += made.records
        place = Warc(file=name, offset=begin + made.place)
        if made.answer is None:
            self._note_repeat(place)
        # Small answers that are no page are cheaper to keep than to know.
        answer = made.answer if exchange.is_page or _is_worth_it(exchange) else None
        if exchange.is_page and exchange.is_known_later:
            self._supersede(exchange.url, digest)
        if answer is not None and not exchange.is_known_later:
            self.confirm(answer)
        return Kept(place, answer)

    def is_repeat(self, place: Warc | None) -> bool:
        """Tell whether an answer that this writer kept is a reference to an earlier one."""
        return place is not None and (place.file, place.offset) in self._repeats

    def confirm(self, answer: Known) -> None:
        """Let later answers refer to this one, from the next flush on.

        Raises:
            OSError: the archive could not be flushed.
            sqlite3.Error: the ledger cannot be written.
        """
        self._pending[answer.url, answer.status] = answer
        if len(self._pending) >= _MOST_PENDING:
            self.flush()

    def copy(
        self, members: bytes, place: int, records: int, *, may_be_referred_to: bool = True
    ) -> Warc:
        """Write gzip members of another archive as they are: an answer, and what belongs to it.

        Args:
            members: whole members, the answer's the last of them.
            place: where among the bytes the answer's member begins.
            records: how many they are.
            may_be_referred_to: whether later answers may refer to this one.

        Raises:
            OSError: there is no room for them, and nothing of them is in the file.
            sqlite3.Error: the ledger cannot be written.
        """
        name, begin = self._files.append(members)
        self.records += records
        head = head_of_member(members[place:])
        answer = None if head is None else known(head)
        if answer is not None and may_be_referred_to:
            if self._is_newest(answer):
                self.confirm(answer)
        elif head is not None:
            self._supersede(head.url)
        return Warc(file=name, offset=begin + place)

    def flush(self) -> None:
        """Wait until the disk has what was written; only then does the ledger hear of it.

        Raises:
            OSError: it has not.
            sqlite3.Error: the ledger cannot be written.
        """
        self._files.flush()
        if self._pending:
            self._captures.add(self._pending.values())
            self._pending.clear()

    def close(self) -> None:
        """Flush, and finish the file.

        Raises:
            OSError: the disk has not all; the file is left for the next start to mend.
            sqlite3.Error: the ledger cannot be written.
        """
        try:
            self.flush()
        finally:
            self._files.close()

    def _note_repeat(self, place: Warc) -> None:
        if len(self._repeats) >= _MOST_REPEATS:
            del self._repeats[next(iter(self._repeats))]
        self._repeats[place.file, place.offset] = None

    def _earlier(self, exchange: Exchange, digest: bytes) -> Known | None:
        """Return the answer that this one repeats."""
        if exchange.status == NOT_MODIFIED:
            return self._page(exchange.url)
        if not exchange.may_refer or not _is_worth_it(exchange):
            return None
        if not exchange.is_page:
            return self._same(exchange.status, digest)
        page = self._page(exchange.url)
        return page if page is not None and page.digest == digest else None

    def _page(self, url: str) -> Known | None:
        return self._pending.get((url, OK)) or self._captures.page(url)

    def _same(self, status: int, digest: bytes) -> Known | None:
        for answer in self._pending.values():
            if (answer.status, answer.digest) == (status, digest):
                return answer
        return self._captures.same(status, digest)

    def _supersede(self, url: str, digest: bytes = b"") -> None:
        """Let nothing refer any more to another page of an address than that of a digest."""
        pending = self._pending.get((url, OK))
        if pending is not None and pending.digest != digest:
            del self._pending[url, OK]
        self._captures.supersede(url, digest)

    def _is_newest(self, answer: Known) -> bool:
        page = self._page(answer.url)
        return page is None or page.at < answer.at


def _is_worth_it(exchange: Exchange) -> bool:
    return len(exchange.body) >= _WORTH_IT
