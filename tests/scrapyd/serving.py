"""A Scrapyd of its own for tests, and an egg of the checkout as a user builds and uploads it."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from tests import needs
from tests.e2e.crawling import PROJECT

ENVIRONMENT = PROJECT / ".venv-scrapyd"
"""The environment that requirements-scrapyd.txt says how to make."""
WAIT_SECONDS = 120
_CONFIGURATION = """[scrapyd]
http_port = {port}
poll_interval = 0.1
max_proc = 2
"""
_TARGET = """[deploy:test]
url = {address}
"""
_NO_SOURCE = shutil.ignore_patterns(
    ".git",
    ".venv*",
    ".*_cache",
    ".hypothesis",
    "__pycache__",
    "*.egg-info",
    "build",
    "data",
    "demo",
)


@dataclass(frozen=True)
class Scrapyd:
    """A Scrapyd that listens, and the directory that it was started in."""

    address: str
    directory: Path

    def ask(self, service: str, **given: object) -> dict[str, Any]:
        """Return what a service answers to a GET."""
        return self._answer(f"{service}.json?{urlencode(given)}", None)

    def tell(self, service: str, *given: tuple[str, object], **more: object) -> dict[str, Any]:
        """Return what a service answers to a POST."""
        return self._answer(f"{service}.json", urlencode([*given, *more.items()]).encode())

    def schedule(self, settings: Mapping[str, object] | None = None, **arguments: object) -> str:
        """Schedule a crawl, and return the id of its job."""
        pairs = [("setting", f"{name}={value}") for name, value in (settings or {}).items()]
        told = self.tell("schedule", *pairs, project="newscrawl", spider="antara", **arguments)
        assert told["status"] == "ok", told
        job: str = told["jobid"]
        return job

    def wait(self, job: str, state: str = "finished") -> None:
        """Wait until a job is in a state."""
        self.wait_until(lambda: self.ask("status", job=job)["currstate"] == state)

    def wait_until(self, is_so: Callable[[], object]) -> None:
        """Wait until something is so."""
        until = time.monotonic() + WAIT_SECONDS
        while not is_so():
            assert time.monotonic() < until, "waited in vain"
            time.sleep(0.1)

    def log(self, job: str) -> str:
        """Return the log of a job, as Scrapyd's pages show it."""
        with urlopen(f"{self.address}logs/newscrawl/antara/{job}.log", timeout=60) as answer:  # noqa: S310 - this machine's
            text: bytes = answer.read()
        return text.decode()

    def _answer(self, target: str, data: bytes | None) -> dict[str, Any]:
        with urlopen(f"{self.address}{target}", data, timeout=WAIT_SECONDS) as answer:  # noqa: S310 - as above
            told: dict[str, Any] = json.load(answer)
        return told


@contextmanager
def serving(directory: Path, **environment: str) -> Iterator[Scrapyd]:
    """Run a Scrapyd in a directory for a while; skip where it is not installed."""
    (program,) = needs.programs("scrapyd", under=ENVIRONMENT / "bin")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (directory / "scrapyd.conf").write_text(_CONFIGURATION.format(port=port), encoding="ascii")
    with (directory / "scrapyd.log").open("wb") as log:
        process = subprocess.Popen(
            [program],
            cwd=directory,
            env=clean() | environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            scrapyd = Scrapyd(f"http://127.0.0.1:{port}/", directory)
            scrapyd.wait_until(lambda: _is_up(scrapyd, process))
            yield scrapyd
        finally:
            process.terminate()
            process.wait()


def copy_of_the_checkout(directory: Path) -> Path:
    """Return a copy of what a clone has."""
    return shutil.copytree(PROJECT, directory / "checkout", ignore=_NO_SOURCE)


def deploy(checkout: Path, *options: str, address: str = "") -> "subprocess.CompletedProcess[str]":
    """Run scrapyd-client in a checkout; ``test`` is a Scrapyd at an address."""
    (program,) = needs.programs("scrapyd-deploy", under=ENVIRONMENT / "bin")
    elsewhere = checkout.parent / "config"
    elsewhere.mkdir(exist_ok=True)
    (elsewhere / "scrapy.cfg").write_text(_TARGET.format(address=address), encoding="ascii")
    return subprocess.run(
        [program, *options],
        cwd=checkout,
        env=clean() | {"XDG_CONFIG_HOME": str(elsewhere)},
        capture_output=True,
        text=True,
        timeout=WAIT_SECONDS,
        check=False,
    )


def clean() -> dict[str, str]:
    """Return the environment without what this project and Python read of it."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("NEWSCRAWL_", "PYTHON"))}


def _is_up(scrapyd: Scrapyd, process: "subprocess.Popen[bytes]") -> bool:
    log = scrapyd.directory / "scrapyd.log"
    assert process.poll() is None, log.read_text(errors="replace")
    try:
        return bool(scrapyd.ask("daemonstatus")["status"] == "ok")
    except URLError:
        return False
