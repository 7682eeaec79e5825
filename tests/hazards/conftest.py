"""Crawls in a process that serves many tests."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any, Protocol

import pytest

from tests.e2e.crawling import PROJECT, records

LIMIT_SECONDS = 40


@dataclass(frozen=True)
class Crawled:
    """What came of a crawl."""

    data: Path
    exit_code: int
    outcomes: dict[str, dict[str, int]]
    report: dict[str, Any]
    stats: dict[str, Any]
    log: list[str]
    megabytes: int
    """The most memory that the process has had so far."""

    @property
    def records(self) -> list[dict[str, Any]]:
        """The records in the day files."""
        return records(self.data)


class Crawl(Protocol):
    """Crawls a server, with the test's own data directory."""

    def __call__(
        self,
        origin: str | None,
        settings: dict[str, Any] | None = None,
        names: dict[str, list[str]] | None = None,
        environment: dict[str, str] | None = None,
        data: str = "data",
        **arguments: object,
    ) -> Crawled:
        """Return what came of it.

        Args:
            origin: where the requests go; without one they would go to the site, if any name led
                there.
            settings: as given on the command line.
            names: the addresses of every name that can be looked up.
            environment: variables that the process has besides.
            data: a name for the data directory.
            arguments: the spider's.
        """


class Worker:
    """The process; one that does not come to an end is killed, and the next job gets a new one."""

    def __init__(self, errors: Path) -> None:
        """Keep its standard error in a file, for whoever looks into a failure."""
        self._errors = errors
        self._process: subprocess.Popen[str] | None = None

    def do(self, job: dict[str, Any]) -> dict[str, Any]:
        """Return what came of a job."""
        process = self._process or self._start()
        watchdog = Timer(LIMIT_SECONDS, process.kill)
        watchdog.start()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(job) + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        watchdog.cancel()
        if not answer:
            self.end()
            raise RuntimeError(f"the crawl did not end in {LIMIT_SECONDS} s, or see {self._errors}")
        done: dict[str, Any] = json.loads(answer)
        return done

    def end(self) -> None:
        """Let the process end."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def _start(self) -> "subprocess.Popen[str]":
        with self._errors.open("a") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.hazards.worker"],
                cwd=PROJECT,
                env={
                    name: text for name, text in os.environ.items() if "proxy" not in name.lower()
                },
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        return self._process


@pytest.fixture(scope="session")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    """Return the process that does all crawls."""
    worker = Worker(tmp_path_factory.mktemp("worker") / "stderr")
    yield worker
    worker.end()


@pytest.fixture
def crawl(worker: Worker, tmp_path: Path) -> Crawl:
    """Return what runs a crawl in the process."""

    def run(
        origin: str | None,
        settings: dict[str, Any] | None = None,
        names: dict[str, list[str]] | None = None,
        environment: dict[str, str] | None = None,
        data: str = "data",
        **arguments: object,
    ) -> Crawled:
        given = {"origin": origin} if origin else {}
        job = {
            "data": str(tmp_path / data),
            "settings": settings or {},
            "names": names or {},
            "environment": environment or {},
            "arguments": given | {name: str(value) for name, value in arguments.items()},
        }
        done = worker.do(job)
        assert "error" not in done, done
        report = done["report"]
        return Crawled(
            data=tmp_path / data,
            exit_code=report["exit_code"],
            outcomes=report["outcomes"],
            report=report,
            stats=done["stats"],
            log=done["log"],
            megabytes=done["megabytes"],
        )

    return run
