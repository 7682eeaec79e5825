"""What a person reads when a run is over: rows of a name, a number, and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from textwrap import wrap

from newscrawl.clock import WIB
from newscrawl.exits import ExitCode
from newscrawl.ledger.outcomes import OUTCOMES
from newscrawl.monitors.alarm import VERDICTS
from newscrawl.report import Report
from newscrawl.terminal import MOST_COLUMNS

_MOST_REASONS = 4
_KILO = 1000
_NUMBER = 6
"""Columns of a number; where one has more, all have."""
MOST_HEADLINES = 5
_BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Headline:
    """A story that the run kept, in one line in which nothing steers a terminal."""

    text: str
    published: datetime | None

    def when(self) -> datetime:
        """Return when it was published; what has no date is the oldest."""
        return self.published or _BEGINNING


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the summary."""

    name: str
    text: str = ""
    number: int | None = None
    is_path: bool = False
    """Whether the text is not to be parted."""

    def lines(self, columns: int, width: int) -> list[str]:
        """Return it, wrapped; an address or a path is never parted.

        Args:
            columns: how many there are.
            width: of the numbers.
        """
        number = "" if self.number is None else f"{self.number:>{width},}  "
        first = f"  {self.name:<10} {number}"
        if self.is_path:
            return [first + self.text]
        rows = wrap(
            self.text,
            columns,
            initial_indent=first,
            subsequent_indent=" " * len(first),
            break_long_words=False,
            break_on_hyphens=False,
        )
        return rows or [first.rstrip()]


def summary(report: Report, runs: Path) -> str:
    """Return the summary of a run, at most 80 columns wide but for long paths and addresses."""
    lines = [title(report)]
    for _, part in laid_out(report, runs, MOST_COLUMNS):
        lines += part
    return "\n".join(lines)


def title(report: Report) -> str:
    """Return the verdict: all that is to be said where nobody was asked, or nobody answered."""
    if report.finish_reason == "held" and report.held is not None:
        return report.held
    if report.unreachable is not None:
        return (
            f"antara: the site could not be reached ({report.unreachable});"
            " nothing is lost, the next run tries again"
        )
    return f"antara: {VERDICTS[ExitCode(report.exit_code)]} (exit code {report.exit_code})"


def laid_out(report: Report, runs: Path, columns: int) -> list[tuple[Row, list[str]]]:
    """Return the rows under the verdict, each with its lines."""
    if (report.finish_reason == "held" and report.held is not None) or report.unreachable:
        return []
    rows = list(_rows(report, runs))
    width = max(_NUMBER, *(len(f"{row.number:,}") for row in rows if row.number is not None))
    return [(row, row.lines(columns, width)) for row in rows]


def _rows(report: Report, runs: Path) -> Iterator[Row]:
    for number, reason in enumerate(report.reasons[:_MOST_REASONS]):
        yield Row("" if number else "because", reason)
    if len(report.reasons) > _MOST_REASONS:
        yield Row("", f"and {len(report.reasons) - _MOST_REASONS} more, in the report")
    yield Row("found", number=report.found)
    for outcome in OUTCOMES:
        if outcome in report.outcomes:
            reasons = report.outcomes[outcome]
            named = ", ".join(f"{reason} {count:,}" for reason, count in reasons.items() if reason)
            yield Row(outcome, named, sum(reasons.values()))
    same = f", {report.not_modified:,} not modified" if report.not_modified else ""
    size = amount(report.bytes_received)
    yield Row("requests", f"{size} in {report.seconds} s{same}", report.requests)
    yield from _later(report)
    yield from _days(report)
    yield from _mended(report)
    for name in report.files:
        yield Row("records", name, is_path=True)
    path = runs / f"{report.run_id}.json"
    if path.exists():  # a full disk may have had no room for it
        yield Row("report", str(path), is_path=True)


def _later(report: Report) -> Iterator[Row]:
    """Yield a row on the stories whose page is still to be had."""
    if not report.to_retry.stories or report.to_retry.next is None:
        return
    due = datetime.fromisoformat(report.to_retry.next)
    when = f"from {due.astimezone(WIB):%Y-%m-%d %H:%M} WIB on"
    if due <= datetime.fromisoformat(report.finished_at):
        when = "by the next run"
    yield Row("to retry", when, report.to_retry.stories)


def _days(report: Report) -> Iterator[Row]:
    """Yield rows on the days of the range, where some are no matter of course."""
    told = report.range
    if told is None or not (report.days or told.thin):
        return
    numbers = {"done": told.done, "left": told.left, "not offered": told.not_offered}
    named = ", ".join(f"{name} {count:,}" for name, count in numbers.items() if count)
    yield Row("days", named, told.days)
    if told.thin:
        yield Row("thin days", ", ".join(told.thin))


def _mended(report: Report) -> Iterator[Row]:
    """Yield rows on the files: what a run that died had left, and what went into the archive."""
    if report.lines_taken_in or report.bytes_cut:
        torn = f"lines taken in, {report.bytes_cut:,} bytes of a torn line cut"
        yield Row("mended", torn, report.lines_taken_in)
    kept = report.archive
    if kept is not None and (kept.records or kept.bytes_cut):
        cut = f", {kept.bytes_cut:,} bytes of a torn end cut" if kept.bytes_cut else ""
        yield Row("archive", f"WARC records, {amount(kept.bytes)}{cut}", kept.records)


def amount(number: int) -> str:
    """Return a number of bytes in a unit that is short to read, in powers of 1000."""
    size = float(number)
    for unit in ("B", "kB", "MB"):
        if size < _KILO:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= _KILO
    return f"{size:.1f} GB"


def counted(number: int, one: str, more: str | None = None) -> str:
    """Return a number with what it counts."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
