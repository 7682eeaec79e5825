"""What is compared, and the command that starts each."""

import sys
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_ADAPTERS = "benchmarks.evaluation.adapters"
_PEERS = _ROOT / ".venv-evaluate" / "peers" / "bin" / "python"
_NEWSWATCH = _ROOT / ".venv-evaluate" / "news-watch" / "bin" / "python"

NEWSCRAWL = "newscrawl"


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool in one of its settings."""

    name: str
    """As the tables head its column."""
    python: Path
    adapter: str
    arguments: tuple[str, ...] = ()
    package: str = _ADAPTERS
    """Where its adapter is."""

    @property
    def command(self) -> tuple[str, ...]:
        """The command of its process."""
        return (str(self.python), "-m", f"{self.package}.{self.adapter}", *self.arguments)

    @property
    def installed(self) -> bool:
        """Whether its environment is there."""
        return self.python.exists()


TOOLS = (
    Tool(NEWSCRAWL, Path(sys.executable), "newscrawl"),
    Tool("trafilatura", _PEERS, "trafilatura"),
    Tool("trafilatura, precision", _PEERS, "trafilatura", ("precision",)),
    Tool("newspaper4k", _PEERS, "newspaper"),
    Tool("news-please", _PEERS, "newsplease"),
    Tool("readability-lxml", _PEERS, "readability"),
    Tool("news-watch", _NEWSWATCH, "newswatch"),
)
ROUGE = Tool("rouge-score", _PEERS, "rouge")
