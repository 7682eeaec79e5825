"""Writing down what a page led to."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from newscrawl import clock
from newscrawl.antara.feeds import dump_item
from newscrawl.antara.urls import story_url
from newscrawl.found import DayTold, Found, PageRead, Walked, WayTried
from newscrawl.items import Article, Discovered
from newscrawl.ledger.database import transaction
from newscrawl.ledger.days import Days
from newscrawl.ledger.lines import Lines
from newscrawl.ledger.links import Links
from newscrawl.ledger.outcomes import OTHER_SECTION, PATIENCE
from newscrawl.ledger.rules import Rules, seconds
from newscrawl.ledger.validators import PageValidators, Validators
from newscrawl.ledger.walks import Walks
from newscrawl.ledger.ways import Ways


@dataclass(frozen=True, slots=True)
class _Row:
    state: str
    depth: int
    published: int
    run: int
    outcome: str | None
    reason: str | None
    due: int | None


class Finding:
    """The finding half of one run's frontier.

    What one page led to is written down together, before anything else is made of the page: a
    record is never acknowledged while links of its page are known to memory alone.
    """

    def __init__(
        self, database: sqlite3.Connection, run: int, rules: Rules, lines: Lines, walks: Walks
    ) -> None:
        """Write to the database as the run of that number, under its rules."""
        self._pages = PageValidators(database, is_local=rules.is_local)
        self._database = database
        self._run = run
        self._rules = rules
        self._walks = walks
        self._days = Days(database)
        self._ways = Ways(database)
        self._links = Links(lines)

    def record(
        self,
        found: Iterable[Found],
        walks: Iterable[Walked] = (),
        pages: Iterable[PageRead] = (),
        days: Iterable[DayTold] = (),
    ) -> None:
        """Write down the stories that a page led to, how far walks have come, and their pages."""
        with transaction(self._database):
            for story in found:
                if story.elsewhere:
                    self._find_elsewhere(story)
                else:
                    self._find(story)
            for told in days:
                if isinstance(told, WayTried):
                    self._ways.note_within(told)
                else:
                    self._days.note_within(told)
            for walk in walks:
                self._walks.note_within(walk)
            for page in pages:
                validators = Validators(page.etag, page.last_modified)
                self._pages.keep_within(page.url, validators)

    def _find_elsewhere(self, found: Found) -> None:
        """Count a story of another section; what is known of it by another way stays."""
        row = self._row(found.story.id)
        if row is None:
            self._insert(found, OTHER_SECTION)
        elif row.run != self._run and (row.state == "kept" or row.reason == OTHER_SECTION):
            self._count(found, row)

    def _find(self, found: Found) -> None:
        row = self._row(found.story.id)
        published = found.published
        if published is None and row is not None and row.published:
            published = datetime.fromtimestamp(row.published, UTC)
        depth = found.discovered.depth
        is_open = row is not None and row.state in ("pending", "skipped")
        if row is not None and is_open and row.reason != OTHER_SECTION:
            depth = min(depth, row.depth)
        skip = self._rules.skip_reason(depth, published)
        if row is not None and row.state == "kept" and found.discovered.depth < row.depth:
            self._bring_nearer(found)
        if row is None:
            self._insert(found, skip)
        elif row.run == self._run:
            self._find_again(found, row, skip)
        elif self._rests(found, row):
            self._defer(found)
        elif row.state in ("pending", "skipped") or self._wants_more(found, row):
            self._reopen(found, row, skip)
        else:
            self._count(found, row)

    def _bring_nearer(self, found: Found) -> None:
        """Count depth anew from a kept story to which there is a shorter way than was known.

        Which stories a run keeps must not depend on the order in which pages happen to come: what
        the story links to may have been too deep by the longer way.
        """
        depth = found.discovered.depth
        self._database.execute("UPDATE stories SET depth = ? WHERE id = ?", (depth, found.story.id))
        self._follow(found.story.id, found.story.url, depth)

    def come_nearer(self, article: Article) -> None:
        """Count depth anew from a story to which a shorter way came up while it was written."""
        self._links.remember(article)  # one may come up later too
        row = self._row(article.id)
        if row is not None and article.discovered and row.depth < article.discovered.depth:
            with transaction(self._database):
                self._follow(article.id, article.url, row.depth)

    def _follow(self, story_id: str, url: str, depth: int) -> None:
        if depth >= self._rules.follow_depth:
            return
        for link in self._links.of(story_id):
            story = story_url(link)
            if story is not None:
                self._find(Found(story, Discovered(via="related", from_=url, depth=depth + 1)))

    def _row(self, story_id: str) -> _Row | None:
        row = self._database.execute(
            "SELECT state, depth, published, run, outcome, reason, due FROM stories WHERE id = ?",
            (story_id,),
        ).fetchone()
        return _Row(*row) if row else None

    def _insert(self, found: Found, skip: str | None) -> None:
        self._database.execute(
            "INSERT INTO stories (id, article_id, address, state, via, from_url, depth, published,"
            " feed_item, due, found_by, run, outcome, reason)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                None if skip else 0,
                self._run,
                self._run,
                "skipped" if skip else None,
                skip,
            ),
        )

    def _find_again(self, found: Found, row: _Row, skip: str | None) -> None:
        """Find a story twice in a run: only a shorter way to one that still waits matters."""
        waits = row.state == "pending" and row.outcome is None
        if found.discovered.via == "url" and row.outcome is None:
            return  # it is asked for already
        was_skipped = row.outcome == "skipped" and row.reason in ("too_deep", OTHER_SECTION)
        if (skip is None and (waits or was_skipped)) or row.reason == OTHER_SECTION:
            self._reopen(found, row, skip)

    def _rests(self, found: Found, row: _Row) -> bool:
        """Tell whether a story failed so short a while ago that it is not asked for yet."""
        waits = row.state == "pending" and row.due is not None and not self._rules.feed_only
        return waits and found.discovered.via != "url" and (row.due or 0) > seconds(clock.now())

    def _defer(self, found: Found) -> None:
        self._database.execute(
            "UPDATE stories SET run = ?, outcome = 'deferred', reason = ? WHERE id = ?",
            (self._run, PATIENCE, found.story.id),
        )

    def _wants_more(self, found: Found, row: _Row) -> bool:
        """Tell whether a settled story is to be fetched.

        It is when it is asked for by name, when the site lists again what it had no more, or when
        only the feed's word of it is known.
        """
        if found.discovered.via == "url":
            return True
        if row.state == "gone":
            listed = found.discovered.via in ("feed", "listing")
            return listed and (row.due or 0) <= seconds(clock.now())
        if row.state != "kept" or self._rules.feed_only:
            return False
        newest = self._database.execute(
            "SELECT template FROM records WHERE id = ? ORDER BY revision DESC LIMIT 1",
            (found.story.id,),
        ).fetchone()
        return newest is not None and newest[0] == "feed"

    def _reopen(self, found: Found, row: _Row, skip: str | None) -> None:
        """Take a story that is not settled into this run, by the shorter of its ways."""
        is_nearer = found.discovered.depth < row.depth or row.reason == OTHER_SECTION
        if row.state not in ("pending", "kept", "skipped") or is_nearer:
            way = found.discovered
            self._database.execute(
                "UPDATE stories SET via = ?, from_url = ?, depth = ?, found_by = ? WHERE id = ?",
                (way.via, way.from_, way.depth, self._run, found.story.id),
            )
        self._database.execute(
            "UPDATE stories SET state = ?, run = ?, outcome = ?, reason = ?, due = ?,"
            " published = max(published, ?), feed_item = coalesce(?, feed_item) WHERE id = ?",
            (
                self._state_of_open(row, skip),
                self._run,
                "skipped" if skip else None,
                skip,
                row.due if skip or self._rules.feed_only else 0,
                seconds(found.published),
                dump_item(found.feed_item) if found.feed_item else None,
                found.story.id,
            ),
        )

    def _state_of_open(self, row: _Row, skip: str | None) -> str:
        # What an earlier run left waiting still waits where this run's range is narrower.
        if row.state == "kept" or (skip and row.state == "skipped"):
            return row.state
        return "pending"

    def _count(self, found: Found, row: _Row) -> None:
        """Count a settled story among those that this run found."""
        known: tuple[str | None, str | None] = (row.state, row.reason)
        if row.state == "kept":
            known = ("unchanged", "known")
        if row.state == "dropped":  # it was told of when it was dropped
            known = ("skipped", "dropped_before")
        if self._rules.feed_only and row.state == "kept":
            known = (None, None)  # what the feed says now goes to the pipelines, which will tell
        self._database.execute(
            "UPDATE stories SET run = ?, outcome = ?, reason = ? WHERE id = ?",
            (self._run, *known, found.story.id),
        )
