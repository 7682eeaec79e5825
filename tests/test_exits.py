"""Exit codes are fixed: scripts and cron lines rely on them."""

from newscrawl.exits import ArgumentError, CannotRun, ExitCode, Locked, StorageFailed


def test_the_numbers() -> None:
    """Every exit code keeps its number."""
    assert {code.name: code.value for code in ExitCode} == {
        "HEALTHY": 0,
        "NOT_STARTED": 1,
        "BAD_ARGUMENT": 2,
        "INCOMPLETE": 3,
        "REFUSED": 4,
        "SITE_CHANGED": 5,
        "STORAGE_FAILED": 6,
        "LOCKED": 75,
    }


def test_what_keeps_a_run_from_starting() -> None:
    """Each reason not to start has its own code."""
    reasons = (CannotRun, ArgumentError, StorageFailed, Locked)
    assert [reason.exit_code for reason in reasons] == [1, 2, 6, 75]
