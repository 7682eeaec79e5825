"""What makes a request conditional (RFC 9110, section 13): the validators of pages read before."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Validators:
    """``ETag`` and ``Last-Modified`` of a page, as its server wrote them."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """Return the headers that ask for the page only if it has changed."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}


class PageValidators:
    """Validators of all pages, as one run sees them."""

    def __init__(self, database: sqlite3.Connection, *, is_local: bool) -> None:
        """Look at the database; what this machine answered in the site's place is kept apart."""
        self._database = database
        self._is_local = is_local

    def of_story(self, story_id: str) -> Validators:
        """Return the validators of a story's page as it was last read."""
        row = self._database.execute(
            "SELECT etag, last_modified FROM stories WHERE id = ? AND state = 'kept'", (story_id,)
        ).fetchone()
        return Validators(*row) if row else Validators()

    def of_page(self, url: str) -> Validators:
        """Return the validators of a feed or a listing page of which all is known."""
        row = self._database.execute(
            "SELECT etag, last_modified FROM pages WHERE url = ? AND is_local = ?",
            (url, self._is_local),
        ).fetchone()
        return Validators(*row) if row else Validators()

    def keep_within(self, url: str, validators: Validators) -> None:
        """Note that all that a page led to is in the ledger, in the caller's transaction."""
        self._database.execute(
            "INSERT OR REPLACE INTO pages (url, is_local, etag, last_modified) VALUES (?, ?, ?, ?)",
            (url, self._is_local, validators.etag, validators.last_modified),
        )
