"""What the site was asked for, and what it cost."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from benchmarks.simulation.play import Played, Ran
from benchmarks.simulation.truth import changes, form_at, story_of
from newscrawl.antara.urls import story_url
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.counts import Request
from newscrawl.replica.story import Story

Why = Literal["new", "corrected", "template", "again"]


@dataclass(frozen=True, slots=True)
class Traffic:
    """Requests of all runs."""

    requests: int
    megabytes: float
    """Received and sent, heads included."""
    kinds: dict[str, dict[str, int]]
    """Requests by what was asked for, then the status of the answer."""
    pages: dict[Why, int]
    """Article pages that were downloaded in full, by what was in them that was not known.

    ``template``: nothing but the page's new template; ``again``: nothing at all.
    """
    in_trouble: int
    """Requests, and connections that were closed, while the site was out of order."""

    def per_story(self, stories: int) -> float:
        """Return the pages downloaded per new story or correction, the new template's apart."""
        pages = sum(self.pages.values()) - self.pages.get("template", 0)
        return pages / stories if stories else 0.0

    def per_story_with_template(self, stories: int) -> float:
        """Return the same with the pages that only the new template made differ."""
        return sum(self.pages.values()) / stories if stories else 0.0


@dataclass(frozen=True, slots=True)
class Idle:
    """Runs in which there was nothing to be had: nothing published, and no revisit."""

    runs: int
    most_requests: int | None
    most_bytes: int | None
    """Received and sent, heads included."""
    usual_bytes: int | None
    median_seconds: float | None


def count_traffic(played: Played) -> Traffic:
    """Return what all runs asked for."""
    kinds: dict[str, Counter[str]] = {}
    size = total = in_trouble = 0
    for ran in played.runs:
        for request in ran.requests:
            kinds.setdefault(request.kind, Counter())[str(request.status)] += 1
            size += request.asked + request.answered
        total += len(ran.requests)
        if ran.phase in {"outage", "errors"}:
            in_trouble += len(ran.requests) + ran.refused
    return Traffic(
        requests=total,
        megabytes=size / 1e6,
        kinds={name: dict(sorted(kinds[name].items())) for name in sorted(kinds)},
        pages=_pages(played),
        in_trouble=in_trouble,
    )


def _pages(played: Played) -> dict[Why, int]:
    known: dict[str, tuple[int, bool]] = {}
    found: Counter[Why] = Counter()
    for ran, request in _articles(played):
        story = _story(request, played.site.corpus)
        if request.status != 200 or story is None:  # noqa: PLR2004 - OK
            continue
        now = form_at(story, ran.at), ran.at >= played.plan.switch
        found[_why(known.get(story.id), now)] += 1
        known[story.id] = now
    return dict(found)


def _why(before: tuple[int, bool] | None, now: tuple[int, bool]) -> Why:
    if before is None:
        return "new"
    if before[0] != now[0]:
        return "corrected"
    return "again" if before == now else "template"


def _articles(played: Played) -> Iterator[tuple[Ran, Request]]:
    for ran in played.runs:
        for request in ran.requests:
            if request.kind == "article":
                yield ran, request


def _story(request: Request, corpus: Corpus) -> Story | None:
    url = story_url(f"https://{request.host}{request.path}")
    return story_of(corpus, url.article_id, url.edition) if url is not None else None


def count_idle(played: Played) -> Idle:
    """Return what the runs cost that found everything as it was."""
    events = changes(played)
    idle = [
        ran
        for before, ran in pairwise(played.runs)
        if before.phase == ran.phase == "quiet"
        and ran.at - before.at == played.plan.every
        and not any(request.kind == "article" for request in ran.requests)
        and bisect_right(events, ran.at) == bisect_right(events, before.at)
    ]
    sizes = sorted(sum(r.asked + r.answered for r in ran.requests) for ran in idle)
    seconds = sorted(ran.crawled.seconds for ran in idle)
    if not idle:
        return Idle(0, None, None, None, None)
    return Idle(
        runs=len(idle),
        most_requests=max(len(ran.requests) for ran in idle),
        most_bytes=sizes[-1],
        usual_bytes=sizes[len(sizes) // 2],
        median_seconds=seconds[len(seconds) // 2],
    )
