"""A small data directory as crawls leave it, and damages to it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from newscrawl.archive.exchange import Exchange
from newscrawl.archive.told import Told, dump_told
from newscrawl.archive.writer import ArchiveWriter
from newscrawl.items import Article, Discovered, Related
from newscrawl.ledger.captures import Captures
from newscrawl.pipelines.deduplicate import DeduplicatePipeline
from newscrawl.pipelines.drops import Dropped
from newscrawl.pipelines.write import WritePipeline
from newscrawl.places import Places
from newscrawl.run import Run
from newscrawl.verify.checking import check
from tests.archive.exchanges import ABOUT, BODY, exchange
from tests.making import article, found, open_run

FIRST, SECOND = "2026-11-19.jsonl", "2026-11-20.jsonl"
LONG = " ".join(f"kalimat{number} tentang perundingan dagang" for number in range(40))
LINK = Related(article_id=9, url="https://www.antaranews.com/berita/9/kabar")
DAY_AFTER = "2026-11-20T05:00:00Z"


def make(data: Path) -> Path:
    """Make a directory with two days, five stories and a correction; return its root.

    Story 3 has the body of 2 and 5 that of 4 with light edits; 1 links to a story that nobody has
    fetched, and is corrected on the second day.
    """
    day = {"fetched_at": "2026-11-19T05:00:00Z"}
    keep(
        data,
        article(1, **day, related=[LINK]),
        article(2, **day),
        article(3, **day, body=article(2).body),
        article(4, **day, body=LONG),
    )
    keep(
        data,
        article(1, fetched_at=DAY_AFTER, headline="Kabar nomor satu", related=[LINK]),
        article(5, fetched_at=DAY_AFTER, body=LONG + " kemarin."),
    )
    return data / "antara"


def keep(data: Path, *items: Article, archived: bool = True) -> None:
    """Keep records as a crawl does, with their pages, in a run of their own."""
    run = open_run(data)
    run.archive = ArchiveWriter(run.places.warc, ABOUT, Captures(run.database))
    for item in items:
        _keep(run, run.archive, item, archived=archived)
    run.archive.close()
    run.frontier.finish("time_budget")
    run.close(0)


def _keep(run: Run, archive: ArchiveWriter, item: Article, *, archived: bool) -> None:
    way = Discovered(via="related", from_=item.url, depth=1)
    links = [replace(found(link.article_id), discovered=way) for link in item.related]
    own = replace(found(item.article_id), discovered=item.discovered or Discovered())
    run.finding.record([own, *links])
    item.run_id = run.run_id
    kept = archive.keep(_exchange(item, run.run_id)) if archived else None
    item.warc = kept.place if kept else None
    try:
        DeduplicatePipeline(run).process_item(item)
    except Dropped:
        return
    WritePipeline(run).write([item])
    assert run.storage_failure is None
    if kept is not None and kept.answer is not None:
        archive.confirm(kept.answer)


def _exchange(item: Article, run_id: str) -> Exchange:
    story = found(item.article_id).story
    return exchange(
        url=item.url,
        at=datetime.fromisoformat(item.fetched_at),
        body=BODY + f"{item.headline}{item.body}".encode(),
        told=dump_told(Told(run_id, story, item.discovered or Discovered())),
        may_refer=False,
        is_known_later=True,
    )


def findings(root: Path, *, is_fast: bool = False) -> list[tuple[str, str]]:
    """Return kind and place of all that is wrong."""
    places = Places(root)
    told = check(places, lambda *_: None, most=None, is_fast=is_fast).findings
    return [(finding.code, finding.place) for finding in told]


def lines(root: Path, file: str) -> list[bytes]:
    """Return the lines of a day file."""
    return (root / "articles" / file).read_bytes().splitlines(keepends=True)


def write(root: Path, file: str, content: list[bytes]) -> None:
    """Write a day file."""
    (root / "articles" / file).write_bytes(b"".join(content))


def edit(file: str, number: int, *changes: tuple[str, str]) -> Callable[[Path], None]:
    """Return a damage: some text of a line replaced by other text, of the same length or not."""

    def damage(root: Path) -> None:
        content = lines(root, file)
        for old, new in changes:
            assert old.encode() in content[number - 1], old
            content[number - 1] = content[number - 1].replace(old.encode(), new.encode())
        write(root, file, content)

    return damage


def sql(statement: str) -> Callable[[Path], None]:
    """Return a damage: a statement done in the ledger."""

    def damage(root: Path) -> None:
        with closing(sqlite3.connect(root / "ledger.db")) as database:
            database.executescript(statement)

    return damage


def rows(root: Path, query: str) -> list[tuple[object, ...]]:
    """Return what the ledger answers."""
    with closing(sqlite3.connect(root / "ledger.db")) as database:
        return database.execute(query).fetchall()


def the_archive(root: Path) -> Path:
    """Return the one file of the archive."""
    (path,) = (root / "warc").iterdir()
    return path
