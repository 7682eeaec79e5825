"""Taking a story out, as the document prints it."""

import json
from pathlib import Path

from newscrawl.replica import Replica
from tests import needs
from tests.docs.blocks import PROJECT, blocks
from tests.docs.checkout import REPLICA, run
from tests.e2e.crawling import crawl, records

DOCUMENT = PROJECT / "docs" / "removing.md"
PRINTED = "5812345"
"""The number of a story in the document."""


def test_a_story_is_taken_out(here: Path) -> None:
    """No line and no page of it is left, all else is as before, and no run brings it back."""
    needs.programs("flock")
    before = records(here / "data")
    number = next(record["article_id"] for record in before if record["revision"] == 2)
    text = "\n".join(block.text for block in blocks(DOCUMENT, "sh"))
    done = run(["bash", "-euo", "pipefail", "-c", text.replace(PRINTED, str(number))], here)
    assert done.returncode == 0, done.stderr
    assert "no line of it is left" in done.stdout
    assert "all is right" in done.stdout
    assert records(here / "data") == [line for line in before if line["article_id"] != number]
    others = {line["article_id"] for line in before} - {number}
    assert _in_archive(here) == others
    assert not [path for path in _asked_for_again(here) if f"/{number}/" in path]
    assert {line["article_id"] for line in records(here / "data")} >= others
    assert all(line["article_id"] != number for line in records(here / "data"))


def _in_archive(here: Path) -> set[int]:
    """Return the numbers of the stories in the archive, which two programs find sound."""
    files = sorted(map(str, (here / "data" / "antara" / "warc").glob("*.warc.gz")))
    assert run(["warcio", "check", *files], here).returncode == 0
    done = run(["scrapy", "extract", *files], here)
    assert done.returncode == 0, done.stderr
    return {json.loads(line)["article_id"] for line in done.stdout.splitlines()}


def _asked_for_again(here: Path) -> list[str]:
    """Crawl all days of the demo, whose site still has the story; return what was asked for."""
    time = here / "demo" / "clock"
    with Replica(clock=time, **REPLICA) as site:
        # A feed that has not changed names nothing: the lists of the days are read.
        again = ("-s", "NEWSCRAWL_REREAD_DAYS=1")
        done = crawl(site.origin, here / "data", *again, clock=time, since=REPLICA["start"])
    assert done.returncode == 0, done.stderr
    asked = [entry.path for entry in site.requests]
    assert "/indeks/19-11-2026" in asked
    return asked
