"""What the archive tells a ledger that is made again."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from newscrawl.archive.writer import ArchiveWriter
from newscrawl.ledger.captures import Captures
from newscrawl.ledger.database import connect
from tests.archive.exchanges import ABOUT, BODY, exchange
from tests.verify.keeping import findings, rows
from tests.verify.mending import mend

_URL = "https://www.antaranews.com/berita/{}/kabar"


def _answer(root: Path, number: int, time: str, **changes: object) -> None:
    """Let the site answer once more, without a word of it in the ledger's stories."""
    with closing(connect(root / "ledger.db")) as database:
        writer = ArchiveWriter(root / "warc", ABOUT, Captures(database))
        at = datetime.fromisoformat(time)
        writer.keep(exchange(url=_URL.format(number), at=at, **changes))
        writer.close()


def _rebuilt(root: Path) -> None:
    (root / "ledger.db").unlink()
    mend(root)
    assert findings(root) == []


def test_gone_stories_are_gone_again(root: Path) -> None:
    """A story whose last answers were 404 is gone since the first of them."""
    for time in ("2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z"):
        _answer(root, 2, time, status=404)
    _answer(root, 3, "2026-11-20T08:00:00Z", status=410)
    _answer(root, 3, "2026-11-20T09:00:00Z", status=304)
    _rebuilt(root)
    known = rows(root, "SELECT id, state, gone_since, tries FROM stories WHERE article_id < 4")
    assert sorted(known) == [
        ("antara:1", "kept", None, 0),
        ("antara:2", "gone", "2026-11-20T08:00:00Z", 2),
        ("antara:3", "kept", None, 0),
    ]


def test_what_was_never_there_is_not_asked_for_again(root: Path) -> None:
    """A link whose page was answered with 404 is known to be gone, although it has no line."""
    _answer(root, 9, "2026-11-20T08:00:00Z", status=404)
    _rebuilt(root)
    assert rows(root, "SELECT state FROM stories WHERE article_id = 9") == [("gone",)]


def test_nothing_refers_to_a_page_that_another_came_after(root: Path) -> None:
    """A later page of which no line was made is not known; then a 304 is kept whole."""
    _answer(root, 2, "2026-11-20T08:00:00Z", body=BODY + b"anew", is_known_later=True)
    _rebuilt(root)
    assert rows(root, "SELECT 1 FROM captures WHERE url LIKE '%/2/kabar'") == []
    assert len(rows(root, "SELECT 1 FROM captures")) == 4


def test_visits_fall_due_by_the_last_one(root: Path) -> None:
    """A story that was last seen unchanged is due as it would have been."""
    _answer(root, 2, "2026-11-20T09:00:00Z", status=304)
    _rebuilt(root)
    ((due,),) = rows(root, "SELECT datetime(due, 'unixepoch') FROM stories WHERE article_id = 2")
    assert due == "2026-11-21 02:00:00"


def test_an_archive_that_was_moved_away_is_no_hindrance(root: Path) -> None:
    """Without an archive the ledger is made of the lines alone, and nobody is asked at once."""
    for path in (root / "warc").iterdir():
        path.unlink()
    (root / "ledger.db").unlink()
    mend(root)
    assert {code for code, _ in findings(root)} == {"warc_missing_file"}
    assert len(rows(root, "SELECT 1 FROM records")) == 6
    overdue = "SELECT 1 FROM stories WHERE state = 'kept' AND due < strftime('%s', 'now')"
    assert rows(root, overdue) == []
