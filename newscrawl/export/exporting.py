"""An export from beginning to end: what is asked for, is it possible, write it, tell."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from newscrawl.exits import ArgumentError, CannotRun
from newscrawl.export.about import about
from newscrawl.export.aside import written_aside
from newscrawl.export.database.metadata import metadata_path, write_metadata
from newscrawl.export.formats import ending_of, writer
from newscrawl.export.selected import Selected
from newscrawl.kept.selection import Selection
from newscrawl.kept.stories import Passed
from newscrawl.places import Places
from newscrawl.showing import Show


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an export."""

    count: int
    """Stories in it, or revisions."""
    are_revisions: bool
    size: int
    """In bytes."""
    passed: Passed
    """Lines that are not in it, because they are no records."""
    metadata: Path | None
    """What Datasette is to be told, where it is for Datasette."""


def export(
    places: Places, chosen: Selection, out: Path, show: Show, *, for_spreadsheets: bool = False
) -> Done:
    """Write the selected stories to a file, which is there whole or not at all.

    Args:
        places: where the records are.
        chosen: which of them.
        out: the file; its ending says the form.
        show: is told how far it is.
        for_spreadsheets: whether a CSV file is to be opened by Excel.

    Raises:
        ArgumentError: the file cannot be written there, or not in that form.
        CannotRun: there is nothing to write, or the data directory cannot be read.
        OSError: a file cannot be read or written, or there is no room.
        sqlite3.Error: as above, for the form ``.db``.
    """
    ending = ending_of(out)
    write = writer(ending, for_spreadsheets=for_spreadsheets)
    _check_place(out, places)
    if chosen.all_revisions and ending == ".graphml":
        raise ArgumentError(f"--all-revisions is not for {ending}: a node is a story")
    metadata = metadata_path(out) if ending == ".db" else None
    stories, told = _selected(places, chosen, show), about(chosen)
    with written_aside(out) as path:
        write(path, stories, told)
        if not stories.count:
            raise _nothing(stories)
        if metadata is not None:  # before the file is moved: if this fails, nothing is written
            write_metadata(metadata, out, told)
    return Done(
        stories.count, stories.tells_revisions, out.stat().st_size, stories.passed, metadata
    )


def _selected(places: Places, chosen: Selection, show: Show) -> Selected:
    """Return the selected stories of a directory that has any."""
    try:
        stories = Selected(places, chosen, show)
    except sqlite3.Error as error:
        raise CannotRun(f"{places.ledger}: it cannot be read: {error}") from error
    if not stories.has_files:
        raise CannotRun(
            f"{places.articles} has no records: run `scrapy crawl antara` first, or name the data"
            " directory with -s NEWSCRAWL_DATA=DIR"
        )
    return stories


def _nothing(stories: Selected) -> CannotRun:
    """Return why there would be no story in the file."""
    message = f"no story is selected by: {stories.chosen}"
    if stories.passed.count:
        message += f"; {stories.passed.count:,} lines are no records: {stories.passed.examples[0]}"
    return CannotRun(message)


def _check_place(out: Path, places: Places) -> None:
    """Refuse a place where no export belongs."""
    if not out.parent.is_dir():
        raise ArgumentError(f"{out}: there is no directory {out.parent}")
    if out.is_dir():
        raise ArgumentError(f"{out}: this is a directory; name a file in it")
    if out.exists() and not out.is_file():
        raise ArgumentError(f"{out}: this is no plain file")
    if out.resolve().is_relative_to(places.root.resolve()):
        raise ArgumentError(
            f"{out}: this is where the crawl keeps its own files; name another place"
        )
