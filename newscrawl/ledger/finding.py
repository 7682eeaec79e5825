"""Writing down what a page led to, and telling whether a walk came far enough."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from newscrawl.antara.feeds import dump_item
from newscrawl.found import Found, WalkDone
from newscrawl.ledger.database import transaction
from newscrawl.ledger.rules import Rules, seconds

_TAIL = 3
"""Cards at the end of a page that are asked for; a page's head may hold pinned, old stories."""


@dataclass(frozen=True, slots=True)
class _Row:
    state: str
    depth: int
    published: int
    run: int
    outcome: str | None
    reason: str | None


class Finding:
    """The finding half of one run's frontier.

    What one page led to is written down together, before anything else is made of the page: a
    record is never acknowledged while links of its page are known to memory alone.
    """

    def __init__(self, database: sqlite3.Connection, run: int, rules: Rules) -> None:
        """Write to the database as the run of that number, under its rules."""
        self._database = database
        self._run = run
        self._rules = rules

    def record(self, found: Iterable[Found], walks: Iterable[WalkDone] = ()) -> None:
        """Write down the stories that a page led to, and the walks that it ends."""
        with transaction(self._database):
            for story in found:
                self._find(story)
            self._database.executemany(
                "INSERT OR REPLACE INTO walks (section, run, reached) VALUES (?, ?, ?)",
                [(walk.section, self._run, seconds(walk.reached) or None) for walk in walks],
            )

    def _find(self, found: Found) -> None:
        row = self._row(found.story.id)
        published = found.published
        if published is None and row is not None and row.published:
            published = datetime.fromtimestamp(row.published, UTC)
        skip = self._rules.skip_reason(found.discovered.depth, published)
        if row is None:
            self._insert(found, skip)
        elif row.run == self._run:
            self._find_again(found, row, skip)
        elif row.state in ("pending", "skipped") or self._wants_more(found, row):
            self._reopen(found, row, skip)
        else:
            self._count(found, row)

    def _row(self, story_id: str) -> _Row | None:
        row = self._database.execute(
            "SELECT state, depth, published, run, outcome, reason FROM stories WHERE id = ?",
            (story_id,),
        ).fetchone()
        return _Row(*row) if row else None

    def _insert(self, found: Found, skip: str | None) -> None:
        self._database.execute(
            "INSERT INTO stories (id, article_id, address, state, via, from_url, depth, published,"
            " feed_item, found_by, run, outcome, reason)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                found.story.id,
                found.story.article_id,
                found.story.address,
                "skipped" if skip else "pending",
                found.discovered.via,
                found.discovered.from_,
                found.discovered.depth,
                seconds(found.published),
                dump_item(found.feed_item) if found.feed_item else None,
                self._run,
                self._run,
                "skipped" if skip else None,
                skip,
            ),
        )

    def _find_again(self, found: Found, row: _Row, skip: str | None) -> None:
        """Find a story twice in a run: only a shorter way to one that still waits matters."""
        waits = row.state == "pending" and row.outcome is None
        if skip is None and (waits or (row.outcome, row.reason) == ("skipped", "too_deep")):
            self._reopen(found, row, skip)

    def _wants_more(self, found: Found, row: _Row) -> bool:
        """Tell whether a settled story is to be fetched: asked for by name, or known by a feed."""
        if row.state != "kept":
            return found.discovered.via == "url"
        if self._rules.feed_only:
            return False
        newest = self._database.execute(
            "SELECT template FROM records WHERE id = ? ORDER BY revision DESC LIMIT 1",
            (found.story.id,),
        ).fetchone()
        return newest is not None and newest[0] == "feed"

    def _reopen(self, found: Found, row: _Row, skip: str | None) -> None:
        """Take a story that is not settled into this run, by the shorter of its ways."""
        if row.state != "pending" or found.discovered.depth < row.depth:
            way = found.discovered
            self._database.execute(
                "UPDATE stories SET via = ?, from_url = ?, depth = ? WHERE id = ?",
                (way.via, way.from_, way.depth, found.story.id),
            )
        self._database.execute(
            "UPDATE stories SET state = ?, run = ?, outcome = ?, reason = ?,"
            " published = max(published, ?), feed_item = coalesce(?, feed_item) WHERE id = ?",
            (
                # What an earlier run left waiting still waits where this run's range is narrower.
                "skipped" if skip and row.state == "skipped" else "pending",
                self._run,
                "skipped" if skip else None,
                skip,
                seconds(found.published),
                dump_item(found.feed_item) if found.feed_item else None,
                found.story.id,
            ),
        )

    def _count(self, found: Found, row: _Row) -> None:
        """Count a settled story among those that this run found."""
        known = ("unchanged", "known") if row.state == "kept" else (row.state, row.reason)
        self._database.execute(
            "UPDATE stories SET run = ?, outcome = ?, reason = ? WHERE id = ?",
            (self._run, *known, found.story.id),
        )

    def has_walked(self, section: str) -> bool:
        """Tell whether a run before this one walked a section to its end."""
        return (
            self._database.execute(
                "SELECT 1 FROM walks WHERE section = ? AND run < ?", (section, self._run)
            ).fetchone()
            is not None
        )

    def reaches_back(self, section: str, story_ids: Sequence[str]) -> bool:
        """Tell whether a page of stories, newest first, reaches what a finished walk has seen.

        It does when one of its last stories was found by a feed or a listing in the run of the
        last finished walk or before: everything older was there to be found then. ``earliest`` of
        the rules asks for more when that walk did not come so far.
        """
        walk = self._database.execute(
            "SELECT run, reached FROM walks WHERE section = ?", (section,)
        ).fetchone()
        if walk is None:
            return False
        run, reached = walk
        earliest = self._rules.earliest
        if earliest is not None and (reached is None or reached > earliest.timestamp()):
            return False
        tail = list(story_ids[-_TAIL:])
        marks = ",".join("?" * len(tail))
        known = self._database.execute(
            f"SELECT 1 FROM stories WHERE id IN ({marks}) AND found_by <= ?"  # noqa: S608 - question marks only
            " AND via IN ('feed', 'listing') LIMIT 1",
            (*tail, run),
        ).fetchone()
        return known is not None
