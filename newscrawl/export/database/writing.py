"""A whole SQLite file of stories."""

import sqlite3
from contextlib import closing
from pathlib import Path

from newscrawl.export.database.making import finish, make_tables
from newscrawl.export.database.revisions import Revisions
from newscrawl.export.database.rows import Rows
from newscrawl.export.database.words import Words
from newscrawl.export.selected import Selected


def write(path: Path, stories: Selected, about: dict[str, str]) -> None:
    """Write the newest revision of each selected story, and all that belongs to it.

    Raises:
        OSError: a day file cannot be read.
        sqlite3.Error: there is no room.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        make_tables(database)
        rows, words = Rows(database), Words(database)
        database.execute("BEGIN")
        for number, story in enumerate(stories.newest(), 1):
            rows.add(number, story)
            words.add(number, story.record)
        with_texts = stories.chosen.all_revisions
        Revisions(database, with_texts=with_texts).fill(stories.revisions)
        words.finish()
        finish(database, stories.show)
        database.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        database.execute("COMMIT")
