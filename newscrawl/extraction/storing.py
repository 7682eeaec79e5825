"""Records into a data directory, as a crawl keeps them: once, and after their pages."""

import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from scrapy.settings import BaseSettings

from newscrawl.accounts import Terms, make_report
from newscrawl.archive.captures import Capture
from newscrawl.archive.members import NotThere, Originals
from newscrawl.archive.warcinfo import COPIED, About
from newscrawl.archive.writer import ArchiveWriter
from newscrawl.exits import CannotRun, ExitCode
from newscrawl.extraction.pages import Unread
from newscrawl.extraction.rules import Everything
from newscrawl.extraction.sources import Item, Saved, Story
from newscrawl.items import Article, Warc
from newscrawl.ledger.calendar import Calendar, parse_ages
from newscrawl.ledger.captures import Captures
from newscrawl.ledger.stored import StoredStories
from newscrawl.middlewares.identity import contact_of
from newscrawl.pipelines.deduplicate import DeduplicatePipeline
from newscrawl.pipelines.drops import Dropped
from newscrawl.pipelines.validate import ValidatePipeline
from newscrawl.pipelines.write import WritePipeline
from newscrawl.places import Places
from newscrawl.report import judged, write_report
from newscrawl.run import Run
from newscrawl.summary import counted
from newscrawl.verdict import judge

_GROUP = 64
"""Lines that share a flush."""
_MEGABYTE = 1_000_000


class StorageGaveOut(Exception):  # noqa: N818 - named as what it says
    """The disk is full or broken; it is told already, and what was kept is safe."""


@contextmanager
def storing(directory: Path, settings: BaseSettings) -> Iterator["Storing"]:
    """Open a data directory for a run, and close the run's books when the block is over.

    Raises:
        CannotRun: another run holds the lock, or the directory cannot be used.
        StorageGaveOut: the disk gave out on the way.
    """
    calendar = Calendar(parse_ages(settings["NEWSCRAWL_REVISITS"]))
    run = Run.open(Places.under(directory), Everything(), calendar)
    run.archive = ArchiveWriter(
        run.places.warc,
        About(description=COPIED, operator=contact_of(settings)),
        Captures(run.database),
        settings.getint("NEWSCRAWL_WARC_SIZE") * _MEGABYTE,
    )
    sink, reason = Storing(run, run.archive), "interrupted"
    try:
        yield sink
        sink.flush()
        reason = "finished"
    except StorageGaveOut:
        reason = "storage_failed"
        raise
    finally:
        _finish(run, sink, reason)


class Storing:
    """Puts records through the pipelines of the crawl."""

    prints: ClassVar = False

    def __init__(self, run: Run, archive: ArchiveWriter) -> None:
        """Write on behalf of a run, into its archive too."""
        self.outcomes: Counter[str] = Counter()
        """Pages by what became of them."""
        self._run = run
        self._archive = archive
        self._originals = Originals()
        self._own = run.places.warc.resolve()
        self._validate = ValidatePipeline(run.rules)
        self._deduplicate = DeduplicatePipeline(run)
        self._write = WritePipeline(run)
        self.stories = StoredStories(run.database, run.number)
        self._group: list[Article] = []

    @staticmethod
    def prepare(article: Article) -> Article:
        """Return the record itself."""
        return article

    def take(self, page: Capture | Saved | Story, prepared: Article) -> None:
        """Keep a record, unless the directory has the story as it is there.

        Raises:
            StorageGaveOut: it cannot be kept.
        """
        article = prepared
        article.run_id = article.run_id or self._run.run_id
        if self._run.lines.is_claimed(article.id):
            self.flush()
        try:
            self._deduplicate.process_item(self._validate.process_item(article))
        except Dropped as dropped:
            self.outcomes[dropped.outcome] += 1
            self._check()
            return
        article.warc = self._copied(page, article.warc)
        self._group.append(article)
        if len(self._group) >= _GROUP:
            self.flush()

    def miss(self, page: Item, why: Unread) -> None:
        """Keep nothing: the page says nothing of the story."""

    def close(self) -> None:
        """Close the file that pages are copied from."""
        self._originals.close()

    def flush(self) -> None:
        """Write the lines that wait for others.

        Raises:
            StorageGaveOut: they cannot be written.
        """
        group, self._group = self._group, []
        with _undisturbed():
            with self._run.storing():
                self.stories.take_up(group)
            self._check()
            self._write.write(group)
            self._check()
        for article in group:
            self.outcomes["new" if article.revision == 1 else "changed"] += 1
            # Where it came from tells nothing of how the site looks today.
            self._run.measured.count_record(replace(article, discovered=None))

    def _check(self) -> None:
        if self._run.storage_failure is not None:
            raise StorageGaveOut(self._run.storage_failure)

    def _copied(self, page: Capture | Saved | Story, place: Warc | None) -> Warc | None:
        """Return where the directory's own archive has a page, after copying it there.

        Raises:
            CannotRun: the page is not any more where it was read.
            StorageGaveOut: there is no room for it.
        """
        if isinstance(page, Saved):
            return None
        pages = (page.first, *page.further) if isinstance(page, Story) else (page,)
        others = [one for one in pages if one.path.parent.resolve() != self._own]
        places = [self._copy(one, is_alone=len(pages) == 1) for one in others]
        return places[0] if places else place

    def _copy(self, page: Capture, *, is_alone: bool) -> Warc:
        try:
            members, place = self._originals.of(page)
        except (NotThere, OSError) as error:
            raise CannotRun(f"a file changed while it was read: {error}; run again") from error
        copy = Warc()
        with _undisturbed(), self._run.storing():
            copy = self._archive.copy(
                members, place, page.extent.records, may_be_referred_to=is_alone
            )
        self._check()
        return copy


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait: between a file and what is noted of it the two do not agree."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _finish(run: Run, sink: Storing, reason: str) -> None:
    """Close the books of a run as a crawl does, and say what it kept."""
    sink.close()
    with run.storing():
        sink.stories.tell()
        run.frontier.finish(reason)
    with run.storing():
        if run.archive is not None:
            run.archive.close()
    code = int(ExitCode.INCOMPLETE)
    try:
        terms = Terms("files", {}, accepts_coverage=False)
        report = make_report(run, {}, reason, terms)
        report = judged(report, judge(report))
        code = report.exit_code
        with run.storing():
            write_report(report, run.places.runs)
    finally:
        run.close(code)
    told = ", ".join(f"{count:,} {name}" for name, count in sorted(sink.outcomes.items()))
    lines = counted(sum(sink.outcomes[name] for name in ("new", "changed")), "line")
    sys.stderr.write(f"{run.places.root}: {lines} written; pages: {told or 'none'}\n")
