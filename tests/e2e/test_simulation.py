"""Five days of cron runs with all that can happen to a site: nothing slips by, nothing is asked twice.

``make simulate`` plays a quarter of the same.
"""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.e2e.crawling import PROJECT

LIMIT_SECONDS = 600
IN_TROUBLE = 12
"""Requests: eight at a time are asked on loopback, and the fifth that fails ends the run."""
SEED = "24"
"""Its five days have a burst that the feed cannot hold, and stories that nobody can have seen."""
GOALS = (
    "stories missed",
    "stories duplicated",
    "stories that read otherwise than published",
    "corrections caught at the next revisit",
    "takedowns noted at the next revisit",
    "pages downloaded per story or correction",
    "requests of an idle run",
    "bytes of an idle run",
    "minutes from publication to record",
)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the figures of five days; a process has one reactor, and this one needs its own."""
    file = tmp_path_factory.mktemp("simulation") / "figures.json"
    options = ("--days", "5", "--every", "30", "--seed", SEED, "--json", str(file))
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.simulation", *options],
        cwd=PROJECT,
        env=os.environ | {"PYTHONWARNINGS": ""},
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
    assert file.exists(), done.stderr
    figures: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    missed = [goal for goal in figures["goals"] if not goal["is_met"]]
    assert done.returncode == bool(missed), done.stderr
    print(done.stdout)
    return figures


@pytest.mark.parametrize("name", GOALS)
def test_goal(played: dict[str, Any], name: str) -> None:
    """Each promise about years of cron holds for five days of it."""
    (goal,) = [goal for goal in played["goals"] if goal["name"] == name]
    assert goal["is_met"], goal


def test_there_are_no_other_goals(played: dict[str, Any]) -> None:
    """What the simulation promises is what is tested here."""
    assert {goal["name"] for goal in played["goals"]} == set(GOALS)


def test_something_of_everything_happens(played: dict[str, Any]) -> None:
    """The five days have what the promises are about: corrections, takedowns, trouble."""
    assert played["stories"]["published"] > 200
    assert played["stories"]["astray"] > 5
    assert played["stories"]["unseen"] > 0
    assert played["corrections"]["fates"]["caught"] > 5
    assert played["takedowns"]["fates"]["caught"] > 0
    assert played["idle"]["runs"] > 5
    assert played["traffic"]["pages"]["template"] > 20
    assert played["delay_in_trouble"]["stories"] > 20


def test_trouble_is_told_by_the_exit_code(played: dict[str, Any]) -> None:
    """No run of the outage or of the day of errors says that all is well."""
    for phase in ("outage", "errors"):
        codes = {ending.split()[0] for ending in played["exit_codes"][phase]}
        assert codes <= {"3", "4"}


def test_ordinary_runs_are_healthy(played: dict[str, Any]) -> None:
    """Corrections, takedowns, bursts and silent nights are nothing to wake anybody for."""
    codes = {ending.split()[0] for ending in played["exit_codes"]["quiet"]}
    assert codes == {"0"}


def test_a_site_in_trouble_is_asked_for_little(played: dict[str, Any]) -> None:
    """While the site is out of order a run asks for no more than is on its way at the same time."""
    runs = sum(sum(played["exit_codes"][phase].values()) for phase in ("outage", "errors"))
    assert played["traffic"]["in_trouble"] <= IN_TROUBLE * runs
