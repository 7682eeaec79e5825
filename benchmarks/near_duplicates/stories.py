"""The replica's stories of some weeks: invented, from sentences that those of one topic share.

Stories of a topic have more phrases in common than a newsroom's would.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from newscrawl.replica.corpus import Corpus
from newscrawl.replica.ids import Edition
from newscrawl.signatures import SHORTEST

_FIRST_DAY = date(2026, 9, 1)
_EDITIONS: tuple[Edition, ...] = ("id", "jatim", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A story's text, and which story it truly is."""

    id: str
    origin: str
    """The story that it copies, else its own id."""
    topic: str
    body: str


def texts(seed: int, days: int) -> list[Text]:
    """Return the stories of some days that are long enough to have a signature."""
    return [text for text in _all(seed, days) if len(text.body.split()) >= SHORTEST]


def _all(seed: int, days: int) -> Iterator[Text]:
    corpus = Corpus(seed)
    for day in (_FIRST_DAY + timedelta(days=at) for at in range(days)):
        for edition in _EDITIONS:
            for story in corpus.stories_of_day(day, edition):
                yield Text(story.id, story.copy_of or story.id, story.topic, story.body)


def unrelated(found: list[Text]) -> Iterator[tuple[Text, Text]]:
    """Yield every pair of different stories."""
    return ((one, two) for one, two in combinations(found, 2) if one.origin != two.origin)
