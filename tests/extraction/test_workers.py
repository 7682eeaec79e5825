"""Items through processes: in order, bounded, and one that kills its process alone is lost."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newscrawl.extraction import workers
from newscrawl.extraction.workers import Workers

_DEADLY, _ENDLESS = 13, 17


def doubled(number: int) -> str:
    """Return twice a number; two numbers are poison."""
    if number == _DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == _ENDLESS:
        time.sleep(600)
    return str(2 * number)


def of(jobs: int, function: Callable[[int], str] = doubled) -> Workers[int, str]:
    """Return workers that map numbers."""
    return Workers(function, jobs, size=lambda _: 1, lost=lambda reason, _: reason)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order(jobs: int) -> None:
    """Each item comes with its result, in the order of the items, however many processes work."""
    numbers = [n for n in range(500) if n not in (_DEADLY, _ENDLESS)]
    assert list(of(jobs).map(numbers)) == [(n, str(2 * n)) for n in numbers]


def test_nothing_to_do() -> None:
    """Without items nothing comes, and nothing waits."""
    assert list(of(2).map([])) == []


def test_a_worker_that_dies_costs_one_item() -> None:
    """Whatever else was in the batch of the item that kills its process is mapped all the same."""
    results = dict(of(2).map(range(16)))
    assert results.pop(_DEADLY) == "worker_died"
    assert results == {n: str(2 * n) for n in range(16) if n != _DEADLY}


def test_every_batch_may_have_a_deadly_item() -> None:
    """Workers are replaced as often as they die."""
    results = list(of(2).map([1, _DEADLY] * 40))
    assert results == [(1, "2"), (_DEADLY, "worker_died")] * 40


def test_a_worker_that_hangs_costs_one_item(monkeypatch: pytest.MonkeyPatch) -> None:
    """An item over which a process sits for too long is given up; the others are not."""
    monkeypatch.setattr(workers, "LONGEST", 0.5)
    results = dict(of(2).map([*range(10, 13), _ENDLESS, *range(20, 60)]))
    assert results.pop(_ENDLESS) == "worker_hung"
    assert results == {n: str(2 * n) for n in (*range(10, 13), *range(20, 60))}


def test_one_item_by_itself() -> None:
    """An item can be mapped out of turn; where it kills its process, that is told."""
    assert [of(jobs).alone(4) for jobs in (1, 2)] == ["8", "8"]
    assert of(2).alone(_DEADLY) == "worker_died"


def test_items_are_read_as_they_are_needed() -> None:
    """Of an endless source no more is read than a bounded number of batches ahead."""
    taken = 0

    def source() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield 100

    stream = of(2).map(source())
    for _ in range(10):
        next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert taken < 200


def test_processes_that_last() -> None:
    """They can stay from one call to the next, with one job too; each call has its own items."""
    workers = Workers[int, tuple[int, str]](
        lambda number: (os.getpid(), doubled(number)),
        1,
        size=lambda _: 1,
        lost=lambda reason, _: (0, reason),
        lasting=True,
    )
    first, second = (dict(workers.map(range(3))) for _ in range(2))
    died = dict(workers.map([1, _DEADLY]))
    third = dict(workers.map([1]))
    workers.end()
    assert first == second
    assert first[0][0] != os.getpid()
    assert died[_DEADLY] == (0, "worker_died")
    assert third[1][0] not in (first[1][0], os.getpid())


def test_processes_end_with_the_one_that_asks(tmp_path: Path) -> None:
    """When nobody wants more results the processes are gone; also those that were put in later."""
    pids = tmp_path / "pids"
    pids.mkdir()

    def noted(number: int) -> str:
        (pids / str(os.getpid())).touch()
        return doubled(number)

    stream = of(2, noted).map([1, _DEADLY, *[2] * 200])
    for _ in range(150):
        next(stream)
    stream.close()  # type: ignore[attr-defined]
    left = [int(path.name) for path in pids.iterdir()]
    assert len(left) >= 3
    for pid in left:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_process_holds_nothing_of_its_parent_s(tmp_path: Path) -> None:
    """Files that the parent has open are not open in a worker: a lock would outlive the run."""
    with (tmp_path / "lock").open("w") as file:
        handle = file.fileno()

        def is_open(_: int) -> str:
            try:
                os.fstat(handle)
            except OSError:
                return "closed"
            return "open"

        assert of(2, is_open).alone(1) == "closed"


def test_a_worker_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    """Nothing goes on when the command is killed with the signal that nobody can handle."""
    note = tmp_path / "pid"

    def noted(number: int) -> str:
        (tmp_path / f"new-{os.getpid()}").write_text(str(os.getpid()), "ascii")
        (tmp_path / f"new-{os.getpid()}").rename(note)
        return doubled(number)

    parent = os.fork()
    if parent == 0:
        stream = of(2, noted).map(iter(int, 1))
        next(stream)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(parent, 0)
    worker, until = int(note.read_text("ascii")), time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        if f"/{worker}/" and Path(f"/proc/{worker}/stat").read_text("ascii").split()[2] == "Z":
            return  # nobody to reap it here
        time.sleep(0.02)
    pytest.fail("it is still there")
