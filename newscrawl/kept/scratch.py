"""A database for the time of one command: what does not fit into memory is noted there."""

import sqlite3
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self


class Scratch:
    """An SQLite file under ``TMPDIR`` that is gone when it is closed.

    Nothing in it has to outlive the command, so it is written without a journal, in one
    transaction.
    """

    def __init__(self, tables: str) -> None:
        """Begin with empty tables.

        Args:
            tables: the statements that make them, with semicolons between.

        Raises:
            OSError: there is no directory for temporary files that can be written.
            sqlite3.Error: there is no room for the tables; nothing is left behind.
        """
        self._directory = tempfile.TemporaryDirectory(prefix="newscrawl-")
        self.path = Path(self._directory.name) / "scratch.db"
        self.database = sqlite3.connect(self.path, isolation_level=None, uri=True)
        pragmas = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        try:
            self.database.executescript(f"{pragmas} {tables}; BEGIN;")
        except sqlite3.Error:
            self.close()
            raise

    def run(self, statements: str) -> None:
        """Run statements with semicolons between, in the transaction that is open."""
        for statement in filter(str.strip, statements.split(";")):
            self.database.execute(statement)

    def close(self) -> None:
        """Throw it away."""
        self.database.close()
        self._directory.cleanup()

    def __enter__(self) -> Self:
        """Use it for a block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Throw it away, however the block ended."""
        self.close()
