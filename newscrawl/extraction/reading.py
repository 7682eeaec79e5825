"""One pass over files: what can be read goes to a sink, what can't is told, and all is counted."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Protocol

from newscrawl.archive.captures import Capture, Damage
from newscrawl.extraction.joining import Divided, Joining
from newscrawl.extraction.pages import Unread, read
from newscrawl.extraction.places import place, printable
from newscrawl.extraction.progress import progress
from newscrawl.extraction.sources import Files, Item, Saved, Story, Unusable, size
from newscrawl.extraction.workers import Workers
from newscrawl.items import Article
from newscrawl.summary import counted

Prepare = Callable[[Article], Any]
"""What a sink makes of a record, where the page is read."""

_INCOMPLETE = "of the story's further pages, {} {} not among the files; it is read without"


class Sink(Protocol):
    """Where records go."""

    prints: ClassVar[bool]
    """Whether it writes on standard output while pages are read."""

    @staticmethod
    def prepare(article: Article) -> Any:
        """Return what :meth:`take` needs of a record; done where the page is read."""

    def take(self, page: Capture | Saved | Story, prepared: Any) -> None:
        """Take a record."""

    def miss(self, page: Item, why: Unread) -> None:
        """Hear of a page that could not be read; it is told already."""


@dataclass(slots=True)
class Tally:
    """What came of the files."""

    records: int = 0
    unread: int = 0
    """Pages without a record."""
    damages: int = 0
    """Places in archives, and files, of which nothing could be read."""
    missing: int = 0
    """Further pages of stories that are not there."""

    @property
    def exit_code(self) -> int:
        """0, or 1 where something is wrong."""
        return int(bool(self.unread or self.damages or self.missing))


class Readers(Protocol):
    """Whoever reads the pages."""

    def map(self, files: Files, prepare: Prepare) -> Iterator[tuple[Item, Any]]:
        """Yield all that files hold, in order, each with what came of it.

        Of a page that is :class:`~newscrawl.extraction.joining.Divided` from others all is there.
        """

    def alone(self, item: Story) -> Any:
        """Return what comes of a story whose pages were yielded."""

    def end(self) -> None:
        """Stop, whatever is going on."""


class Processes:
    """Processes of this machine that read, or this one alone."""

    def __init__(self, jobs: int) -> None:
        """Start nothing yet."""
        self._jobs = jobs
        self._workers: Workers[Item, Any] | None = None

    def map(self, files: Files, prepare: Prepare) -> Iterator[tuple[Item, Any]]:
        """Yield all that files hold, in order, each with what came of it.

        Raises:
            BadArgument: an argument does not fit what a file is.
        """
        self._workers = Workers(partial(prepared, prepare), self._jobs, size=size, lost=Unread)
        return self._workers.map(files.items())

    def alone(self, item: Story) -> Any:
        """Return what comes of a story."""
        assert self._workers is not None  # noqa: S101 - a story is of pages that `map` gave
        return self._workers.alone(item)

    def end(self) -> None:
        """End the processes."""
        if self._workers is not None:
            self._workers.end()


def go_over(files: Files, sink: Sink, readers: Readers) -> Tally:
    """Read files to their end.

    Raises:
        BadArgument: an argument does not fit what a file is.
        CannotRun: those who read cannot.
    """
    tally = Tally()
    try:
        with progress(files, tally, is_printing=sink.prints) as show:
            for page, result in _results(readers, readers.map(files, sink.prepare)):
                _settle(page, result, sink, tally)
                show()
    finally:
        readers.end()
    return tally


def prepared(prepare: Prepare, item: Item) -> Any:
    """Return what a sink needs of a page's record, or why there is none."""
    result = read(item)
    return prepare(result) if isinstance(result, Article) else result


def _results(readers: Readers, pages: Iterator[tuple[Item, Any]]) -> Iterator[tuple[Item, Any]]:
    """Yield each page with what came of it; stories of several pages when all have come."""
    joining = Joining()
    for page, result in pages:
        if not isinstance(result, Divided):
            yield page, result
            continue
        for whole in joining.add(page, result):  # type: ignore[arg-type]  # captures alone are
            yield whole, _joined(readers, whole)
    for whole in joining.rest():
        yield whole, _joined(readers, whole)


def _joined(readers: Readers, whole: Story | Capture) -> Any:
    if isinstance(whole, Story):
        return readers.alone(whole)
    return Unread("no_first_page", "a further page of a story whose first page is not there")


def _settle(page: Item, result: Any, sink: Sink, tally: Tally) -> None:
    if isinstance(page, Story) and page.missing:
        tally.missing += page.missing
        are = "is" if page.missing == 1 else "are"
        complain(page, Unread("incomplete", _INCOMPLETE.format(page.missing, are)))
    if not isinstance(result, Unread):
        tally.records += 1
        sink.take(page, result)  # type: ignore[arg-type]  # what is no page is never read
        return
    if isinstance(page, Damage | Unusable):
        tally.damages += not isinstance(page, Damage) or page.is_fault
    else:
        tally.unread += 1
    complain(page, result)
    sink.miss(page, result)


def complain(page: Item, why: Unread) -> None:
    """Say on standard error what could not be read, where, and why."""
    reason = f"{why.reason}: " if why.reason else ""
    sys.stderr.write(f"{place(page)}: {printable(reason + why.message)}\n")


def summary(files: Files, tally: Tally) -> str:
    """Return in a few lines what archives gave."""
    passed = files.passed
    parts = [
        counted(passed.no_story, "page of another kind", "pages of another kind"),
        counted(passed.revisits, "revisit"),
        counted(passed.statuses, "redirect or error", "redirects and errors"),
        counted(passed.other_sites, "page of other sites", "pages of other sites"),
        counted(passed.other_records, "record that is no answer", "records that are no answers"),
    ]
    return (
        f"{counted(files.archives, 'archive')}: {counted(tally.records, 'page')} read,"
        f" {tally.unread} could not be; {counted(tally.damages, 'damage')}\n"
        f"passed over: {', '.join(parts)}"
    )
