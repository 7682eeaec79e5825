"""A program that somebody ends does what it does at Ctrl-C."""

import signal

import pytest

from newscrawl.stopping import stopped_as_by_ctrl_c


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_that_end_a_program(number: signal.Signals) -> None:
    """They interrupt the block, and nothing else of the program."""
    before = signal.getsignal(number)
    with pytest.raises(KeyboardInterrupt), stopped_as_by_ctrl_c():
        signal.raise_signal(number)
    assert signal.getsignal(number) is before


def test_what_is_ignored_goes_on_being_ignored() -> None:
    """As under ``nohup``."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stopped_as_by_ctrl_c():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
