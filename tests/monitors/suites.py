"""Suites that an operator might name in SPIDERMON_SPIDER_CLOSE_MONITORS."""

from typing import ClassVar

from spidermon import Monitor, MonitorSuite


class Picky(Monitor):  # type: ignore[misc]  # Spidermon has no types
    """A monitor of the operator's own."""

    def test_there_are_a_million_stories(self) -> None:
        """There never are."""
        self.fail("too few stories for my taste")


class Broken(Monitor):  # type: ignore[misc]  # as above
    """A monitor with a bug."""

    def test_something(self) -> None:
        """Fail by accident."""
        raise ZeroDivisionError("my bug")


class Own(MonitorSuite):  # type: ignore[misc]  # as above
    """What an operator adds."""

    monitors: ClassVar[list[type[Monitor]]] = [Picky, Broken]


class Empty(MonitorSuite):  # type: ignore[misc]  # as above
    """A suite without monitors."""
