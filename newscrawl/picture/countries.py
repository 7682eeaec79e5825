"""To which countries stories belong: by their dateline, and by what headline and tags name."""

from collections.abc import Iterable
from functools import lru_cache
from heapq import heappush, heappushpop, nlargest

from newscrawl.gazetteer import of_dateline, of_headline, of_tag
from newscrawl.gazetteer.countries import name as name_of
from newscrawl.picture.days import PerDay
from newscrawl.picture.form import Link, Placing, Placings
from newscrawl.picture.story import Story
from newscrawl.picture.tallies import Tallies

_MOST_UNPLACED = 200
_LATEST = 5

_dateline = lru_cache(maxsize=20_000)(of_dateline)
_tag = lru_cache(maxsize=50_000)(of_tag)

_Newest = tuple[int, int, str, str | None, str]
"""Day, minute, id, headline, address; the greater, the newer."""


class _Way:
    """Counts by one way of telling."""

    def __init__(self, name: str, tallies: Tallies) -> None:
        self._countries, self._unplaced = f"{name} countries", f"{name} unplaced"
        self._tallies = tallies
        self._stories, self._placed, self._not_placed = PerDay(), PerDay(), PerDay()

    def add(self, story: Story, countries: Iterable[str], unplaced: Iterable[str]) -> None:
        countries, unplaced = list(countries), list(unplaced)
        self._stories.add(story.day)
        self._placed.add(story.day, bool(countries))
        self._not_placed.add(story.day, bool(unplaced))
        if story.day is not None:
            self._tallies.add(self._countries, countries, story.day)
        self._tallies.add(self._unplaced, unplaced, story.day)

    def told(self, first: int) -> Placing:
        return {
            "stories": self._stories.series(first),
            "undated": self._stories.undated,
            "placed": self._placed.series(first),
            "countries": dict(self._tallies.values(self._countries, first)),
            "unplaced": self._tallies.most(self._unplaced, _MOST_UNPLACED, undated=True),
            "unplaced_names": self._tallies.different(self._unplaced, undated=True),
            "unplaced_stories": self._not_placed.series(first),
        }


class Countries:
    """Counts the countries of each story."""

    def __init__(self, tallies: Tallies) -> None:
        """Count with the others."""
        self._dateline = _Way("dateline", tallies)
        self._named = _Way("named", tallies)
        self._latest: dict[str, list[_Newest]] = {}

    def add(self, story: Story) -> list[str]:
        """Count a story, and return the countries that its headline and tags name."""
        filed = self._filed(story)
        named = self._name(story)
        for code in dict.fromkeys([*filed, *named]):
            self._note(code, story)
        return named

    def _filed(self, story: Story) -> list[str]:
        place = (story.record["dateline"] or {}).get("place")
        if not isinstance(place, str) or not place:
            return []
        placed = _dateline(place)
        self._dateline.add(story, placed.countries, placed.unplaced)
        return list(placed.countries)

    def _name(self, story: Story) -> list[str]:
        headline, tags = story.record["headline"], story.names("tags")
        if not headline and not tags:
            return []
        placed = [of_headline(headline)] if headline else []
        placed += [_tag(tag) for tag in tags]
        countries = list(dict.fromkeys(code for one in placed for code in one.countries))
        unplaced = dict.fromkeys(name for one in placed for name in one.unplaced)
        self._named.add(story, countries, unplaced)
        return countries

    def _note(self, code: str, story: Story) -> None:
        """Remember a story among the newest of a country."""
        if story.day is None or story.minute is None:
            return
        latest = self._latest.setdefault(code, [])
        entry = (story.day, story.minute, story.id, story.record["headline"], story.record["url"])
        if len(latest) < _LATEST:
            heappush(latest, entry)
        else:
            heappushpop(latest, entry)

    def told(self, first: int) -> Placings:
        """Return the places, when all stories are counted."""
        dateline, named = self._dateline.told(first), self._named.told(first)
        codes = sorted({*dateline["countries"], *named["countries"], *self._latest})
        return {
            "dateline": dateline,
            "named": named,
            "names": {code: name_of(code) for code in codes},
            "latest": {code: _links(self._latest[code], first) for code in sorted(self._latest)},
        }


def _links(newest: list[_Newest], first: int) -> list[Link]:
    return [(day - first, headline, url) for day, _, _, headline, url in nlargest(_LATEST, newest)]
