"""What ``extract`` is held against, in which measure, and what is to come of it."""

import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench.figures import Goal
from benchmarks.evaluation.tools import TOOLS, Tool

_ADAPTERS = "benchmarks.bench.adapters"
_OWN_PYTHON = Path(sys.executable)
_INSTALLED = {tool.name: tool for tool in TOOLS}

OURS = Tool("extract()", _OWN_PYTHON, "extract", package=_ADAPTERS)


@dataclass(frozen=True, slots=True)
class Peer:
    """Another way to read a page."""

    tool: Tool
    pages: int
    """How many it reads for one measurement."""
    goal: Goal | None = None
    is_floor: bool = False
    """Whether it is a part of our own work: the ratio is ours to its, not its to ours."""
    only_today: bool = False
    """Whether it reads today's template alone."""

    @property
    def name(self) -> str:
        """The row of the table."""
        pair = (OURS.name, self.tool.name)
        return " to ".join(pair if self.is_floor else reversed(pair))


BARE = Tool("bare lxml.html", _OWN_PYTHON, "bare", package=_ADAPTERS)
PEERS = (
    Peer(BARE, 200, Goal(2), is_floor=True),
    Peer(_INSTALLED["trafilatura"], 100, Goal(7, at_most=False)),
    Peer(_INSTALLED["newspaper4k"], 24, Goal(60, at_most=False)),
    Peer(_INSTALLED["news-please"], 24, Goal(60, at_most=False)),
    Peer(
        Tool("a loader of 17 fields", _OWN_PYTHON, "loader", package=_ADAPTERS),
        120,
        only_today=True,
    ),
)
FLOOR = Peer(BARE, 200, is_floor=True)
"""The same for pages that no goal is about."""
