"""All tools over all pages: each page goes to every tool in turn, so that all meet one machine."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from benchmarks.evaluation.tools import Tool
from benchmarks.evaluation.truth import Page
from benchmarks.evaluation.worker import Reply, ToolError, Worker

_WARM_UP = 2


@dataclass(slots=True)
class Run:
    """What came of one tool."""

    tool: Tool
    about: dict[str, str] = field(default_factory=dict)
    fields: frozenset[str] = frozenset()
    replies: list[list[Reply]] = field(default_factory=list)
    """For each page, the reply of each round."""
    missing: str | None = None
    """Why the tool could not be run."""

    @property
    def answers(self) -> list[Reply]:
        """The first reply for each page."""
        return [rounds[0] for rounds in self.replies]

    @property
    def times(self) -> list[float]:
        """The least processor time for each page: what else the machine did only adds to it."""
        return [
            min((reply.cpu for reply in rounds if reply.cpu is not None), default=float("nan"))
            for rounds in self.replies
        ]


def run_all(tools: Sequence[Tool], pages: Sequence[Page], rounds: int) -> list[Run]:
    """Return each tool's run over the pages."""
    runs = [Run(tool) for tool in tools]
    with ExitStack() as stack:
        workers = {run.tool.name: _start(run, stack) for run in runs}
        pairs = [(run, worker) for run in runs if (worker := workers[run.tool.name])]
        for page in pages[:_WARM_UP]:
            for _, worker in pairs:
                worker.ask(page.request)
        replies = _rounds(pairs, pages, rounds)
    for run in runs:
        run.replies = (
            [replies[run.tool.name, page.name] for page in pages] if not run.missing else []
        )
    return runs


def _start(run: Run, stack: ExitStack) -> Worker | None:
    if not run.tool.installed:
        run.missing = "it is not installed"
        return None
    try:
        worker = stack.enter_context(Worker(run.tool.command))
    except ToolError as error:
        run.missing = str(error)
        return None
    run.about = {name: worker.about[name] for name in ("package", "version")}
    run.fields = frozenset(worker.about["fields"])
    return worker


def _rounds(
    pairs: Sequence[tuple[Run, Worker]], pages: Sequence[Page], rounds: int
) -> dict[tuple[str, str], list[Reply]]:
    found: dict[tuple[str, str], list[Reply]] = defaultdict(list)
    for turn in range(rounds):
        for number, page in enumerate(pages, start=turn):
            first = number % len(pairs)
            for run, worker in [*pairs[first:], *pairs[:first]]:
                found[run.tool.name, page.name].append(worker.ask(page.request))
    return found
