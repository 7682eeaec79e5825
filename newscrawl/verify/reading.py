"""Going through the day files, line by line, into the index."""

from pathlib import Path

from newscrawl.kept.lines import BrokenFile, Line, day_files, lines_of
from newscrawl.packed import ENDING
from newscrawl.places import Places
from newscrawl.showing import Show
from newscrawl.verify.findings import Findings
from newscrawl.verify.index import Entry, Index
from newscrawl.verify.lines import NoRecord, Parsed, flaws, parse

_SHOW_EVERY = 200


class Reading:
    """One way through all lines."""

    def __init__(self, places: Places, index: Index, findings: Findings, show: Show) -> None:
        """Read the day files of a directory into an index."""
        self._places = places
        self._index = index
        self._findings = findings
        self._show = show
        self.files = day_files(places.articles)
        """The day files, each in one form."""
        self.size = sum(path.stat().st_size for path in self.files)
        """Their bytes, as they are."""

    def read(self) -> None:
        """Read all of them.

        Raises:
            OSError: a file cannot be read.
        """
        behind = 0
        for path in self.files:
            self._read(path, behind)
            behind += path.stat().st_size
        self._index.finish()

    def _read(self, path: Path, behind: int) -> None:
        name, end = path.name.removesuffix(ENDING), 0
        try:
            for line in lines_of(path):
                if line.number % _SHOW_EVERY == 0:
                    self._show("lines", min(behind + line.offset, self.size), self.size)
                self._take(line, f"articles/{path.name}:{line.number}")
                end = line.offset + len(line.data)
        except BrokenFile as error:
            text = f"it cannot be read behind line {error.line}; what stands there is lost"
            self._findings.add("unreadable", f"articles/{path.name}", text)
        self._index.add_file(name, end)

    def _take(self, line: Line, place: str) -> None:
        if not line.is_whole:
            text = f"its {len(line.data):,} bytes have no end"
            self._findings.add("torn_line", place, text)
            self._index.add_bad(line.file, line.offset)
            return
        try:
            parsed = parse(line.data)
        except NoRecord as error:
            self._findings.add(error.code, place, str(error))
            stays = error.code == "later_version"
            self._index.add_bad(line.file, line.offset, stays=stays)
            return
        for code, text in flaws(parsed, line.file):
            self._findings.add(code, place, text)
        self._index.add(entry_of(line, parsed))


def entry_of(line: Line, parsed: Parsed) -> Entry:
    """Return what is noted of a line."""
    article, warc = parsed.article, parsed.article.warc
    return Entry(
        file=line.file,
        number=line.number,
        offset=line.offset,
        id=article.id,
        revision=article.revision,
        fetched_at=article.fetched_at,
        first_seen=_text(article.first_seen),
        near=_text(article.near_duplicate_of),
        run_id=_text(article.run_id),
        template=article.template,
        version=article.extractor_version,
        story=parsed.story,
        body=_text(article.body_sha256),
        warc_file=_text(warc.file) if warc else None,
        warc_offset=_offset(warc.offset) if warc else None,
    )


def _text(value: object) -> str | None:
    """Return a text as SQLite takes it; records that break the schema may hold anything."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else None


def _offset(value: object) -> int | None:
    return value if isinstance(value, int) and 0 <= value < 2**63 else None
