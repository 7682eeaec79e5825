"""Pages in all forms that the site's have, the same ones every time."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from urllib.parse import urlsplit

from benchmarks.archive.pages import Page
from benchmarks.bench.pages import weighed
from newscrawl.clock import WIB
from newscrawl.replica import Replica
from newscrawl.replica.site import Site
from newscrawl.replica.story import Story

_NOON = datetime(2026, 11, 20, 12, tzinfo=WIB)
_DAYS, _A_DAY, _SEED = 12, 30, 11
_WANTED = {"D": 6, "C": 3, "B": 2, "A": 2, "jatim": 2, "en": 1, "AMP": 2}
"""How many of each form: most of what the site has now, and enough of the others to be noticed."""


def mix(number: int = 1) -> list[list[Page]]:
    """Return so many lists of pages, each with the same number of each form and no page twice."""
    site = Replica(
        seed=_SEED,
        clock=lambda: _NOON,
        per_day=_A_DAY,
        start=_NOON.date() - timedelta(days=_DAYS),
    ).site
    found: list[list[Page]] = [[] for _ in range(number)]
    taken: Counter[str] = Counter()
    for form, page in _forms(site):
        at = taken[form] // _WANTED[form]
        if at < number:
            found[at].append(page)
            taken[form] += 1
    missing = {form: count * number - taken[form] for form, count in _WANTED.items()}
    if any(missing.values()):
        raise AssertionError(f"too few pages: {missing}")
    return found


def _forms(site: Site) -> Iterator[tuple[str, Page]]:
    """Yield pages with their form: the template, or what is apart from it."""
    for at, story in enumerate(site.stories("id")):
        yield story.era, _page(site, story, at)
        yield "AMP", _page(site, story, at, amp=True)
    for edition in ("jatim", "en"):
        for at, story in enumerate(site.stories(edition)):
            yield edition, _page(site, story, at)


def _page(site: Site, story: Story, at: int, *, amp: bool = False) -> Page:
    """Return a story's page with a frame around it; AMP has none."""
    parts = urlsplit(story.url)
    path = f"/amp{parts.path}" if amp else parts.path
    url = parts._replace(path=path).geturl()
    page = Page(url, site.respond(parts.netloc, path).body)
    return page if amp else replace(page, body=weighed(page.body, Random(at)))
