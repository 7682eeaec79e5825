"""The tables of docs/evaluation.md."""

import math
import statistics
from collections.abc import Callable, Iterable, Sequence

from benchmarks.evaluation.boilerplate import KINDS
from benchmarks.evaluation.metrics import MEASURES, Measure
from benchmarks.evaluation.scores import Score, percentile, ratio
from benchmarks.evaluation.truth import Page

NONE = "–"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown; the first column is words, the others are numbers."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def number(value: float, digits: int = 1) -> str:
    """Return a number, or a dash for none."""
    return NONE if math.isnan(value) else f"{value:.{digits}f}"


def whole(name: str, scores: Sequence[Score]) -> str:
    """Return the table of bodies and times."""
    head = [
        name,
        "ROUGE-LSum",
        "lowest",
        "bodies that leak, %",
        "no body, %",
        "ms, median",
        "ms, p95",
        "time to newscrawl's",
    ]
    return table(head, [_whole_row(score, scores[0]) for score in scores])


def _whole_row(score: Score, base: Score) -> list[str]:
    rouges = [read.rouge for read in score.reads if read.rouge is not None]
    return [
        score.name,
        number(score.rouge),
        number(min(rouges, default=math.nan)),
        number(score.leaking),
        number(score.empty),
        number(statistics.median(score.times) if score.times else math.nan),
        number(percentile(score.times, 95)),
        f"{number(ratio(score, base), 2)} ×",
    ]


def fields(scores: Sequence[Score]) -> str:
    """Return the table of fields: the share of the pages that state one on which it is right."""
    rows = []
    for measure in MEASURES:
        _, stating = scores[0].exact(measure)
        if stating:
            rows.append([measure.name, str(stating), *_cells(scores, measure, _exact)])
    return table(["field", "pages", *(score.name for score in scores)], rows)


def inventions(scores: Sequence[Score]) -> str:
    """Return the table of values that were given where the page has none."""
    rows = []
    for measure in {measure.field: measure for measure in MEASURES}.values():
        _, silent = scores[0].invented(measure)
        if silent and any(score.invented(measure)[0] for score in scores):
            name = measure.name.partition(":")[0]
            rows.append([name, str(silent), *_cells(scores, measure, _invented)])
    return table(["field", "pages without it", *(score.name for score in scores)], rows)


def _cells(
    scores: Sequence[Score], measure: Measure, cell: Callable[[Score, Measure], str]
) -> list[str]:
    return [cell(score, measure) if score.has(measure) else NONE for score in scores]


def _exact(score: Score, measure: Measure) -> str:
    right, stating = score.exact(measure)
    return f"{100 * right / stating:.1f}"


def _invented(score: Score, measure: Measure) -> str:
    return str(score.invented(measure)[0])


def leaking(scores: Sequence[Score]) -> str:
    """Return the table of what leaks into bodies."""
    counts = [score.leak_counts() for score in scores]
    rows = [[kind, *(str(count[kind]) for count in counts)] for kind in KINDS]
    return table(["kind", *(score.name for score in scores)], rows)


def templates(scores: Sequence[Score], pages: Sequence[Page]) -> str:
    """Return the table of ROUGE-LSum for the pages of each template."""
    rows = []
    for name in sorted({page.truth.template for page in pages}):
        some = [page for page in pages if page.truth.template == name]
        values = [number(score.on(some).rouge) for score in scores]
        rows.append([name, str(len(some)), *values])
    return table(["template", "pages", *(score.name for score in scores)], rows)
