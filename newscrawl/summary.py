"""What a person reads when a run is over."""

from pathlib import Path

from newscrawl.exits import ExitCode
from newscrawl.ledger.outcomes import OUTCOMES
from newscrawl.report import Report

_VERDICTS = {
    ExitCode.HEALTHY: "healthy",
    ExitCode.INCOMPLETE: "incomplete; the next run takes up what is left",
    ExitCode.REFUSED: "refused by the site",
    ExitCode.SITE_CHANGED: "most pages could not be read: has the site changed?",
    ExitCode.STORAGE_FAILED: "storage failed; nothing that was kept is lost",
}
_MOST_REASONS = 4
_KILO = 1000


def summary(report: Report, runs: Path) -> str:
    """Return the summary of a run, at most 80 columns wide but for long paths and addresses."""
    if report.unreachable is not None:
        return (
            f"antara: the site could not be reached ({report.unreachable});"
            " nothing is lost, the next run tries again"
        )
    rows = [f"antara: {_VERDICTS[ExitCode(report.exit_code)]} (exit code {report.exit_code})"]
    rows += [f"  {'because':<10} {reason}" for reason in report.reasons[:_MOST_REASONS]]
    if len(report.reasons) > _MOST_REASONS:
        rows.append(f"  {'':<10} and {len(report.reasons) - _MOST_REASONS} more, in the report")
    rows.append(f"  {'found':<10} {report.found:>6}")
    rows += [_outcome(report, name) for name in OUTCOMES if name in report.outcomes]
    size = amount(report.bytes_received)
    rows.append(f"  {'requests':<10} {report.requests:>6}  {size} in {report.seconds} s")
    if report.lines_taken_in or report.bytes_cut:
        rows.append(
            f"  {'mended':<10} {report.lines_taken_in:>6}"
            f"  lines taken in, {report.bytes_cut} bytes of a torn line cut"
        )
    rows += [f"  {'records':<10} {name}" for name in report.files]
    path = runs / f"{report.run_id}.json"
    if path.exists():  # a full disk may have had no room for it
        rows.append(f"  {'report':<10} {path}")
    return "\n".join(rows)


def _outcome(report: Report, name: str) -> str:
    reasons = report.outcomes[name]  # type: ignore[index]
    total = sum(reasons.values())
    named = ", ".join(f"{reason} {count}" for reason, count in reasons.items() if reason)
    return f"  {name:<10} {total:>6}  {named}".rstrip()


def amount(number: int) -> str:
    """Return a number of bytes in a unit that is short to read, in powers of 1000."""
    size = float(number)
    for unit in ("B", "kB", "MB"):
        if size < _KILO:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= _KILO
    return f"{size:.1f} GB"
