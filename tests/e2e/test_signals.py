"""SIGTERM and Ctrl-C, once and twice, end a run in good order."""

import signal
from pathlib import Path

import pytest

from tests import warm
from tests.archive import pointers
from tests.e2e.crawling import crawl, crawl_while, records, report
from tests.e2e.pages import site
from tests.e2e.serving import PageServer

STORIES = range(200, 140, -1)
SLOW = ("-s", "DOWNLOAD_DELAY=0.05", "-s", "CONCURRENT_REQUESTS=2")


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_run_in_good_order(
    tmp_path: Path, signum: signal.Signals, times: int
) -> None:
    """The run ends with 3 and a summary, no traceback; the next one asks only for the rest."""
    with PageServer(site(*STORIES)) as server:

        def interrupt(pid: int) -> None:
            warm.wait(pid, lambda: len(server.asked) >= 12)
            warm.tell(pid, *[signum] * times)

        done = crawl_while(interrupt, server.origin, tmp_path, *SLOW)
        assert done.returncode == 3, done.stderr
        assert "Traceback" not in done.stderr
        assert "never retrieved" not in done.stderr
        assert "was destroyed" not in done.stderr
        assert "incomplete" in done.stdout
        kept = {record["article_id"] for record in records(tmp_path)}
        assert 0 < len(kept) < len(STORIES)
        first = report(tmp_path)
        assert sum(sum(reasons.values()) for reasons in first["outcomes"].values()) == len(STORIES)
        assert sum(first["outcomes"]["deferred"].values()) == len(STORIES) - len(kept)
        server.asked.clear()
        assert crawl(server.origin, tmp_path).returncode == 0
        again = {int(path.split("/")[2]) for _, path in server.asked if "/berita/" in path}
        assert not again & kept
    assert sorted(r["article_id"] for r in records(tmp_path)) == sorted(STORIES)
    pointers.check(tmp_path)
