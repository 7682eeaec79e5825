"""Health by day of the fetch: which fields were found, by which templates and fallbacks."""

from collections import defaultdict
from collections.abc import Mapping

from newscrawl.coverage import FIELDS
from newscrawl.picture.days import PerDay, moment, span
from newscrawl.picture.form_health import Fetched, Series
from newscrawl.picture.groups import fallbacks
from newscrawl.picture.story import Story


class Health:
    """Counts lines, each by the day on which it was fetched."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lines, self._pages = PerDay(), PerDay()
        self._fields = {name: PerDay() for name in FIELDS}
        self._templates = defaultdict[str, PerDay](PerDay)
        self._fallbacks = defaultdict[str, PerDay](PerDay)

    def add(self, line: Story) -> None:
        """Count a line."""
        fetched = moment(line.record["fetched_at"])
        day = fetched.toordinal() if fetched else None
        self._lines.add(day)
        self._templates[line.record["template"]].add(day)
        for name in fallbacks(line):
            self._fallbacks[name].add(day)
        if line.from_feed:
            return
        self._pages.add(day)
        for name, counts in self._fields.items():
            if line.record[name]:
                counts.add(day)

    @property
    def lines(self) -> int:
        """How many lines were counted."""
        return self._lines.total + self._lines.undated

    def told(self) -> Fetched:
        """Return what was counted."""
        first, days = span(self._lines.by_day)
        return {
            "days": days,
            "lines": self._lines.series(first),
            "undated": self._lines.undated,
            "pages": self._pages.series(first),
            "fields": {name: counts.series(first) for name, counts in self._fields.items()},
            "by_template": by_frequency(self._templates, first),
            "fallbacks": by_frequency(self._fallbacks, first),
        }


def by_frequency(counts: Mapping[str, PerDay], first: int) -> dict[str, Series]:
    """Return the series of names, most frequent first, of equal ones by name."""
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1].total, entry[0]))
    return {name: per_day.series(first) for name, per_day in ordered}
