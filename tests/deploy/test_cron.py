"""A cron daemon runs the crontab line against the replica for some minutes."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newscrawl import clock
from newscrawl.replica.replica import Replica
from tests.deploy.cron import Cron
from tests.deploy.rendering import render
from tests.e2e.crawling import records

_SCHEDULE = "4-59/10 * * * *"
_LIMIT_SECONDS = 240


def crontab(out: Path, data: Path, origin: str, stopped_clock: Path) -> str:
    """Return the crontab of an operator, for every minute, and for the replica at one moment."""
    done = render(out, DATA=str(data), ARGS=f"-a origin={origin} -s DOWNLOAD_DELAY=0")
    assert done.returncode == 0, done.stderr
    text = (out / "newscrawl.crontab").read_text(encoding="ascii")
    assert text.count(_SCHEDULE) == 1
    line = f"{clock.ENVIRONMENT_VARIABLE}={stopped_clock}\n"
    return line + text.replace(_SCHEDULE, "* * * * *")


def reports(data: Path) -> list[dict[str, Any]]:
    """Return the run reports so far, in the order in which they were written."""
    paths = (data / "antara" / "runs").glob("*.json")
    ordered = sorted(paths, key=lambda path: path.stat().st_mtime_ns)
    return [json.loads(path.read_text(encoding="utf-8")) for path in ordered]


def wait_until(cron: Cron, happened: Callable[[], bool]) -> None:
    """Wait for something that cron is to do."""
    limit = time.monotonic() + _LIMIT_SECONDS
    while not happened():
        assert cron.is_running()
        assert time.monotonic() < limit
        time.sleep(0.2)


def test_cron_runs_it_and_mails_only_trouble(tmp_path: Path) -> None:
    """Every minute a run: all, then nothing new, and no word of it; a site that refuses is one mail.

    The mail has the summary in it.
    """
    data, stopped = tmp_path / "data", tmp_path / "clock"
    data.mkdir()
    clock.write(stopped, datetime(2026, 11, 20, 2, tzinfo=UTC))
    with (
        Replica(clock=stopped, per_day=5) as site,
        Cron(tmp_path / "cron", crontab(tmp_path, data, site.origin, stopped)) as cron,
    ):
        wait_until(cron, lambda: len(reports(data)) >= 1)
        kept = len(records(data))
        assert kept == reports(data)[0]["outcomes"]["new"][""] > 0
        wait_until(cron, lambda: len(reports(data)) >= 2)
        first, second = reports(data)[:2]
        assert (first["exit_code"], second["exit_code"]) == (0, 0)
        assert "new" not in second["outcomes"]
        assert second["requests"] < first["requests"]
        assert len(records(data)) == kept
        assert cron.mails() == []

        site.faults["/"] = 403
        wait_until(cron, lambda: len(cron.mails()) >= 1)
    [mail] = cron.mails()
    assert "To: root\n" in mail
    assert "antara: refused by the site (exit code 4)" in mail
    assert len(records(data)) == kept
