"""An SQLite file with the tables, and what is made once they are full."""

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database

from newscrawl.export.database.tables import TABLES

_BATCH_WORK = (
    "PRAGMA journal_mode = OFF",  # a file that fails is thrown away
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -65536",  # 64 MB
    "PRAGMA foreign_keys = OFF",  # a story may lead to a later one; they are checked at the end
)
_REPEATS = """
UPDATE articles SET repeats = near_duplicate_of
WHERE near_duplicate_of IN (SELECT id FROM articles)
"""
_TARGETS = "UPDATE links SET target = target_id WHERE target_id IN (SELECT id FROM articles)"
_LINKED = """
INSERT INTO linked
SELECT target_id, target, max(url), max(title), count(DISTINCT source) FROM links
WHERE target_id IS NOT NULL GROUP BY target_id
"""
_MONTHS = """
INSERT INTO agency_months
SELECT agency, coalesce(substr(day, 1, 7), ''), count(DISTINCT article)
FROM article_agencies JOIN articles ON articles.id = article GROUP BY 1, 2
"""
_COUNTS = """
UPDATE {names} SET stories =
    (SELECT count(DISTINCT article) FROM {links} WHERE {links}.{name} = {names}.id)
"""
_COUNTED = (
    ("people", "article_people", "person"),
    ("agencies", "article_agencies", "agency"),
    ("tags", "article_tags", "tag"),
)


def make_tables(database: sqlite3.Connection) -> None:
    """Make the empty tables in an empty file."""
    for statement in _BATCH_WORK:
        database.execute(statement)
    made = Database(database)
    for name, table in TABLES.items():
        made.table(name).create(
            {column: about.type for column, about in table.columns.items()},
            pk=table.key[0] if len(table.key) == 1 else table.key,
            foreign_keys=[
                (column, about.leads_to, TABLES[about.leads_to].key[0])
                for column, about in table.columns.items()
                if about.leads_to
            ],
            not_null=table.key,
        )
        for column in table.unique:
            made.table(name).create_index([column], unique=True)


def finish(database: sqlite3.Connection, show: Callable[[str, int, int], None]) -> None:
    """Make what leads from row to row, the indexes and the counts, when all rows are there."""
    database.execute(_REPEATS)
    database.execute(_TARGETS)
    made = Database(database)
    wanted = [
        (name, column)
        for name, table in TABLES.items()
        for column, about in table.columns.items()
        if (about.index or about.leads_to) and column != table.key[0]
    ]
    for number, (name, column) in enumerate(wanted):
        show("indexing", number, len(wanted))
        made.table(name).create_index([column])
    database.execute(_LINKED)
    database.execute(_MONTHS)
    for names, links, name in _COUNTED:
        database.execute(_COUNTS.format(names=names, links=links, name=name))
    database.execute("ANALYZE")
