"""Crawls as jobs of a real Scrapyd, to which the checkout is deployed with scrapyd-client."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from newscrawl import clock
from newscrawl.exits import ExitCode
from newscrawl.replica import Replica
from tests import needs
from tests.docs.blocks import blocks
from tests.e2e.crawling import PROJECT, records
from tests.making import NOON
from tests.scrapyd.serving import (
    ENVIRONMENT,
    Scrapyd,
    clean,
    copy_of_the_checkout,
    deploy,
    serving,
)


class Place(NamedTuple):
    """A Scrapyd that has the project, and a site to crawl."""

    scrapyd: Scrapyd
    site: Replica


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Return a Scrapyd to which a clean copy of the checkout is deployed."""
    directory = tmp_path_factory.mktemp("scrapyd")
    time = directory / "clock"
    clock.write(time, NOON)
    with (
        Replica(seed=4, per_day=8, clock=time) as site,
        serving(directory, NEWSCRAWL_CLOCK=str(time)) as scrapyd,
    ):
        done = deploy(copy_of_the_checkout(directory), "test", address=scrapyd.address)
        told = json.loads(done.stdout or "{}")
        assert (told.get("project"), told.get("spiders")) == ("newscrawl", 1), done
        yield Place(scrapyd, site)


def report(data: Path, job: str) -> dict[str, Any]:
    """Return the run report of a job."""
    reports = [json.loads(path.read_text()) for path in (data / "antara" / "runs").glob("*.json")]
    (found,) = [one for one in reports if one["job"] == job]
    return dict(found)


def test_a_job_keeps_its_records_where_it_is_told_and_reports(place: Place, tmp_path: Path) -> None:
    """Arguments and settings of the job count, and its id leads to its run report."""
    settings = {"NEWSCRAWL_DATA": tmp_path, "NEWSCRAWL_WARC": 0, "LOG_LEVEL": "INFO"}
    *_, version = place.scrapyd.ask("listversions", project="newscrawl")["versions"]
    asked = {"max_articles": 5, "follow_depth": 0, "_version": version}
    job = place.scrapyd.schedule(settings, origin=place.site.origin, **asked)
    place.scrapyd.wait(job)
    told = report(tmp_path, job)
    assert (told["exit_code"], told["reasons"], told["job"]) == (ExitCode.HEALTHY, [], job)
    expected = {"origin": place.site.origin, "max_articles": "5", "follow_depth": "0"}
    assert told["arguments"] == expected
    kept = records(tmp_path)
    assert len(kept) == told["outcomes"]["new"][""] == 5
    assert {record["run_id"] for record in kept} == {told["run_id"]}
    assert not (tmp_path / "antara" / "warc").exists()
    assert "healthy (exit code 0)" in place.scrapyd.log(job)


def test_by_default_records_are_beside_scrapyd_s_own_files(place: Place) -> None:
    """The egg is a file, which has no room for data: where Scrapyd was started, there is."""
    job = place.scrapyd.schedule(origin=place.site.origin, max_articles=1)
    place.scrapyd.wait(job)
    data = place.scrapyd.directory / "data"
    assert report(data, job)["exit_code"] == ExitCode.HEALTHY
    assert len(records(data)) == 1


def test_a_job_that_cannot_begin_says_why_in_its_log(place: Place, tmp_path: Path) -> None:
    """A wrong argument, or setting, is told as on a command line; there is no report then."""
    settings: dict[str, object] = {"NEWSCRAWL_DATA": tmp_path}
    wrong = place.scrapyd.schedule(settings, since="yesterday", origin=place.site.origin)
    other = place.scrapyd.schedule(settings | {"NEWSCRAWL_WRAC": 0}, origin=place.site.origin)
    for job in (wrong, other):
        place.scrapyd.wait(job)
    assert "since='yesterday'; since takes a day as YYYY-MM-DD" in place.scrapyd.log(wrong)
    assert "did you mean NEWSCRAWL_WARC?" in place.scrapyd.log(other)
    assert list(tmp_path.iterdir()) == []
    own = (place.scrapyd.directory / "scrapyd.log").read_text()
    assert f"exitstatus={int(ExitCode.BAD_ARGUMENT)}" in own


def test_one_job_at_a_time_and_a_cancelled_one_ends_in_good_order(
    place: Place, tmp_path: Path
) -> None:
    """A second job of a data directory leaves it to the first; what a cancelled one had is kept."""
    scrapyd, settings = place.scrapyd, {"NEWSCRAWL_DATA": tmp_path}
    slowly = settings | {"CONCURRENT_REQUESTS": 1, "DOWNLOAD_DELAY": 0.5}
    first = scrapyd.schedule(slowly, origin=place.site.origin)
    scrapyd.wait_until(lambda: list(tmp_path.glob("antara/articles/*.jsonl")))
    second = scrapyd.schedule(settings, origin=place.site.origin)
    scrapyd.wait(second)
    assert "another run holds" in scrapyd.log(second)
    assert scrapyd.tell("cancel", project="newscrawl", job=first)["prevstate"] == "running"
    scrapyd.wait(first)
    told = report(tmp_path, first)
    assert told["exit_code"] == ExitCode.INCOMPLETE
    assert told["reasons"] == ["the run was ended early (interrupted)"]
    assert len(records(tmp_path)) == told["outcomes"]["new"][""] > 0
    assert "ended early (interrupted)" in scrapyd.log(first)


_DEPLOYS, _STATUS = "scrapyd-deploy", "/status.json"
_ENDS = """
until curl -sf "{status}?job=$job" | grep -q finished; do sleep 0.1; done
"""


def test_the_document_s_commands_lead_from_deploying_to_the_verdict(
    place: Place, tmp_path: Path
) -> None:
    """Pasted one after another, as they are but for places, they show how a job went."""
    bash, *_ = needs.programs("bash", "curl", "jq")
    checkout = copy_of_the_checkout(tmp_path)
    (checkout / ENVIRONMENT.name).symlink_to(ENVIRONMENT)
    moved = {
        "/srv/newscrawl": str(checkout),
        "/var/lib/newscrawl": str(tmp_path / "data"),
        "http://localhost:6800/": place.scrapyd.address,
        "-d spider=antara": f"-d spider=antara -d origin={place.site.origin}",
    }
    configuration = checkout / "scrapy.cfg"
    configuration.write_text(_moved(configuration.read_text(), moved))
    found = [block.text for block in blocks(PROJECT / "docs" / "scrapyd.md", "sh")]
    (begin,) = [at for at, text in enumerate(found) if _DEPLOYS in text]
    (end,) = [at for at, text in enumerate(found) if _STATUS in text]
    found.insert(end, _ENDS.format(status=f"{place.scrapyd.address}status.json"))
    done = subprocess.run(
        [bash, "-euo", "pipefail", "-c", _moved("\n".join(found[begin:]), moved)],
        env=clean(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    data = tmp_path / "data" / "antara"
    (told,) = data.glob("articles/*.jsonl")
    assert f'\n0\n"{told}"\n' in done.stdout
    assert '"currstate": "finished"' in done.stdout
    assert '"prevstate": null' in done.stdout


def _moved(text: str, places: dict[str, str]) -> str:
    for written, here in places.items():
        text = text.replace(written, here)
    return text
