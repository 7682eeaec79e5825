"""GraphML: stories are nodes, their links are edges.

A story that is only linked to is a node as well, once, so its address is remembered until all
stories are told: in a file, since there may be millions.
"""

import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from newscrawl.antara.urls import story_url
from newscrawl.clock import WIB
from newscrawl.export.selected import Story

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may have, not even escaped (section 2.2)."""

NODE_KEYS = {
    "headline": ("string", "headline; of a story that is only linked to, as the link prints it"),
    "url": ("string", "canonical address"),
    "date_published": ("string", "time of publication, with the offset that the page prints"),
    "day": ("string", "the same moment's day in Jakarta"),
    "section": ("string", "section that the page names"),
    "agencies": ("string", "wires and sources, with a vertical bar between them"),
    "kind": ("string", "`article`, `photo`, `video`, `infographic`, `press_release`"),
    "gone_since": ("string", "since when the site has it no more, UTC"),
    "kept": ("boolean", "whether the story is in the export, or only linked to"),
}
EDGE_KEYS = {
    "link_kind": ("string", "`baca_juga` or `related_news`"),
    "after_paragraph": ("int", "blocks of the body before the link; none outside the body"),
}
"""Type of each datum, and what it is; one that a story has not is left out."""

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE kept (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE links (source TEXT, target TEXT, url TEXT, title TEXT, kind TEXT, after INTEGER);
"""
_ONLY_LINKED = """
SELECT target, max(title), max(url) FROM links
WHERE target NOT IN (SELECT id FROM kept) GROUP BY target
"""


def write(path: Path, stories: Iterable[Story], about: dict[str, str]) -> None:
    """Write stories and links to a file.

    Raises:
        OSError: there is no room.
        sqlite3.Error: there is no room for what is remembered.
    """
    with path.open("w", encoding="utf-8") as file, _remembered() as memory:
        file.write(_HEAD)
        file.writelines(_keys())
        told = "; ".join(f"{name}: {text}" for name, text in about.items())
        file.write(f'<graph edgedefault="directed">\n<desc>{_text(told)}</desc>\n')
        for story in stories:
            _node(file, story.record["id"], _data_of(story))
            _remember(memory, story)
        for target, title, url in memory.execute(_ONLY_LINKED):
            _node(file, target, {"headline": title, "url": url, "kept": "false"})
        for edge in memory.execute("SELECT source, target, kind, after FROM links"):
            _edge(file, *edge)
        file.write("</graph>\n</graphml>\n")


@contextmanager
def _remembered() -> Iterator[sqlite3.Connection]:
    """Yield a database that is gone when the block is over."""
    with tempfile.TemporaryDirectory(prefix="newscrawl-") as directory:
        path = Path(directory) / "links.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(_TABLES)
            database.execute("BEGIN")
            yield database


def _remember(memory: sqlite3.Connection, story: Story) -> None:
    own = story.record["id"]
    memory.execute("INSERT OR IGNORE INTO kept VALUES (?)", (own,))
    for link in story.record["related"]:
        target = story_url(link["url"])
        if target is not None:
            row = (own, target.id, link["url"], link["title"], link["kind"])
            memory.execute(
                "INSERT INTO links VALUES (?, ?, ?, ?, ?, ?)", (*row, link["after_paragraph"])
            )


def _data_of(story: Story) -> dict[str, Any]:
    record, published = story.record, story.times["date_published"]
    return {
        **{name: record[name] for name in ("headline", "url", "date_published", "section", "kind")},
        "day": f"{published.astimezone(WIB):%Y-%m-%d}" if published else None,
        "agencies": "|".join(record["agencies"]) or None,
        "gone_since": story.gone_since,
        "kept": "true",
    }


def _keys() -> Iterator[str]:
    for kind, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, (type_, _) in keys.items():
            yield f'<key id="{name}" for="{kind}" attr.name="{name}" attr.type="{type_}"/>\n'


def _node(file: IO[str], node: str, data: dict[str, Any]) -> None:
    file.write(f"<node id={quoteattr(node)}>{_data(data)}</node>\n")


def _edge(file: IO[str], source: str, target: str, kind: str, after: int | None) -> None:
    data = _data({"link_kind": kind, "after_paragraph": after})
    file.write(f"<edge source={quoteattr(source)} target={quoteattr(target)}>{data}</edge>\n")


def _data(values: dict[str, Any]) -> str:
    return "".join(
        f'<data key="{name}">{_text(str(value))}</data>'
        for name, value in values.items()
        if value is not None
    )


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})
