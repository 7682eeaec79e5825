"""SIGTERM and Ctrl-C, once and twice, end a run in good order."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.archive import pointers
from tests.e2e.crawling import PROJECT, command, crawl, environment, records, report
from tests.e2e.pages import site
from tests.e2e.serving import PageServer

STORIES = range(200, 140, -1)
SLOW = ("-s", "DOWNLOAD_DELAY=0.05", "-s", "CONCURRENT_REQUESTS=2")


def start(server: PageServer, data: Path) -> "subprocess.Popen[str]":
    """Start a slow crawl, and return when it has asked for some stories."""
    process = subprocess.Popen(
        command(server.origin, *SLOW),
        cwd=PROJECT,
        env=environment(data),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 30
    while len(server.asked) < 12:
        assert time.monotonic() < until
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    return process


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_run_in_good_order(
    tmp_path: Path, signum: signal.Signals, times: int
) -> None:
    """The run ends with 3 and a summary, no traceback; the next one asks only for the rest."""
    with PageServer(site(*STORIES)) as server:
        process = start(server, tmp_path)
        for _ in range(times):
            process.send_signal(signum)
            time.sleep(0.02)
        output, errors = process.communicate(timeout=30)
        assert process.returncode == 3, errors
        assert "Traceback" not in errors
        assert "never retrieved" not in errors
        assert "was destroyed" not in errors
        assert "incomplete" in output
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
