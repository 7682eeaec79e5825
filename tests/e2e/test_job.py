"""A crawl as Scrapyd starts it: with an id of its own, and a log of its own."""

from pathlib import Path

import pytest

from newscrawl.exits import ExitCode
from newscrawl.replica import Replica
from tests.e2e.crawling import crawl, report

NOBODY = "http://127.0.0.1:9"
JOB = "a0b1"
OF_SCRAPYD = ("-a", f"_job={JOB}", "-a", "_version=1763769600")


def test_the_id_of_a_job_is_in_its_report(tmp_path: Path) -> None:
    """What Scrapyd adds to the arguments is no argument of the user's."""
    log = tmp_path / "job.log"
    with Replica(seed=4, per_day=8) as site:
        origin = site.origin
        done = crawl(origin, tmp_path, "--logfile", str(log), *OF_SCRAPYD, max_articles=1)
    assert done.returncode == ExitCode.HEALTHY, done.stderr
    told = report(tmp_path)
    assert told["job"] == JOB
    assert told["arguments"] == {"origin": origin, "max_articles": "1"}
    assert log.read_text() == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-a", "since=yesterday"], "since takes a day as YYYY-MM-DD"),
        ([], "the site could not be reached"),
    ],
)
def test_a_log_of_its_own_says_what_went_wrong(tmp_path: Path, words: list[str], told: str) -> None:
    """Who sees nothing but the log learns why a run did not begin, or how it ended."""
    log = tmp_path / "job.log"
    done = crawl(NOBODY, tmp_path, "--logfile", str(log), *words)
    assert done.returncode > 0
    assert told in done.stderr
    assert told in log.read_text()
