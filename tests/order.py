"""The order of the tests, and which of them one worker of pytest-xdist does together.

Long ones begin first, so that the last minutes are left to tests of milliseconds. A module's tests
stay with one worker, which sets up its fixtures once; tests that mostly wait for a process of their
own are given out one by one.
"""

import pytest
from xdist.scheduler import LoadScopeScheduling

FIRST = (
    "tests/deploy/test_cron.py",  # waits two minutes for cron
    "tests/e2e/test_simulation.py",
    "tests/e2e/test_torture.py",
    "tests/antara/test_fuzz.py",
    "tests/antara/test_limits.py",
    "tests/e2e/test_backfill_doubts.py",
    "tests/e2e/test_reading_again.py",
    "tests/scrapyd/",
    "tests/extraction/cluster/test_readers.py",
    "tests/benchmarks/test_cost.py",  # valgrind is slow
    "tests/benchmarks/test_bench_scale.py",
    "tests/benchmarks/test_bench.py",
    "tests/docs/",
    "tests/recipes/",
    "tests/picture/test_page_browser.py",
    "tests/export/database/test_datasette.py",
    "tests/e2e/",
    "tests/middlewares/",
    "tests/commands/",
)
ONE_BY_ONE = ("tests/e2e/", "tests/middlewares/", "tests/commands/")
TOGETHER = ("tests/e2e/test_simulation.py", "tests/e2e/test_replica_crawl.py")
"""Modules among those whose fixtures are most of their work."""


def sort(items: list[pytest.Item]) -> None:
    """Put first what takes long; the rest stays in its order."""
    items.sort(key=lambda item: _rank(item.nodeid))


def _rank(name: str) -> int:
    return next((rank for rank, path in enumerate(FIRST) if name.startswith(path)), len(FIRST))


class Scheduling(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """Gives a worker that is free the next test, or the next module, in the order that is there."""

    def __init__(self, config: pytest.Config, log: object = None) -> None:
        """Keep the order: by default the modules with the most tests would go first."""
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        is_alone = nodeid.startswith(ONE_BY_ONE) and not nodeid.startswith(TOGETHER)
        return nodeid if is_alone else nodeid.partition("::")[0]
