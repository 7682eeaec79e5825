"""The exit code is the gravest of what was found, and every reason is told."""

from typing import cast

import pytest

from newscrawl.exits import ExitCode
from newscrawl.ledger.outcomes import Outcome
from newscrawl.run import Run, Trouble
from newscrawl.verdict import judge

FEED = "https://www.antaranews.com/rss/dunia.xml"


class Ended:
    """The part of a run that is judged."""

    def __init__(
        self, storage: str | None = None, troubles: tuple[Trouble, ...] = (), errors: int = 0
    ) -> None:
        """Say what went wrong."""
        self.storage_failure = storage
        self.troubles = list(troubles)
        self.errors = errors


FAILED = Trouble(FEED, "failed", "timeout", "it took too long")
REFUSED = Trouble(FEED, "refused", "http_403", "forbidden")


@pytest.mark.parametrize(
    ("run", "outcomes", "finish_reason", "code"),
    [
        (Ended(), {}, "finished", ExitCode.HEALTHY),
        (Ended(), {"new": {"": 3}, "gone": {"http_404": 1}}, "finished", ExitCode.HEALTHY),
        (Ended(), {"deferred": {"max_articles": 9}}, "finished", ExitCode.HEALTHY),
        (Ended(), {"deferred": {"time_budget": 9}}, "closespider_timeout", ExitCode.HEALTHY),
        (Ended(), {"dropped": {"no_template": 1}}, "finished", ExitCode.HEALTHY),
        (Ended(), {"dropped": {"no_template": 4}}, "finished", ExitCode.HEALTHY),
        (Ended(), {"dropped": {"no_body": 6}, "new": {"": 5}}, "finished", ExitCode.SITE_CHANGED),
        (Ended(), {"dropped": {"no_body": 6}, "new": {"": 6}}, "finished", ExitCode.HEALTHY),
        (Ended(), {"failed": {"timeout": 1}}, "finished", ExitCode.INCOMPLETE),
        (Ended(), {"deferred": {"unfinished": 1}}, "finished", ExitCode.INCOMPLETE),
        (Ended(), {}, "shutdown", ExitCode.INCOMPLETE),
        (Ended(), {}, "killed", ExitCode.INCOMPLETE),
        (Ended(troubles=(FAILED,)), {}, "finished", ExitCode.INCOMPLETE),
        (Ended(errors=1), {}, "finished", ExitCode.INCOMPLETE),
        (Ended(), {"refused": {"robots": 1}}, "finished", ExitCode.REFUSED),
        (Ended(troubles=(FAILED, REFUSED)), {}, "finished", ExitCode.REFUSED),
        (
            Ended("disk full", (REFUSED,), 1),
            {"failed": {"timeout": 1}},
            "storage_failed",
            ExitCode.STORAGE_FAILED,
        ),
    ],
)
def test_the_gravest_counts(
    run: Ended, outcomes: dict[Outcome, dict[str, int]], finish_reason: str, code: ExitCode
) -> None:
    """Storage before refusal before incompleteness; a limit, a copy or a gone story is no fault."""
    verdict = judge(cast("Run", run), outcomes, finish_reason)
    assert verdict.exit_code == code
    assert bool(verdict.reasons) == (code != ExitCode.HEALTHY)


def test_every_reason_is_told() -> None:
    """A run with several faults names them all, with the address where there is one."""
    run = Ended(troubles=(FAILED, REFUSED))
    verdict = judge(cast("Run", run), {"failed": {"timeout": 2}}, "shutdown")
    assert verdict.reasons == (
        "the run was ended early (shutdown)",
        f"{FEED}: timeout",
        f"{FEED}: http_403",
        "2 failed",
    )
