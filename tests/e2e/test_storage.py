"""A full disk ends the run with 6, tears nothing, and costs nothing that was kept."""

import json
import time
from pathlib import Path

import pytest

from tests.e2e.crawling import crawl, crawl_on, records
from tests.e2e.pages import WWW, path, site, story
from tests.e2e.serving import PageServer
from tests.e2e.small_disk import small_disk

STORIES = range(200, 100, -1)
SENTENCE = "Menteri itu mengatakan bahwa perundingan berjalan lancar dan akan dilanjutkan besok. "


@pytest.mark.parametrize("kilobytes", [180, 260, 400])
def test_a_full_disk(tmp_path: Path, kilobytes: int) -> None:
    """The run ends with 6 soon after, every line is whole, and the next run with room completes."""
    pages = site(*STORIES)
    for number in STORIES:
        pages[WWW, path(number)] = story(number, body=f"Nomor {number}. " + SENTENCE * 60)
    with PageServer(pages) as server, small_disk(tmp_path / "disk", kilobytes) as disk:
        began = time.monotonic()
        full = crawl_on(disk, server.origin)
        seconds = time.monotonic() - began
        assert full.returncode == 6, full.stderr
        assert "Traceback" not in full.stderr
        assert "storage failed" in full.stderr + full.stdout
        kept = {record["article_id"] for record in records(disk.path)}
        assert len(kept) < len(STORIES)
        print(f"{kilobytes} kB: {len(kept)} kept before the disk was full, {seconds:.1f} s")
        disk.grow()
        server.asked.clear()
        assert crawl(server.origin, disk.path).returncode == 0
        again = {int(p.split("/")[2]) for _, p in server.asked if p.startswith("/berita/")}
        assert not again & kept
        assert sorted(record["article_id"] for record in records(disk.path)) == sorted(STORIES)


def test_a_disk_without_any_room(tmp_path: Path) -> None:
    """Where not even the ledger has room, the run ends with 6 and one line before it asks anything."""
    with PageServer(site(100)) as server, small_disk(tmp_path / "disk", 16) as disk:
        if disk.in_child is not None:
            pytest.skip("a limit on each file leaves room for the first ones; no tmpfs here")
        full = crawl(server.origin, disk.path)
        assert full.returncode == 6
        assert len(full.stderr.splitlines()) == 1
        assert not server.asked
        disk.grow()
        assert crawl(server.origin, disk.path).returncode == 0
        assert json.dumps(records(disk.path)[0]["id"]) == '"antara:100"'
