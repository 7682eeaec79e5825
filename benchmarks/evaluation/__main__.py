"""``python -m benchmarks.evaluation``: run the tools, and write docs/evaluation.md."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.evaluation.captured import captured
from benchmarks.evaluation.fixtures import fixtures
from benchmarks.evaluation.report import Results, report
from benchmarks.evaluation.runs import Run, run_all
from benchmarks.evaluation.scores import RougeScorer, Score, score
from benchmarks.evaluation.tools import NEWSCRAWL, TOOLS
from benchmarks.evaluation.truth import Page

_DOCUMENT = Path(__file__).parents[2] / "docs" / "evaluation.md"


def main() -> None:
    """Run everything that is asked for."""
    parser = argparse.ArgumentParser(prog="make evaluate", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is read")
    parser.add_argument("--output", type=Path, default=_DOCUMENT, help="the document to write")
    options = parser.parse_args()
    own, real = fixtures(), captured()
    runs = run_all(TOOLS, [*own, *real], options.rounds)
    results = _results(own, real, runs, options.rounds)
    options.output.write_text(report(results), encoding="utf-8")
    _tell(results)


def _results(own: list[Page], real: list[Page], runs: list[Run], rounds: int) -> Results:
    missing = [run for run in runs if run.missing]
    if any(run.tool.name == NEWSCRAWL for run in missing):
        sys.exit(f"newscrawl itself could not be run: {missing[0].missing}")
    with RougeScorer() as rouge:
        scores = [score(run, [*own, *real], rouge) for run in runs if not run.missing]
        library = f"{rouge.about['package']} {rouge.about['version']}"
    return Results(datetime.now(UTC).date(), own, real, scores, missing, library, rounds)


def _tell(results: Results) -> None:
    for found in results.scores:
        print(_line(found))
    for run in results.missing:
        print(f"{run.tool.name:24} not run: {run.missing}")


def _line(found: Score) -> str:
    return (
        f"{found.name:24} ROUGE-LSum {found.rouge:5.1f}, leaking {found.leaking:5.1f} %, "
        f"no body {found.empty:5.1f} %"
    )


if __name__ == "__main__":
    main()
