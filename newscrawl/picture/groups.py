"""What stories name: people, wires, sections, tags, and how they were found and read."""

from collections.abc import Callable, Iterable

from newscrawl.picture.days import PerDay, series
from newscrawl.picture.form import Group
from newscrawl.picture.story import Story
from newscrawl.picture.tallies import Tallies

_MOST = 60
_MOST_TAGS = 200
"""Names of a group that get a series of their own."""
_MOST_MONTHLY = 12
"""So do those most frequent in a month: what fills one is rare in ten years. As many as the page
shows at first, so that a month's ranking is right."""


def _one(field: str) -> Callable[[Story], Iterable[str]]:
    def names(story: Story) -> Iterable[str]:
        name = story.record[field]
        return () if name is None else (name,)

    return names


def _several(field: str) -> Callable[[Story], Iterable[str]]:
    return lambda story: story.names(field)


def fallbacks(story: Story) -> list[str]:
    """Return where fields came from that the template did not give: ``field: source``."""
    return [f"{field}: {source}" for field, source in story.record["fallbacks"].items()]


def _way(story: Story) -> Iterable[str]:
    found = story.record["discovered"]
    return () if found is None or not isinstance(found.get("via"), str) else (found["via"],)


GROUPS: dict[str, Callable[[Story], Iterable[str]]] = {
    "agencies": _several("agencies"),
    "translators": _several("translators"),
    "editors": _several("editors"),
    "reporters": _several("reporters"),
    "sections": _one("section"),
    "tags": _several("tags"),
    "kinds": _one("kind"),
    "languages": _one("language"),
    "editions": _one("edition"),
    "templates": _one("template"),
    "fallbacks": fallbacks,
    "discovered": _way,
}


class Groups:
    """Counts what each story names."""

    def __init__(self, tallies: Tallies) -> None:
        """Count with the others."""
        self._tallies = tallies
        self._stories = {name: PerDay() for name in GROUPS}

    def add(self, story: Story) -> None:
        """Count a story."""
        for group, names_of in GROUPS.items():
            names = list(names_of(story))
            if not names:
                continue
            self._stories[group].add(story.day)
            if story.day is not None:
                self._tallies.add(group, names, story.day)

    def told(self, first: int) -> dict[str, Group]:
        """Return the groups, when all stories are counted."""
        return {group: self._group(group, first) for group in GROUPS}

    def _group(self, group: str, first: int) -> Group:
        most = _MOST_TAGS if group == "tags" else _MOST
        names = self._tallies.prominent(group, most, _MOST_MONTHLY)
        values = {name: series(self._tallies.days(group, name), first) for name in names}
        other = self._tallies.all_names(group).by_day
        for counts in values.values():
            for day, number in counts:
                other[day + first] -= number
        return {
            "stories": self._stories[group].series(first),
            "undated": self._stories[group].undated,
            "values": values,
            "other": series(other, first),
            "named": self._tallies.different(group),
        }
