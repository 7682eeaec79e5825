"""Many items through one function in parallel processes, in order.

The processes are forked, so they know the function and whatever is loaded. Items go to them in
batches. One that dies or hangs costs only the item that it died of: each item of its batch is tried
again in a process of its own.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from time import monotonic
from typing import Generic, TypeVar

from newscrawl.extraction.processes import Worker, alone

Item = TypeVar("Item")
Result = TypeVar("Result")

LONGEST = 60.0
"""Seconds that a batch, or an item alone, may take; a page takes milliseconds."""
_MOST_ITEMS = 16
_MOST_BYTES = 1_000_000
_AHEAD = 4
"""Batches for each process that are read and not yet given out: what memory is bounded by."""


@dataclass(slots=True)
class _Batch(Generic[Item, Result]):
    items: list[Item] = field(default_factory=list)
    size: int = 0
    results: list[Result] | None = None
    """None until they are there."""

    @property
    def is_full(self) -> bool:
        return len(self.items) >= _MOST_ITEMS or self.size >= _MOST_BYTES


class Workers(Generic[Item, Result]):
    """Processes that map items to results."""

    def __init__(
        self,
        function: Callable[[Item], Result],
        jobs: int,
        *,
        size: Callable[[Item], int],
        lost: Callable[[str, str], Result],
        lasting: bool = False,
    ) -> None:
        """Start nothing yet.

        Args:
            function: maps one item; it raises nothing.
            jobs: how many processes; with 1 all is done in this one.
            size: bytes of an item.
            lost: makes the result of an item that cost its process, from a reason and a message.
            lasting: whether the processes stay for the next items, until :meth:`end`; then there
                is one for one job, too.
        """
        self._function = function
        self._jobs = jobs
        self._size = size
        self._lost = lost
        self._lasting = lasting
        self._workers: list[Worker] = []
        self._working: dict[Worker, _Batch[Item, Result]] = {}

    def map(self, items: Iterable[Item]) -> Iterator[tuple[Item, Result]]:
        """Yield each item with its result, in the order of the items; memory stays bounded."""
        if self._is_alone:
            for item in items:
                yield item, self._function(item)
            return
        is_done = False
        try:
            while len(self._workers) < self._jobs:
                self._workers.append(Worker(self._function))
            for batch in self._map(self._batches(items)):
                yield from zip(batch.items, batch.results or (), strict=True)
            is_done = True
        finally:
            if not (is_done and self._lasting):
                self.end()

    def alone(self, item: Item) -> Result:
        """Map one item: in this process, or where there are others in one of its own."""
        if self._is_alone:
            return self._function(item)
        told = alone(self._function, item, LONGEST)
        return told[0] if isinstance(told, tuple) else self._lost(*WHY[told])

    def end(self) -> None:
        """End the processes, whatever they are at."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._working.clear()

    @property
    def _is_alone(self) -> bool:
        return self._jobs == 1 and not self._lasting

    def _map(self, source: Iterator[_Batch[Item, Result]]) -> Iterator[_Batch[Item, Result]]:
        """Yield the batches of a source, done, in order."""
        in_order: deque[_Batch[Item, Result]] = deque()
        ready: deque[_Batch[Item, Result]] = deque()
        is_over = False
        while True:
            self._give_out(ready)
            if not is_over and len(ready) < self._jobs and len(in_order) < _AHEAD * self._jobs:
                batch = next(source, None)
                is_over = batch is None
                if batch is not None:
                    in_order.append(batch)
                    ready.append(batch)
                self._take_in(0)
            elif in_order and in_order[0].results is not None:
                yield in_order.popleft()
            elif in_order:
                self._take_in(LONGEST)
            else:
                return

    def _give_out(self, ready: deque[_Batch[Item, Result]]) -> None:
        for worker in self._workers:
            if ready and worker not in self._working:
                batch = ready.popleft()
                self._working[worker] = batch
                worker.give(batch.items)

    def _take_in(self, most: float) -> None:
        """Take the results that are there, after waiting for at most so many seconds for one."""
        now = monotonic()
        hanging = [worker for worker in self._working if now - worker.since > LONGEST]
        by_handle = {worker.handle: worker for worker in self._working}
        waited = wait(by_handle, 0 if hanging else min(most, LONGEST))
        for handle in waited:
            self._settle(by_handle[handle])  # type: ignore[index]  # it returns what it was given
        for worker in hanging:
            if worker in self._working:
                self._replace(worker)

    def _settle(self, worker: Worker) -> None:
        results = worker.results()
        if results is None:
            self._replace(worker)
        else:
            self._working.pop(worker).results = results

    def _replace(self, worker: Worker) -> None:
        """Put another process in a lost one's place, and see which item it was lost by."""
        batch = self._working.pop(worker)
        worker.end()
        self._workers[self._workers.index(worker)] = Worker(self._function)
        batch.results = [self.alone(item) for item in batch.items]

    def _batches(self, items: Iterable[Item]) -> Iterator[_Batch[Item, Result]]:
        batch: _Batch[Item, Result] = _Batch()
        for item in items:
            batch.items.append(item)
            batch.size += self._size(item)
            if batch.is_full:
                yield batch
                batch = _Batch()
        if batch.items:
            yield batch


WHY = {
    "died": ("worker_died", "the process that read it died; read the page by itself to see why"),
    "hung": ("worker_hung", f"reading it took longer than {LONGEST:.0f} seconds"),
}
"""Reason and message for an item that its process did not survive."""
