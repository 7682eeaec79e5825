"""The archive of a crawl, replayed by pywb as the pages that the site served."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from newscrawl import clock
from newscrawl.replica import Replica
from tests import needs
from tests.archive.pointers import archive
from tests.e2e.crawling import PROJECT, crawl, records
from tests.making import NOON

PYWB = PROJECT / ".venv-pywb" / "bin"
WAIT_SECONDS = 60


def test_pages_are_replayed_as_the_site_served_them(tmp_path: Path) -> None:
    """Another project's replay finds each story, a listing and the feed, byte for byte."""
    manager, server = needs.programs("wb-manager", "wayback", under=PYWB)
    time_file = tmp_path / "clock"
    clock.write(time_file, NOON)
    with Replica(seed=4, per_day=8, clock=time_file) as replica:
        data = tmp_path / "data"
        assert crawl(replica.origin, data, clock=time_file, max_articles=5).returncode == 0
        for words in (["init", "antara"], ["add", "antara", *map(str, archive(data))]):
            subprocess.run([manager, *words], cwd=tmp_path, check=True, capture_output=True)
        addresses = [record["url"] for record in records(data)]
        addresses += [f"https://www.antaranews.com{path}" for path in ("/rss/dunia.xml", "/dunia")]
        with _replaying(server, tmp_path) as address:
            for url in addresses:
                host, _, path = url.removeprefix("https://").partition("/")
                replayed = _get(f"{address}/antara/{NOON:%Y}id_/{url}")
                assert replayed == replica.site.respond(host, "/" + path).body, url
    assert len(addresses) == 7


@contextmanager
def _replaying(server: str, directory: Path) -> Iterator[str]:
    """Serve the collections of a directory for a while."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [server, "-b", "127.0.0.1", "-p", str(port)],
        cwd=directory,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            _get(address)
        except URLError:
            assert process.poll() is None, "pywb ended"
            assert time.monotonic() < until, "pywb does not answer"
            time.sleep(0.1)
        else:
            return


def _get(address: str) -> bytes:
    with urlopen(address, timeout=WAIT_SECONDS) as answer:  # noqa: S310 - this machine's
        body: bytes = answer.read()
        return body
