"""What a sudden end costs."""

import signal
import subprocess
import time
from pathlib import Path

from tests.e2e.crawling import PROJECT, command, environment
from tests.e2e.pages import site
from tests.hazards.conftest import Crawl
from tests.hazards.raw import RawServer

STORIES = range(140, 100, -1)
SLOW = ("-s", "DOWNLOAD_DELAY=0.03", "-s", "CONCURRENT_REQUESTS=2")


def test_kill_9_and_resume(crawl: Crawl, tmp_path: Path) -> None:
    """After kill -9 the next run fetches what is left, nothing that is kept, and no line is torn.

    Plain Scrapy's JOBDIR fetches nothing after a kill, and calls that finished; what was read and
    not yet written is lost.
    """
    with RawServer(site(*STORIES)) as server:
        process = subprocess.Popen(
            command(server.origin, *SLOW),
            cwd=PROJECT,
            env=environment(tmp_path / "data"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 30
        while len(server.asked) < 12:
            assert time.monotonic() < until
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        killed_at = len(server.stories())
        server.asked.clear()
        done = crawl(server.origin)
        again = len(server.stories())
    assert killed_at < len(STORIES)
    assert done.exit_code == 0
    assert sorted(record["article_id"] for record in done.records) == sorted(STORIES)
    # Twice only those that were on their way; the two that may be, and one between the two.
    assert len(STORIES) <= killed_at + again <= len(STORIES) + 3
