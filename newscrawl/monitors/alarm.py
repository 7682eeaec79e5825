"""What a notification says, and when there is one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newscrawl.exits import ExitCode
from newscrawl.ledger.outcomes import GIVEN_UP
from newscrawl.report import Report
from newscrawl.verdict import Finding

VERDICTS = {
    ExitCode.HEALTHY: "healthy",
    ExitCode.INCOMPLETE: "incomplete; the next run takes up what is left",
    ExitCode.REFUSED: "refused by the site",
    ExitCode.SITE_CHANGED: "the site has changed",
    ExitCode.STORAGE_FAILED: "storage failed; nothing that was kept is lost",
}
"""What an exit code means, for a person."""

_MEND_ITSELF = timedelta(hours=1)
"""What is incomplete and may be whole in the next run is told of when it has lasted so long."""
_CHAT = 1900
"""Discord takes 2000 characters, Telegram 4096."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A notification on one run."""

    report: Report
    report_file: str

    @property
    def title(self) -> str:
        """Say it in a line."""
        code = self.report.exit_code
        return f"antara: {VERDICTS[ExitCode(code)]} (exit code {code})"

    @property
    def short(self) -> str:
        """Say as much as a chat takes in one message."""
        text = str(self)
        return text if len(text) <= _CHAT else f"{text[: _CHAT - 1]}…"

    def __str__(self) -> str:
        """Say each thing with since when, an example, and where its page is kept."""
        lines = [self.title]
        for finding in self.report.findings:
            lines += [f"- {finding.reason}", f"  since {finding.since}"]
            lines += [f"  for example {finding.example}"] if finding.example else []
            lines += [f"  kept as {finding.page}"] if finding.page else []
        return "\n".join([*lines, f"report: {self.report_file}"])


def mark_told(
    findings: Iterable[Finding], now: datetime, again: timedelta
) -> tuple[list[Finding], bool]:
    """Return the findings, and whether any is to be told of now; then all of them are.

    Trouble is told of when it is new, and again from time to time as long as it lasts.
    """
    told = list(findings)
    if not any(_is_due(finding, now, again) for finding in told):
        return told, False
    stamp = now.isoformat(timespec="seconds")
    return [replace(finding, told=stamp) for finding in told], True


def _is_due(finding: Finding, now: datetime, again: timedelta) -> bool:
    if finding.told is not None:
        return now - datetime.fromisoformat(finding.told) >= again
    if finding.exit_code != ExitCode.INCOMPLETE or finding.key == GIVEN_UP:
        return True
    return now - datetime.fromisoformat(finding.since or now.isoformat()) >= _MEND_ITSELF


def is_over(findings: Iterable[Finding], earlier: Iterable[Finding]) -> bool:
    """Tell whether trouble that was told of has gone, and nothing else is wrong."""
    return not list(findings) and any(finding.told for finding in earlier)
