"""A tool's replies, page by page and as shares over a set of pages."""

import json
import math
import statistics
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from benchmarks.evaluation.boilerplate import leaks
from benchmarks.evaluation.metrics import Measure
from benchmarks.evaluation.runs import Run
from benchmarks.evaluation.tools import ROUGE
from benchmarks.evaluation.truth import Page
from benchmarks.evaluation.worker import Reply, Worker

Rouge = Callable[[Sequence[str], str], float]


@dataclass(frozen=True, slots=True)
class Read:
    """One page as one tool read it."""

    page: Page
    reply: Reply
    cpu: float
    rouge: float | None
    """Of 100; None for a page without a body."""

    @property
    def body(self) -> str:
        """The body that the tool gave."""
        return self.reply.answer.get("body") or ""

    @property
    def leaks(self) -> list[str]:
        """The kinds of boilerplate in it."""
        return leaks(self.page.truth.bodies, self.body)

    @property
    def empty(self) -> bool:
        """Whether the tool gave no body where there is one."""
        return bool(self.page.truth.bodies) and not self.body.strip()


@dataclass(frozen=True, slots=True)
class Score:
    """What one tool reached on a set of pages."""

    run: Run
    reads: Sequence[Read]

    @property
    def name(self) -> str:
        """The tool's name."""
        return self.run.tool.name

    def on(self, pages: Iterable[Page]) -> "Score":
        """Return the score on some of the pages."""
        names = {page.name for page in pages}
        return Score(self.run, [read for read in self.reads if read.page.name in names])

    @property
    def rouge(self) -> float:
        """The mean ROUGE-LSum F1 of the bodies, of 100; a body that is missing counts 0."""
        values = [read.rouge for read in self.reads if read.rouge is not None]
        return statistics.fmean(values) if values else math.nan

    @property
    def leaking(self) -> float:
        """The share of given bodies with boilerplate, of 100."""
        bodies = [read for read in self.reads if read.body.strip()]
        return share(sum(bool(read.leaks) for read in bodies), len(bodies))

    @property
    def empty(self) -> float:
        """The share of pages without a body where there is one, of 100."""
        return share(sum(read.empty for read in self.reads), len(self.reads))

    @property
    def times(self) -> list[float]:
        """Milliseconds of the processor, a page each."""
        return [read.cpu * 1000 for read in self.reads if not math.isnan(read.cpu)]

    def leak_counts(self) -> Counter[str]:
        """Return for each kind of boilerplate how many bodies have it."""
        return Counter(kind for read in self.reads for kind in read.leaks)

    def errors(self) -> Counter[str]:
        """Return how often each kind of error was raised."""
        found = (read.reply.error for read in self.reads)
        return Counter(error.partition(":")[0] for error in found if error)

    def has(self, measure: Measure) -> bool:
        """Whether the tool has such a field at all."""
        return measure.field in self.run.fields

    def exact(self, measure: Measure) -> tuple[int, int]:
        """Return on how many pages the field is right, and how many pages state it."""
        stating = [read for read in self.reads if measure.stated(read.page.truth)]
        right = sum(measure.right(read.page.truth, read.reply.answer) for read in stating)
        return right, len(stating)

    def invented(self, measure: Measure) -> tuple[int, int]:
        """Return on how many pages a value was invented, and how many pages state none."""
        silent = [read for read in self.reads if not measure.stated(read.page.truth)]
        given = sum(measure.invented(read.page.truth, read.reply.answer) for read in silent)
        return given, len(silent)


def share(part: int, whole: int) -> float:
    """Return a share of 100; not a number of nothing."""
    return 100 * part / whole if whole else math.nan


def percentile(values: Sequence[float], of_100: int) -> float:
    """Return the least value that so many of 100 do not exceed."""
    if not values:
        return math.nan
    return sorted(values)[max(0, math.ceil(len(values) * of_100 / 100) - 1)]


def ratio(score: Score, base: Score) -> float:
    """Return the median over the pages of a tool's time to another's on the same page."""
    pairs = zip(score.reads, base.reads, strict=True)
    values = [ours.cpu / theirs.cpu for ours, theirs in pairs if ours.cpu > 0 and theirs.cpu > 0]
    return statistics.median(values) if values else math.nan


def score(run: Run, pages: Sequence[Page], rouge: Rouge) -> Score:
    """Return a tool's score on all pages."""
    together = zip(pages, run.answers, run.times, strict=True)
    return Score(run, [_read(page, reply, cpu, rouge) for page, reply, cpu in together])


def _read(page: Page, reply: Reply, cpu: float, rouge: Rouge) -> Read:
    expected = page.truth.bodies
    body = reply.answer.get("body") or ""
    value = None if not expected else rouge(expected, body) if body.strip() else 0.0
    return Read(page, reply, cpu, value)


class RougeScorer:
    """ROUGE-LSum by its library, in the environment that has it; a context manager."""

    def __init__(self) -> None:
        """Make ready; nothing is started yet."""
        self._worker = Worker(ROUGE.command)
        self._directory = tempfile.TemporaryDirectory(prefix="newscrawl-evaluate-")

    def __enter__(self) -> Self:
        """Start the library's process."""
        self._worker.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._worker.__exit__()
        self._directory.cleanup()

    @property
    def about(self) -> dict[str, str]:
        """The library's name and version."""
        return self._worker.about

    def __call__(self, expected: Sequence[str], found: str) -> float:
        """Return the F1 of a body, of 100, against the best of its right forms."""
        path = Path(self._directory.name) / "bodies.json"
        asked = {"expected": [lines(text) for text in expected], "found": lines(found)}
        path.write_text(json.dumps(asked), encoding="utf-8")
        reply = self._worker.ask({"path": str(path), "url": "", "fetched_at": ""})
        if reply.error:
            raise RuntimeError(f"no ROUGE: {reply.error}")
        value: float = reply.answer["f1"]
        return 100 * value


def lines(text: str) -> str:
    """Return a body with one paragraph a line and its white space folded."""
    folded = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in folded if line)
