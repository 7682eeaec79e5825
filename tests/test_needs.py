"""A test that lacks a program skips on a user's machine and fails where all was to be installed."""

import pytest

from tests import needs


def test_a_program_that_is_there() -> None:
    """What is installed is named with its path."""
    [shell] = needs.programs("sh")
    assert shell.endswith("/sh")


def test_a_skip_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads that a test was skipped learns what to install."""
    monkeypatch.delenv("NEWSCRAWL_NO_SKIPS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="not installed here: no-such-program"):
        needs.programs("sh", "no-such-program")


def test_a_skip_can_be_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everything is to be there, a missing program is a failure."""
    monkeypatch.setenv("NEWSCRAWL_NO_SKIPS", "1")
    with pytest.raises(pytest.fail.Exception, match="not installed here: no-such-program"):
        needs.programs("no-such-program")
