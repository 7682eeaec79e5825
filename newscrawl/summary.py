"""What a person reads when a run is over."""

from datetime import datetime
from pathlib import Path
from textwrap import wrap

from newscrawl.clock import WIB
from newscrawl.exits import ExitCode
from newscrawl.ledger.outcomes import OUTCOMES
from newscrawl.monitors.alarm import VERDICTS
from newscrawl.report import Report

_MOST_REASONS = 4
_KILO = 1000
_COLUMNS = 80


def summary(report: Report, runs: Path) -> str:
    """Return the summary of a run, at most 80 columns wide but for long paths and addresses."""
    if report.finish_reason == "held" and report.held is not None:
        return report.held
    if report.unreachable is not None:
        return (
            f"antara: the site could not be reached ({report.unreachable});"
            " nothing is lost, the next run tries again"
        )
    rows = [f"antara: {VERDICTS[ExitCode(report.exit_code)]} (exit code {report.exit_code})"]
    for number, reason in enumerate(report.reasons[:_MOST_REASONS]):
        rows += _wrapped("" if number else "because", reason)
    if len(report.reasons) > _MOST_REASONS:
        rows.append(f"  {'':<10} and {len(report.reasons) - _MOST_REASONS} more, in the report")
    rows.append(f"  {'found':<10} {report.found:>6}")
    rows += [_outcome(report, name) for name in OUTCOMES if name in report.outcomes]
    size = amount(report.bytes_received)
    same = f", {report.not_modified} not modified" if report.not_modified else ""
    rows.append(f"  {'requests':<10} {report.requests:>6}  {size} in {report.seconds} s{same}")
    rows += _later(report)
    rows += _days(report)
    if report.lines_taken_in or report.bytes_cut:
        rows.append(
            f"  {'mended':<10} {report.lines_taken_in:>6}"
            f"  lines taken in, {report.bytes_cut} bytes of a torn line cut"
        )
    rows += _archived(report)
    rows += [f"  {'records':<10} {name}" for name in report.files]
    path = runs / f"{report.run_id}.json"
    if path.exists():  # a full disk may have had no room for it
        rows.append(f"  {'report':<10} {path}")
    return "\n".join(rows)


def _archived(report: Report) -> list[str]:
    """Return a row on the archive, where anything happened to it."""
    kept = report.archive
    if kept is None or not (kept.records or kept.bytes_cut):
        return []
    cut = f", {kept.bytes_cut} bytes of a torn end cut" if kept.bytes_cut else ""
    return [f"  {'archive':<10} {kept.records:>6}  WARC records, {amount(kept.bytes)}{cut}"]


def _wrapped(name: str, text: str) -> list[str]:
    """Return rows for a text of any length; an address or a path is never parted."""
    first, rest = f"  {name:<10} ", " " * 13
    return wrap(
        text,
        _COLUMNS,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _later(report: Report) -> list[str]:
    """Return a row on the stories whose page is still to be had."""
    if not report.to_retry.stories or report.to_retry.next is None:
        return []
    due = datetime.fromisoformat(report.to_retry.next)
    when = f"from {due.astimezone(WIB):%Y-%m-%d %H:%M} WIB on"
    if due <= datetime.fromisoformat(report.finished_at):
        when = "by the next run"
    return [f"  {'to retry':<10} {report.to_retry.stories:>6}  {when}"]


def _days(report: Report) -> list[str]:
    """Return rows on the days of the range, where some are no matter of course."""
    told = report.range
    if told is None or not (report.days or told.thin):
        return []
    numbers = {"done": told.done, "left": told.left, "not offered": told.not_offered}
    named = ", ".join(f"{name} {count}" for name, count in numbers.items() if count)
    rows = [f"  {'days':<10} {told.days:>6}  {named}".rstrip()]
    return rows + (_wrapped("thin days", ", ".join(told.thin)) if told.thin else [])


def _outcome(report: Report, name: str) -> str:
    reasons = report.outcomes[name]  # type: ignore[index]
    total = sum(reasons.values())
    named = ", ".join(f"{reason} {count}" for reason, count in reasons.items() if reason)
    row = f"  {name:<10} {total:>6}  "
    rows = wrap(
        named, _COLUMNS, initial_indent=row, subsequent_indent=" " * len(row),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return "\n".join(rows) or row.rstrip()


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
