"""Part b: what a whole crawl costs, beside spiders of a usual project that fetch the same pages.

newscrawl crawls the replica first, and what it asked for becomes the list of the others: they find
nothing out, and ask for exactly the same. Then each crawls it in turn, newscrawl into an empty
directory every time, with its archive, its ledger and everything else. A crawl of one story by each
says what of it is start-up.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.bench.figures import Figure, Goal, paired
from benchmarks.bench.runs import NotMeasured, Ran, newscrawl, usual, write_list
from benchmarks.bench.site import Site, serving

_STORIES, _FEWEST = 1200, 10
_GOALS = {"a spider that only fetches": Goal(2), "a spider with loader and feed": Goal(1)}


@dataclass(slots=True)
class Crawler:
    """One of those that are compared, and its crawls."""

    name: str
    crawl: Callable[[str, bool], Ran]
    """Takes a name for its files, and whether it is to crawl but one story."""
    whole: list[Ran] = field(default_factory=list)
    single: list[Ran] = field(default_factory=list)

    @property
    def cpu(self) -> list[float]:
        """Seconds of the processor for each whole crawl."""
        return [ran.cost.cpu for ran in self.whole]

    @property
    def a_page(self) -> list[float]:
        """The same for a page, without what starting and ending costs."""
        return [
            (whole.cost.cpu - single.cost.cpu) / (len(whole.requests) - len(single.requests))
            for whole, single in zip(self.whole, self.single, strict=True)
        ]

    @property
    def wall(self) -> float:
        """Seconds that a whole crawl took."""
        return median(ran.cost.wall for ran in self.whole)


def measure(scratch: Path, rounds: int, scale: float) -> list[Figure]:
    """Return how a crawl stands beside others of the same pages.

    Raises:
        NotMeasured: they did not ask for the same pages.
    """
    with serving(max(_FEWEST, round(_STORIES * scale))) as site:
        first = newscrawl(site, scratch / "first", since=site.first, until=site.last)
        crawlers = _crawlers(site, scratch, first)
        for turn in range(rounds):
            at = turn % len(crawlers)
            for crawler in (*crawlers[at:], *crawlers[:at]):
                _once(crawler, str(turn), first)
    ours, *others = crawlers
    return [figure for other in others for figure in _figures(ours, other, first)]


def _crawlers(site: Site, scratch: Path, first: Ran) -> list[Crawler]:
    story = next(one for one in first.requests if one.kind == "article")
    lists = (write_list(scratch / "all", first.requests), write_list(scratch / "one", [story]))

    def ours(name: str, is_single: bool) -> Ran:
        data = scratch / f"newscrawl-{name}-{is_single}"
        if is_single:
            return newscrawl(site, data, urls=f"https://{story.host}{story.path}", follow_depth=0)
        return newscrawl(site, data, since=site.first, until=site.last)

    def fetch(_: str, is_single: bool) -> Ran:
        return usual("fetch", site, lists[is_single])

    def load(name: str, is_single: bool) -> Ran:
        return usual("load", site, lists[is_single], "-O", scratch / f"{name}-{is_single}.jsonl")

    names = ("newscrawl", *_GOALS)
    return [Crawler(*each) for each in zip(names, (ours, fetch, load), strict=True)]


def _once(crawler: Crawler, name: str, first: Ran) -> None:
    crawler.single.append(crawler.crawl(name, True))
    ran = crawler.crawl(name, False)
    if ran.asked != first.asked:
        raise NotMeasured(
            f"{crawler.name} asked for {len(ran.requests)} pages, of which"
            f" {(ran.asked & first.asked).total()} are among the {len(first.requests)} of the first"
        )
    crawler.whole.append(ran)


def _figures(ours: Crawler, other: Crawler, first: Ran) -> Iterator[Figure]:
    goal, rounds = _GOALS[other.name], len(ours.whole)
    yield Figure(
        "b",
        f"CPU of a crawl to that of {other.name}",
        *paired(ours.cpu, other.cpu),
        rounds=rounds,
        goal=goal,
        note=f"{_of(ours.cpu, 's')} to {_of(other.cpu, 's')}; elapsed {ours.wall:.1f} s to"
        f" {other.wall:.1f} s; {len(first.requests):,} requests each: {first.kinds}",
    )
    yield Figure(
        "b",
        f"CPU a page to that of {other.name}, without start-up",
        *paired(ours.a_page, other.a_page),
        rounds=rounds,
        goal=goal,
        note=f"{_of(ours.a_page, 'ms', 1000)} to {_of(other.a_page, 'ms', 1000)} a page",
    )


def _of(values: Sequence[float], unit: str, times: float = 1) -> str:
    return f"{median(values) * times:.2f} {unit}"
