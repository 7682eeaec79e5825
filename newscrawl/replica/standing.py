"""Lists that are kept as long as they stand: the hundred pages of one are made from it once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, time, timedelta
from itertools import islice
from threading import Lock
from typing import NamedTuple

from newscrawl.clock import WIB
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.heads import Head
from newscrawl.replica.ids import Edition

_KEPT = 40


class _List(NamedTuple):
    heads: tuple[Head, ...]
    since: datetime
    until: datetime


class Standing:
    """The lists that were asked for last."""

    def __init__(self, corpus: Corpus) -> None:
        """Nothing is kept yet."""
        self._corpus = corpus
        self._lock = Lock()
        self._lists: OrderedDict[Hashable, _List] = OrderedDict()

    def at(
        self,
        now: datetime,
        edition: Edition,
        name: Hashable,
        make: Callable[[], Iterable[Head]],
        most: int,
    ) -> tuple[Head, ...]:
        """Return a list as it is at a moment, newest first.

        Args:
            now: the moment.
            edition: whose stories it has.
            name: what tells it from the other lists of the edition.
            make: returns all that it has at the moment.
            most: how many it shows.
        """
        key = (edition, name)
        with self._lock:
            kept = self._lists.get(key)
            if kept is None or not kept.since <= now < kept.until:
                heads = tuple(islice(make(), most))
                kept = _List(heads, now, self._until(now, edition, heads))
                self._lists[key] = kept
            self._lists.move_to_end(key)
            if len(self._lists) > _KEPT:
                self._lists.popitem(last=False)
        return kept.heads

    def _until(self, now: datetime, edition: Edition, heads: Iterable[Head]) -> datetime:
        """Return until when a list surely stands: to the next story, or to one that goes away."""
        local = now.astimezone(WIB)
        midnight = datetime.combine(local.date() + timedelta(days=1), time(), WIB)
        today = self._corpus.heads_of_day(local.date(), edition)
        to_come = [head.published for head in today if head.published > now]
        to_go = [head.taken_down for head in heads if head.taken_down is not None]
        return min([midnight, *to_come, *to_go])
