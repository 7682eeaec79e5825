"""Lists that are kept while they stand."""

from datetime import date, datetime, timedelta

from newscrawl.clock import WIB
from newscrawl.replica import Corpus
from newscrawl.replica.heads import Head
from newscrawl.replica.standing import Standing

DAY = date(2026, 10, 9)
NOON = datetime(2026, 10, 9, 12, tzinfo=WIB)


class Made:
    """A list of one day, and how often it was made."""

    def __init__(self, seed: int = 1) -> None:
        """Nothing was made yet."""
        self.corpus = Corpus(seed, 40)
        self.standing = Standing(self.corpus)
        self.times = 0

    def at(self, now: datetime, name: str = "all", most: int = 1000) -> tuple[Head, ...]:
        """Return the list at a moment."""

        def make() -> list[Head]:
            self.times += 1
            heads = self.corpus.heads_of_day(now.date())
            return [head for head in reversed(heads) if head.visible(now)]

        return self.standing.at(now, "id", name, make, most)


def test_a_list_is_made_once_while_nothing_changes() -> None:
    """The same list at the same moment is made once; another one by itself."""
    made = Made()
    assert made.at(NOON) is made.at(NOON)
    assert made.times == 1
    assert len(made.at(NOON, "short", 3)) == 3
    assert made.times == 2


def test_a_list_is_true_at_every_moment() -> None:
    """Whatever comes out or goes away, and when the clock goes back, the list is the present one."""
    made = Made(seed=11)
    changes = [
        moment
        for head in made.corpus.heads_of_day(DAY)
        for moment in (head.published, head.taken_down)
        if moment and moment.date() == DAY
    ]
    assert any(head.taken_down in changes for head in made.corpus.heads_of_day(DAY))
    moments = [m + timedelta(seconds=s) for m in sorted(changes) for s in (-1, 0, 1)]
    for now in (*moments, *reversed(moments), NOON + timedelta(days=1)):
        heads = made.corpus.heads_of_day(now.date())
        assert made.at(now) == tuple(head for head in reversed(heads) if head.visible(now))


def test_few_lists_are_kept() -> None:
    """What was not asked for in a while is made again: the memory has a bound."""
    made = Made()
    for number in range(100):
        made.at(NOON, str(number))
    made.at(NOON, "99")
    assert made.times == 100
    made.at(NOON, "0")
    assert made.times == 101
