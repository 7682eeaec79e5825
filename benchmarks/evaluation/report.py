"""docs/evaluation.md: the numbers of a run, and what to think of them."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.evaluation import tables, words
from benchmarks.evaluation.differences import checked, differences
from benchmarks.evaluation.losses import losses
from benchmarks.evaluation.runs import Run
from benchmarks.evaluation.scores import Score
from benchmarks.evaluation.truth import Page


@dataclass(frozen=True, slots=True)
class Results:
    """All that a run gave."""

    day: date
    fixtures: Sequence[Page]
    captured: Sequence[Page]
    scores: Sequence[Score]
    """On all pages; newscrawl's first."""
    missing: Sequence[Run]
    rouge: str
    """The name and version of the library."""
    rounds: int


def report(results: Results) -> str:
    """Return the document."""
    parts = [
        words.INTRODUCTION,
        _setting(results),
        _summary(results),
        "## Fields\n\n" + words.FIELDS.strip(),
        *_fields(results),
        "## Values where the page has none\n\n" + words.INVENTIONS.strip(),
        tables.inventions(results.scores),
        "## What leaks into bodies\n\n" + words.LEAKS.strip(),
        tables.leaking(results.scores),
        "## Bodies by template\n\n" + words.TEMPLATES.strip(),
        tables.templates(results.scores, [*results.fixtures, *results.captured]),
        _failures(results),
        _truth(results),
        _losses(results),
        words.METHOD,
        words.HOW_TO_RUN,
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _setting(results: Results) -> str:
    versions = ", ".join(
        dict.fromkeys(
            f"{score.run.about['package']} {score.run.about['version']}"
            if score.name != "newscrawl"
            else f"newscrawl ({score.run.about['version']})"
            for score in results.scores
        )
    )
    lines = [
        f"- Run on {results.day.isoformat()}, on {_machine()}.",
        f"- Tools: {versions}.",
        f"- Pages: {len(results.fixtures)} of the project's own making, {_captured(results)}.",
        f"- ROUGE-LSum by {results.rouge}; times are the least of {results.rounds}.",
        *(f"- Not run: {run.tool.name}, because {run.missing}." for run in results.missing),
    ]
    return "\n".join(lines)


def _captured(results: Results) -> str:
    if not results.captured:
        return "none captured from the site, for none were at hand"
    return f"{len(results.captured)} captured from the site"


def _machine() -> str:
    python = ".".join(platform.python_version_tuple()[:2])
    return (
        f"a machine with {os.cpu_count()} cores "
        f"({platform.system()}, {platform.machine()}), Python {python}"
    )


def _summary(results: Results) -> str:
    return "\n\n".join(["## In short", words.SUMMARY.strip(), *_wholes(results)])


def _wholes(results: Results) -> list[str]:
    own = tables.whole("own pages", _on(results, results.fixtures))
    if not results.captured:
        return [own]
    return [own, tables.whole("captured pages", _on(results, results.captured))]


def _fields(results: Results) -> list[str]:
    own = ["### Own pages", tables.fields(_on(results, results.fixtures))]
    if not results.captured:
        return own
    return [*own, "### Captured pages", tables.fields(_on(results, results.captured))]


def _on(results: Results, pages: Sequence[Page]) -> list[Score]:
    return [score.on(pages) for score in results.scores]


def _failures(results: Results) -> str:
    lines = [
        f"- {score.name}: {number} × `{name}`"
        for score in results.scores
        for name, number in score.errors().items()
    ]
    return "## Errors\n\n" + ("\n".join(lines) or "No tool raised an error on any page.")


def _truth(results: Results) -> str:
    ours = results.scores[0]
    wrong = differences(ours)
    text = words.TRUTH.format(values=checked(ours), pages=len(results.fixtures))
    return "\n\n".join([text.strip(), "\n".join(wrong) or "There are no differences."])


def _losses(results: Results) -> str:
    measured = losses(results.scores)
    text = "\n".join(measured) or "- In none of the measures above is another tool ahead."
    return f"{words.LOSSES.strip()}\n\n{text}\n\n{words.LIMITS.strip()}"
