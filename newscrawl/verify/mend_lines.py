"""Lines that are no records, and doubles, out of the day files into files of their own."""

from collections.abc import Iterator

from newscrawl import clock
from newscrawl.kept.lines import Line, lines_of
from newscrawl.packed import open_lines, sync_directory
from newscrawl.places import Places
from newscrawl.summary import counted
from newscrawl.verify.index import Index
from newscrawl.verify.leftovers import MOVED
from newscrawl.verify.lines import NoRecord, parse
from newscrawl.verify.rewriting import path_of, rewrite, write_durably
from newscrawl.verify.say import Say
from newscrawl.verify.unlearning import unlearn

# Of several lines with one id and revision the one stays that the ledger names, or the first.
_DOUBLES = """
SELECT file, offset FROM lines AS line WHERE EXISTS (SELECT 1 FROM lines AS other
    WHERE (other.id, other.revision) = (line.id, line.revision) AND other.rowid <> line.rowid)
AND line.rowid <> (SELECT kept.rowid FROM lines AS kept
    WHERE (kept.id, kept.revision) = (line.id, line.revision)
    ORDER BY {named} kept.file, kept.offset LIMIT 1)
"""
_NAMED = """
NOT EXISTS (SELECT 1 FROM ledger.records AS row
    WHERE (row.id, row.revision, row.file, row.offset)
    = (kept.id, kept.revision, kept.file, kept.offset)),
"""


def mend_lines(places: Places, index: Index, say: Say, *, has_ledger: bool) -> bool:
    """Move lines that are no records, or doubles, to ``quarantine/lines/``; tell whether any was.

    The ledger forgets first what they had been, so that the stories are asked for again.

    Args:
        places: where everything is.
        index: of all lines; the ledger is attached to it.
        say: is told each thing that was done.
        has_ledger: whether there is a sound one.

    Raises:
        OSError: there is no room; a later repair goes on.
        sqlite3.Error: the same, of the ledger.
        CannotRun: a compressed day file cannot be read.
    """
    doubles = _DOUBLES.format(named=_NAMED if has_ledger else "")
    rows = index.database.execute(
        f"SELECT file, offset FROM bad WHERE NOT stays UNION {doubles} ORDER BY 1, 2"  # noqa: S608 - from above
    ).fetchall()
    by_file: dict[str, set[int]] = {}
    for file, offset in rows:
        by_file.setdefault(file, set()).add(offset)
    if has_ledger and rows:
        unlearn(places, index, say)
    for name, offsets in by_file.items():
        _move(places, name, offsets, say)
    return bool(rows)


def _move(places: Places, name: str, offsets: set[int], say: Say) -> None:
    if unended := _whole_but_for_its_end(places, name, offsets):
        offsets = offsets - {unended.offset}
    if offsets:
        beside = _beside(places, name)
        say(f"articles/{name}: {counted(len(offsets), 'line')} moved to quarantine/lines/{beside}")
        directory = places.quarantine / MOVED
        directory.mkdir(parents=True, exist_ok=True)
        sync_directory(places.quarantine)
        write_durably(directory / beside, _lines(places, name, offsets))
    if unended is not None:
        say(f"articles/{name}:{unended.number}: the last line was whole but for its end")
    rewrite(
        places.articles,
        name,
        lambda line: None if line.offset in offsets else line.data.removesuffix(b"\n") + b"\n",
    )


def _beside(places: Places, name: str) -> str:
    stem = f"{name.removesuffix('.jsonl')}-{clock.now():%Y%m%dT%H%M%SZ}"
    names = (f"{stem}{number}.jsonl" for number in ("", *(f"-{n}" for n in range(2, 10_000))))
    return next(one for one in names if not (places.quarantine / MOVED / one).exists())


def _lines(places: Places, name: str, offsets: set[int]) -> Iterator[bytes]:
    with open_lines(places.articles / name) as file:
        for offset in sorted(offsets):
            file.seek(offset)
            yield file.readline().removesuffix(b"\n") + b"\n"


def _whole_but_for_its_end(places: Places, name: str, offsets: set[int]) -> Line | None:
    """Return a last line that only lacks its end."""
    line = None
    for line in lines_of(path_of(places, name)):  # noqa: B007 - the last one
        pass
    if line is None or line.is_whole or line.offset not in offsets:
        return None
    try:
        parse(line.data)
    except NoRecord:
        return None
    return line
