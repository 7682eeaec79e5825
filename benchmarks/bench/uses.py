"""What a run does with its ledger, timed: ``python -m benchmarks.bench.uses DATA STORIES SEED``.

A process for each look, as every run is one. ``--cold`` first lets the system forget what it holds
of the ledger's file, so that its pages come from the disk.
"""

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TypeVar

from benchmarks.archive.pages import pages
from benchmarks.bench.years import FIRST_ID, NOW, is_kept
from benchmarks.simulation.memory import peak
from newscrawl.accounts import Terms, make_report
from newscrawl.antara.articles import extract
from newscrawl.antara.text import sha256
from newscrawl.antara.urls import StoryUrl, story_url
from newscrawl.found import Found
from newscrawl.items import Article, Discovered
from newscrawl.ledger.database import transaction
from newscrawl.ledger.visits import visit_of
from newscrawl.places import Places, day_file_name
from newscrawl.run import Run
from newscrawl.spiders.arguments import parse

_LOOKED_UP, _A_PAGE, _NEW = 3_000, 30, 100
_A_NEW_ONE = 50
"""How many known stories there are at least for each new one: a small ledger gets few."""
_LINK = Discovered(via="related", depth=2)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds; of what was done many times, those of once."""

    start: float
    """From nothing to the first answer: lock, tables, day files, what is due again."""
    first: float
    """To look up one of some stories, which may be anywhere, for the first time."""
    again: float
    """To look it up once more."""
    link: float
    """To note a link to a known story, with the others of its page."""
    alike: float
    """To tell which earlier story a new one repeats."""
    insert: float
    """To note a new story, and then to acknowledge its line."""
    end: float
    """To close the books of the run."""
    peak: int
    """Bytes of memory."""


def main(data: Path, stories: int, seed: int, *, is_cold: bool) -> Times:
    """Make a run, as far as the ledger sees it."""
    draw, places = Random(seed), Places.under(data)
    known, new = _known(stories, draw), _new(min(_NEW, stories // _A_NEW_ONE), draw)
    if is_cold:
        _forget(places.ledger)
    began = perf_counter()
    run = Run.open(places, parse({}))
    run.validators.of_story(_id(known[0]))
    start = perf_counter() - began
    first, again = (_mean(run.validators.of_story, [*map(_id, known)]) for _ in range(2))
    links = [Found(story, _LINK) for story in known]
    parts = [links[at : at + _A_PAGE] for at in range(0, len(links), _A_PAGE)]
    link = _mean(run.finding.record, parts) * len(parts) / len(links)
    alike = _mean(run.lines.neighbours.original, new)
    insert = _mean(lambda article: _keep(run, article), new)
    began = perf_counter()
    run.frontier.finish("time_budget")
    make_report(run, {}, "finished", Terms("id/dunia", {}))
    run.close(0)
    end = perf_counter() - began
    return Times(start, first, again, link, alike, insert, end, peak())


def _known(stories: int, draw: Random) -> list[StoryUrl]:
    """Draw kept stories from all that there are."""
    kept = [n for n in draw.choices(range(stories), k=_LOOKED_UP) if is_kept(n)]
    return [_story(FIRST_ID + number) for number in kept]


def _story(number: int) -> StoryUrl:
    story = story_url(f"https://www.antaranews.com/berita/{number}/kabar")
    if story is None:
        raise AssertionError(number)
    return story


def _id(story: StoryUrl) -> str:
    return story.id


def _new(number: int, draw: Random) -> list[Article]:
    """Return stories that no ledger has: their words are drawn anew."""
    return [_renewed(extract(page.body, page.url, NOW), draw) for page in pages(number)]


def _renewed(article: Article, draw: Random) -> Article:
    number, words = draw.randrange(10**9, 10**10), (article.body or "").split()
    draw.shuffle(words)
    body = " ".join(words)
    return replace(
        article, id=f"antara:{number}", article_id=number, body=body, body_sha256=sha256(body)
    )


def _keep(run: Run, article: Article) -> None:
    """Note a story and its line in the commits of a crawl."""
    run.finding.record([Found(_story(article.article_id), Discovered(via="feed"))])
    name = day_file_name(NOW)
    with transaction(run.database):
        run.lines.add_within(article, name, article.article_id)
        run.lines.set_size_within(name, (run.places.articles / name).stat().st_size)
        run.frontier.settle_within(article.id, "new", visit=visit_of(article))


def _mean(do: Callable[[_T], object], each: Sequence[_T]) -> float:
    began = perf_counter()
    for one in each:
        do(one)
    return (perf_counter() - began) / len(each)


def _forget(path: Path) -> None:
    """Let the system forget a file's pages; it keeps those that are not on the disk yet."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


if __name__ == "__main__":
    directory, size, number = sys.argv[1:4]
    times = main(Path(directory), int(size), int(number), is_cold="--cold" in sys.argv)
    print(json.dumps(asdict(times)))
