"""The replica in a process of its own, so that the site's work is not counted as the crawl's."""

import json
import multiprocessing
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from newscrawl.clock import WIB, read
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.offers import Offers
from newscrawl.replica.replica import Replica

_PARTED = 0.1
"""Share of the long stories that are served in several pages."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which stories there are."""

    first: date
    last: date
    """First and last day of the backfill."""
    per_day: int
    """National stories a day; somewhat more than half of them are the world section's."""
    seed: int

    def world(self, time_file: Path) -> set[str]:
        """Return the ids of the stories that the site has at a moment, and that call it the world.

        The section's own list has some of other sections too; on lists of a day they do not say so.
        """
        now, corpus = read(time_file).astimezone(WIB), Corpus(self.seed, self.per_day)
        days = [self.first + timedelta(n) for n in range((self.last - self.first).days + 1)]
        return {
            f"antara:{head.article_id}"
            for day in days
            for head in corpus.heads_of_day(day)
            if head.in_world and not head.astray and head.visible(now)
        }


@contextmanager
def serving(plan: Plan, time_file: Path) -> Iterator[str]:
    """Serve the replica on loopback; yield its origin."""
    ours, theirs = multiprocessing.Pipe()
    site = multiprocessing.get_context("spawn").Process(
        target=_serve, args=(plan, time_file, theirs), daemon=True
    )
    site.start()
    theirs.close()
    try:
        yield str(ours.recv())
    finally:
        ours.close()  # which tells it to end
        site.join(30)


def _serve(plan: Plan, time_file: Path, told: Connection) -> None:
    with Replica(
        seed=plan.seed,
        start=plan.first,
        clock=time_file,
        per_day=plan.per_day,
        offers=Offers(parted=_PARTED),
    ) as replica:
        told.send(replica.origin)
        try:
            told.recv()
        except EOFError:
            return


def requests(origin: str) -> int:
    """Return how many requests the site has answered."""
    with urllib.request.urlopen(f"{origin}/_replica/counts") as answer:  # noqa: S310 - loopback
        return int(json.load(answer)["requests"])
