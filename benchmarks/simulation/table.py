"""The result on a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from benchmarks.simulation.delays import Delay
from benchmarks.simulation.later import Fate, Later
from benchmarks.simulation.result import Result

_FATES: dict[Fate, str] = {
    "caught": "caught",
    "missed": "missed",
    "seen_at_once": "made before the first fetch",
    "replaced": "replaced by another before the revisit",
    "taken_down": "of stories taken down before the revisit",
    "too_late": "made after the last revisit",
    "pending": "whose revisit is still to come",
}
_MOST_NAMED = 5


def show(result: Result, console: Console) -> None:
    """Print the figures, then the goals."""
    figures = Table(show_header=False, box=None, pad_edge=False)
    for name, value in _figures(result):
        figures.add_row(name, value)
    console.print(figures)
    goals = Table("goal", "wanted", "found", "", box=None, pad_edge=False)
    for goal in result.goals():
        met = "met" if goal.is_met else "[bold red]MISSED[/]"
        goals.add_row(goal.name, goal.wanted, goal.found, met)
    console.print()
    console.print(goals)
    for name, ids in _named(result):
        more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
        console.print(f"{name}: {', '.join(ids[:_MOST_NAMED])}{more}")


def _figures(result: Result) -> Iterable[tuple[str, str]]:
    yield from _kept(result)
    yield from _asked(result)
    yield from _ran(result)


def _kept(result: Result) -> Iterable[tuple[str, str]]:
    played, stories = result.played, result.stories
    every = int(played.plan.every.total_seconds() / 60)
    runs = f"{played.plan.days} days, a run every {every} minutes: {len(played.runs):,} runs"
    yield "simulated", f"{runs} in {played.seconds:,.0f} s"
    there = f"{stories.published:,} published, {stories.astray} of them off the section"
    numbers = f"{there}, {stories.kept:,} kept"
    yield "world stories", f"{numbers}, {stories.unseen} gone before a run could see them"
    yield "other stories kept", f"{stories.elsewhere:,}: older ones, and what links led to"
    yield "lines", f"{stories.lines:,}, {result.lines_bytes / 1e6:.1f} MB"
    yield "lines for a new template alone", str(stories.restated)
    yield "corrections", _fates(result.corrections)
    yield "takedowns", _fates(result.takedowns)


def _asked(result: Result) -> Iterable[tuple[str, str]]:
    traffic, idle = result.traffic, result.idle
    pages = ", ".join(f"{number:,} {why}" for why, number in sorted(traffic.pages.items()))
    yield "article pages in full", pages
    with_template = f"{result.pages_per_story_with_template:.3f} with those of the new template"
    yield "pages per story or correction", f"{result.pages_per_story:.3f}; {with_template}"
    for kind, statuses in traffic.kinds.items():
        yield f"requests: {kind}", ", ".join(f"{n:,} × {s}" for s, n in statuses.items())
    yield "requests in trouble", f"{traffic.in_trouble:,}"
    yield "traffic", f"{traffic.requests:,} requests, {traffic.megabytes:,.1f} MB both ways"
    if idle.runs:
        most = f"at most {idle.most_bytes:,} in {idle.most_requests} requests"
        yield "idle runs", f"{idle.runs:,}; usually {idle.usual_bytes:,} bytes, {most}"


def _ran(result: Result) -> Iterable[tuple[str, str]]:
    yield "publication to record", _delay(result.delay)
    yield "the same about trouble", _delay(result.delay_in_trouble)
    for phase, codes in result.exit_codes.items():
        yield f"runs: {phase}", ", ".join(f"{n:,} × {code}" for code, n in codes.items())
    for why, number in result.alarms.items():
        yield "quiet, and not well", f"{number:,} × {why}"
    if result.alarmed_until is not None:
        yield "alarm on the new template", f"until {result.alarmed_until:,.0f} hours after it"
    if result.idle.median_seconds is not None:
        yield "time of an idle run", f"{result.idle.median_seconds * 1000:.0f} ms in the median"
    yield "memory, crawler and site", _memory(result)
    yield "ledger", f"{result.ledger_bytes / 1e6:.1f} MB"


def _fates(later: Later) -> str:
    parts = [
        f"{later.fates[fate]} {words}" for fate, words in _FATES.items() if fate in later.fates
    ]
    return ", ".join(parts) or "none"


def _delay(delay: Delay) -> str:
    if delay.longest is None:
        return "no stories"
    return (
        f"{delay.stories:,} stories, minutes: median {delay.median:.0f}, p99 {delay.p99:.0f},"
        f" longest {delay.longest:.0f}"
    )


def _memory(result: Result) -> str:
    most = f"at most {result.peak_memory / 1e6:.0f} MB"
    days = [f"{held / 1e6:.0f} MB" for held in result.played.resident]
    return f"{most}; {days[0]} after a day, {days[-1]} at the end" if days else most


def _named(result: Result) -> Iterable[tuple[str, list[str]]]:
    lists = {
        "missed": result.stories.missed,
        "duplicated": result.stories.duplicated,
        "untrue": result.stories.untrue,
        "corrections missed": result.corrections.missed,
        "takedowns missed": result.takedowns.missed,
    }
    return ((name, ids) for name, ids in lists.items() if ids)
