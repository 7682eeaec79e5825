"""The ledger knows which answers the archive has whole."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from newscrawl.archive.records import Known
from newscrawl.ledger.captures import Captures
from tests.archive.exchanges import URL, ledger

PAGE = Known(URL, 200, b"1" * 20, uuid4(), datetime(2026, 11, 20, 5, tzinfo=UTC))
ERROR = replace(PAGE, status=404, digest=b"2" * 20, record=uuid4())


def test_the_newest_page_of_an_address(tmp_path: Path) -> None:
    """A page is found by its address; a newer one takes its place, an error page does not."""
    newer = replace(PAGE, record=uuid4(), at=PAGE.at + timedelta(hours=1))
    with ledger(tmp_path) as database:
        captures = Captures(database)
        assert captures.page(URL) is None
        captures.add([PAGE, ERROR])
        assert captures.page(URL) == PAGE
        captures.add([newer])
        assert captures.page(URL) == newer
        assert captures.page(URL + "-lain") is None


def test_an_error_page_by_what_it_says(tmp_path: Path) -> None:
    """An error page is found by status and payload; a page never is."""
    with ledger(tmp_path) as database:
        captures = Captures(database)
        captures.add([PAGE, ERROR])
        assert captures.same(404, ERROR.digest) == ERROR
        assert captures.same(410, ERROR.digest) is None
        assert captures.same(200, PAGE.digest) is None
