"""How often the fields of a story are found, and whether that has fallen.

A run of every ten minutes brings a story or none, so runs are not compared one by one: the newest
records, of as many runs as it takes, are compared with those before them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import comb

from newscrawl.items import Article

FIELDS = (
    "headline", "description", "section", "breadcrumbs", "tags", "language", "date_published",
    "date_modified", "dateline", "body", "reporters", "translators", "editors", "agencies",
    "images", "related", "copyright_notice", "rights_notice",
)  # fmt: skip
"""The record's fields that a page prints, each of which may be empty."""

NEWS = frozenset({"feed", "listing"})
"""Ways of discovery that name new stories."""

KNOWN_TEMPLATE = "known_template"
BODY_FROM_TEMPLATE = "body_from_template"
READABLE = "readable"

_NAMES = {
    KNOWN_TEMPLATE: "pages of a known template",
    BODY_FROM_TEMPLATE: "bodies found by a template",
    "body_of_60_words": "bodies of 60 words or more",
    "body_of_150_words": "bodies of 150 words or more",
    READABLE: "readable pages",
}
"""What is counted like a field and is none, as a person calls it."""

_LENGTHS = {"body_of_60_words": 60, "body_of_150_words": 150}
"""Few stories are shorter, and few teasers longer, than the first; the other tells of stories that
end too early."""
_FRESH = timedelta(days=7)
"""How old a story may be to tell how the site looks now."""

_FEWEST = 5
"""So many records are the least that can speak against a field."""
_WINDOW = 80
"""How many of the newest records are tried together, at most."""
_FEWEST_BEFORE, _MOST_BEFORE = 30, 300
"""With how many earlier records they are compared."""
_RAREST, _COMMON = 0.3, 0.8
"""A field that fewer stories had before than the first share is not judged. One that fewer had than
the second comes and goes with what the news is about, a desk's shift at a time."""
_CHANCE = 1e-5
"""How likely chance may be to leave out a common field as often: at 60 stories a day and some 20
fields, years pass between two false alarms."""
_FEWEST_OF_OTHERS, _CHANCE_OF_OTHERS = 40, 1e-8
"""The same for the other fields, after most of a day's stories."""


@dataclass(frozen=True, slots=True)
class Count:
    """Of how many records, how many had a field; in a healthy run or in one that was not."""

    filled: int
    records: int
    is_sound: bool = True
    """Whether later runs may be measured by it: not one whose verdict was that the site changed."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A field that used to be found and is not."""

    group: str
    field: str
    before: Count
    now: Count

    @property
    def key(self) -> str:
        """What makes it the same finding from run to run."""
        return f"coverage {self.group} {self.field}"

    def __str__(self) -> str:
        """Say it to a person."""
        name = _NAMES.get(self.field, self.field)
        share = 100 * self.before.filled / self.before.records
        return f"{name}: {self.now.filled} of the newest {self.now.records}, {share:.0f} % before"


Tally = dict[str, list[int]]
"""For each field: in how many records it was filled, and how many there were."""


def filled(article: Article) -> Iterator[tuple[str, bool]]:
    """Yield each field of a record, and what is counted like one, with whether it is filled."""
    for name in FIELDS:
        yield name, bool(getattr(article, name))
    yield KNOWN_TEMPLATE, article.template != "generic"
    if article.body:
        yield BODY_FROM_TEMPLATE, "body" not in article.fallbacks
        for name, words in _LENGTHS.items():
            yield name, (article.word_count or 0) >= words


def on_page(article: Article) -> Iterator[tuple[str, bool]]:
    """Yield the same, with what only the feed gave as not filled: the page did not have it."""
    for name, is_filled in filled(article):
        from_feed = article.template != "feed" and article.fallbacks.get(name) == "feed"
        yield name, is_filled and not from_feed


def tells_of_today(article: Article) -> bool:
    """Tell whether a record shows how the site looks now.

    A new story that a feed or a listing named does. What a link or a user leads to may be old, as
    may be what a run ``since`` long ago finds: of another era, which has other fields.
    """
    way = article.discovered
    if way is None or way.via not in NEWS or article.revision != 1:
        return False
    if article.date_published is None:
        return True
    age = datetime.fromisoformat(article.fetched_at) - datetime.fromisoformat(
        article.date_published
    )
    return age < _FRESH


def add(tally: Tally, field: str, *, is_filled: bool) -> None:
    """Count one record."""
    counts = tally.setdefault(field, [0, 0])
    counts[0] += is_filled
    counts[1] += 1


def falls(group: str, history: Mapping[str, Sequence[Count]]) -> list[Fall]:
    """Return the fields that have fallen, by what each run counted, the newest run first.

    The field that has fallen most comes first.
    """
    found = (_fall(group, field, counts) for field, counts in history.items())
    return sorted((fall for fall in found if fall is not None), key=_weight, reverse=True)


def _weight(fall: Fall) -> float:
    """Return how much a fall says: first what no story was without."""
    return fall.before.filled / fall.before.records - fall.now.filled / fall.now.records


def _fall(group: str, field: str, counts: Sequence[Count]) -> Fall | None:
    """Try the newest records, first the fewest that can speak, then more and more of them.

    When the fewest have the field again, it is back, whatever those before them lacked.
    """
    now = Count(0, 0)
    for place, count in enumerate(counts):
        is_first = now.records < _FEWEST
        now = Count(now.filled + count.filled, now.records + count.records)
        if now.records < _FEWEST:
            continue
        if now.records > _WINDOW and not is_first:
            return None
        before = _baseline(counts[place + 1 :])
        if before.records < _FEWEST_BEFORE or before.filled < _RAREST * before.records:
            return None
        has_halved = 2 * now.filled * before.records <= before.filled * now.records
        if is_first and not has_halved:
            return None
        if has_halved and _is_no_chance(before, now):
            return Fall(group, field, before, now)
    return None


def _is_no_chance(before: Count, now: Count) -> bool:
    if before.filled >= _COMMON * before.records:
        return _chance(before, now) < _CHANCE
    return now.records >= _FEWEST_OF_OTHERS and _chance(before, now) < _CHANCE_OF_OTHERS


def _baseline(counts: Sequence[Count]) -> Count:
    """Return what the newest sound runs of these counted together."""
    total = Count(0, 0)
    for count in counts:
        if count.is_sound and total.records < _MOST_BEFORE:
            total = Count(total.filled + count.filled, total.records + count.records)
    return total


def _chance(before: Count, now: Count) -> float:
    """Return how likely it is that as few of the newest are filled if nothing has changed.

    Fisher's exact test: of all records, before and now together, the newest are drawn blindly.
    """
    everything = before.records + now.records
    with_it = before.filled + now.filled
    ways = sum(
        comb(with_it, some) * comb(everything - with_it, now.records - some)
        for some in range(now.filled + 1)
    )
    return ways / comb(everything, now.records)
