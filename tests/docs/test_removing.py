"""Taking a story out, as the document prints it."""

import json
from datetime import timedelta
from pathlib import Path

from newscrawl import clock
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
    assert done.stdout.endswith("no line of it is left\n")
    assert records(here / "data") == [line for line in before if line["article_id"] != number]
    others = {line["article_id"] for line in before} - {number}
    assert _in_archive(here) == others
    crawled = _crawl_again(here)
    assert crawled["unchanged"]["known"] > 0
    assert {line["article_id"] for line in records(here / "data")} >= others
    assert all(line["article_id"] != number for line in records(here / "data"))


def _in_archive(here: Path) -> set[int]:
    """Return the numbers of the stories in the archive, which two programs find sound."""
    files = sorted(map(str, (here / "data" / "antara" / "warc").glob("*.warc.gz")))
    assert run(["warcio", "check", *files], here).returncode == 0
    done = run(["scrapy", "extract", *files], here)
    assert done.returncode == 0, done.stderr
    return {json.loads(line)["article_id"] for line in done.stdout.splitlines()}


def _crawl_again(here: Path) -> dict[str, dict[str, int]]:
    """Crawl a day later, with a site that still has the story; return the run's outcomes."""
    time = here / "demo" / "clock"
    clock.write(time, clock.read(time) + timedelta(days=1))
    with Replica(clock=time, **REPLICA) as site:
        done = crawl(site.origin, here / "data", clock=time, follow_depth=1)
    assert done.returncode == 0, done.stderr
    newest = max((here / "data" / "antara" / "runs").iterdir())
    outcomes: dict[str, dict[str, int]] = json.loads(newest.read_text(encoding="utf-8"))["outcomes"]
    return outcomes
