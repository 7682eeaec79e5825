"""The monitors of a run: each hands the run report to one check of :mod:`newscrawl.verdict`."""

from typing import Any, ClassVar

from spidermon import Monitor, MonitorSuite

from newscrawl.monitors.actions import chosen
from newscrawl.verdict import CHECKS


class ReportMonitor(Monitor):  # type: ignore[misc]  # Spidermon has no types
    """A monitor of the run report."""

    def check(self, name: str) -> None:
        """Fail with what a check finds, and leave its findings for the verdict."""
        found = list(CHECKS[name](self.data.report))
        self.data.findings.extend(found)
        if found:
            self.fail("; ".join(finding.reason for finding in found))


class RunMonitor(ReportMonitor):
    """How the run went."""

    def test_the_storage_held(self) -> None:
        """Everything that was to be kept is kept."""
        self.check("storage")

    def test_the_run_came_to_its_end(self) -> None:
        """Nothing ended it early."""
        self.check("end")

    def test_the_sums_add_up(self) -> None:
        """Every story that was found has an outcome."""
        self.check("sums")

    def test_nothing_of_ours_failed(self) -> None:
        """There was no error in our own code."""
        self.check("errors")

    def test_the_requests_are_within_bounds(self) -> None:
        """No more was asked for than the stories account for."""
        self.check("requests")


class SiteMonitor(ReportMonitor):
    """How the site answered, and whether it is what it was."""

    def test_feeds_and_listings_came(self) -> None:
        """Discovery could be used."""
        self.check("discovery")

    def test_days_are_listed(self) -> None:
        """Something leads to every day of the range."""
        self.check("days")

    def test_stories_came(self) -> None:
        """No story was refused, failed or given up."""
        self.check("stories")

    def test_fields_are_found_as_before(self) -> None:
        """No field that used to be found is missing now."""
        self.check("coverage")

    def test_there_is_news(self) -> None:
        """The site has not been silent for longer than it ever was."""
        self.check("silence")


class RunSuite(MonitorSuite):  # type: ignore[misc]  # Spidermon has no types
    """All monitors, and the notifications that ``NEWSCRAWL_NOTIFY`` names."""

    monitors: ClassVar[list[type[Monitor]]] = [RunMonitor, SiteMonitor]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what Spidermon gives, the crawler among it.

        Raises:
            CannotRun: a notification is unknown, or lacks a setting or a package.
        """
        super().__init__(*args, **kwargs)
        for action in chosen(self._crawler):
            self.monitors_finished_actions.append(action)
