"""kill -9 at any moment loses nothing, doubles nothing, and costs no page twice."""

import time
from pathlib import Path

from tests.e2e.torture import torture

KILLS = 5


def test_a_few_kills(tmp_path: Path) -> None:
    """After a kill at a random moment a normal run leaves what an undisturbed crawl would have."""
    seed = time.time_ns() % 1_000_000
    print(f"seed {seed}: python -m tests.e2e.torture --kills {KILLS} --seed {seed}")
    kills = list(torture(KILLS, seed, tmp_path))
    assert len(kills) == KILLS
    assert sum(kill.found > 0 for kill in kills) >= KILLS / 2, "hardly a kill came after a request"
