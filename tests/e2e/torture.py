"""``make torture``: kill -9 at random moments of a crawl, each followed by a normal run.

After each pair of runs: every story once, no torn line, nothing lost, nothing asked for whose line
was acknowledged before the kill, and an archive that is whole, with the page of every line in it. The seed of the randomness is printed, and can be given.
"""

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from newscrawl import clock
from newscrawl.clock import WIB
from newscrawl.replica.replica import Replica
from tests.archive import pointers
from tests.e2e.crawling import PROJECT, command, crawl, environment, records
from tests.making import NOON

PER_DAY = 8
DAYS = 4
OPTIONS = ("-s", "CONCURRENT_REQUESTS=4")
START_UP = 0.1
"""Share of the kills that come before the first request; the rest are aimed at a random one."""
JITTER_SECONDS = 0.08
"""How long after the request a kill comes at most: half a page's way through the project."""


class Broken(AssertionError):  # noqa: N818 - named as what happened to the promise
    """A promise was broken; the message says at which kill."""


@dataclass(frozen=True)
class Kill:
    """What one kill did."""

    after: int
    """Requests that the site had answered at the kill."""
    acknowledged: int
    found: int
    torn: bool
    taken_in: int


class Torture:
    """Kills of crawls of one replica, on a fresh data directory each."""

    def __init__(self, site: Replica, directory: Path, time_file: Path, seed: int) -> None:
        """Learn from an undisturbed crawl what is to be there in the end, and how much it asks."""
        self._site = site
        self._directory = directory
        self._clock = time_file
        self._random = random.Random(seed)
        data = directory / "undisturbed"
        began = time.monotonic()
        done = crawl(site.origin, data, *OPTIONS, clock=time_file)
        if done.returncode:
            raise Broken(f"the undisturbed crawl ended with {done.returncode}: {done.stderr}")
        self._start_up_seconds = (time.monotonic() - began) / 4
        self._requests = len(site.requests)
        self.expected = stories(data)

    def kill(self, number: int) -> Kill:
        """Kill one crawl, look at what it left, and let a normal run follow.

        Raises:
            Broken: a promise was broken.
        """
        data = self._directory / f"kill-{number}"
        self._site.reset()
        process = subprocess.Popen(
            command(self._site.origin, *OPTIONS),
            cwd=PROJECT,
            env=environment(data, NEWSCRAWL_CLOCK=str(self._clock)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait(process)
        after = len(self._site.requests)
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = look(data)
        self._site.reset()
        done = crawl(self._site.origin, data, *OPTIONS, clock=self._clock)
        where = f"kill {number} after {after} requests ({data})"
        if done.returncode:
            raise Broken(f"{where}: the next run ended with {done.returncode}: {done.stderr}")
        self._check(data, left, where)
        return Kill(after, len(left.acknowledged), left.found, left.torn, left.taken_in)

    def _wait(self, process: "subprocess.Popen[bytes]") -> None:
        """Wait for the moment of the kill: one in the start-up, or shortly after a request."""
        if self._random.random() < START_UP:
            time.sleep(self._random.uniform(0, self._start_up_seconds))
            return
        aim = self._random.randint(1, self._requests)
        jitter = self._random.uniform(0, JITTER_SECONDS)
        while len(self._site.requests) < aim and process.poll() is None:
            time.sleep(0.001)
        time.sleep(jitter)

    def _check(self, data: Path, left: "Left", where: str) -> None:
        twice = [line for line, count in Counter(lines(data)).items() if count > 1]
        if twice:
            raise Broken(f"{where}: written twice: {twice}")
        if stories(data) != self.expected:
            lost = self.expected.keys() - stories(data).keys()
            raise Broken(f"{where}: not what an undisturbed crawl keeps; lost: {lost}")
        try:
            pointers.check(data)
        except AssertionError as error:
            raise Broken(f"{where}: the archive: {error}") from error
        asked = {
            f"antara:{request.path.split('/')[2]}"
            for request in self._site.requests
            if request.kind == "article" and "www" in request.host
        }
        if asked & left.acknowledged:
            raise Broken(f"{where}: asked for again: {asked & left.acknowledged}")


@dataclass(frozen=True)
class Left:
    """What a killed run left."""

    acknowledged: frozenset[str]
    found: int
    torn: bool
    taken_in: int
    """Whole lines that the ledger had not heard of."""


def look(data: Path) -> Left:
    """Look at the ledger and the files of a run that was killed."""
    root = data / "antara"
    content = b"".join(path.read_bytes() for path in sorted(root.glob("articles/*.jsonl")))
    ledger = root / "ledger.db"
    acknowledged: frozenset[str] = frozenset()
    found = 0
    if ledger.exists():
        database = sqlite3.connect(ledger)
        tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables:
            acknowledged = frozenset(row[0] for row in database.execute("SELECT id FROM records"))
            found = database.execute("SELECT count(*) FROM stories").fetchone()[0]
        database.close()
    torn = bool(content) and not content.endswith(b"\n")
    return Left(acknowledged, found, torn, content.count(b"\n") - len(acknowledged))


def lines(data: Path) -> list[tuple[str, int]]:
    """Return id and revision of every line."""
    return [(record["id"], record["revision"]) for record in records(data)]


def stories(data: Path) -> dict[str, tuple[str | None, str | None]]:
    """Return headline and body digest of every story."""
    return {r["id"]: (r["headline"], r["body_sha256"]) for r in records(data)}


def torture(kills: int, seed: int, directory: Path) -> Iterator[Kill]:
    """Kill so many crawls, and yield what each kill did.

    Raises:
        Broken: a promise was broken.
    """
    time_file = directory / "clock"
    clock.write(time_file, NOON)
    start = NOON.astimezone(WIB).date() - timedelta(days=DAYS)
    with Replica(seed=seed % 1000, start=start, clock=time_file, per_day=PER_DAY) as site:
        tormentor = Torture(site, directory, time_file, seed)
        for number in range(1, kills + 1):
            yield tormentor.kill(number)


def main() -> int:
    """Torture as the command line says; return 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").replace("``", ""))
    parser.add_argument("--kills", type=int, default=100, help="how many (default 100)")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    options = parser.parse_args()
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as directory:
        try:
            for number, kill in enumerate(torture(options.kills, options.seed, Path(directory)), 1):
                print(
                    f"kill {number:>3} after {kill.after} requests: {kill.found} found,"
                    f" {kill.acknowledged} acknowledged, {kill.taken_in} whole lines more"
                    f"{', a torn line' if kill.torn else ''}",
                    flush=True,
                )
        except Broken as broken:
            print(broken, file=sys.stderr)
            return 1
    print(f"{options.kills} kills: every story once, nothing torn, lost or asked for again")
    return 0


if __name__ == "__main__":
    sys.exit(main())
