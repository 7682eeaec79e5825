"""Spidermon, run on the finished report: its monitors make the verdict, its actions tell of it."""

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Self
from urllib.request import Request, urlopen

from scrapy.crawler import Crawler
from spidermon import MonitorSuite
from spidermon.contrib.scrapy.extensions import Spidermon
from spidermon.contrib.scrapy.runners import SpiderMonitorResult, SpiderMonitorRunner
from spidermon.results.monitor import MonitorResult

from newscrawl.exits import CannotRun, ExitCode
from newscrawl.extensions.lifecycle import RunLifecycle, run_of
from newscrawl.extensions.measures import Measures
from newscrawl.extensions.quarantine import Quarantine
from newscrawl.monitors.alarm import Alarm, is_over, mark_told
from newscrawl.report import Report, earlier_findings, judged, write_report
from newscrawl.verdict import Finding, judge, remember, unwatched

logger = logging.getLogger(__name__)

_PING_SECONDS = 10
_PLACE = "{exit_code}"


class QuietResult(SpiderMonitorResult):  # type: ignore[misc]  # Spidermon has no types
    """Leaves it to the summary to say what failed; a traceback says nothing to an operator."""

    def log(self, msg: object, level: int = logging.DEBUG) -> None:
        """Log in the spider's name; Spidermon does it by a call that Scrapy gives up."""
        self.spider.logger.log(level, "[Spidermon] %s", msg)

    def log_error(self, msg: object) -> None:
        """Log what Spidermon takes for an error."""
        self.log_info(msg)


class TwoStepRunner(SpiderMonitorRunner):  # type: ignore[misc]  # Spidermon has no types
    """Lets the monitors judge first, and the actions tell of it when the report is written."""

    data: Any

    def create_result(self) -> MonitorResult:
        """Return what the suite reports to."""
        return QuietResult(self.spider)

    def run_suite(self) -> MonitorResult:
        """Run the monitors alone."""
        self.result.start()
        self.run_monitors()
        return self.result

    def tell(self, alarm: Alarm) -> Iterator[str]:
        """Run the actions; yield what went wrong with them."""
        self.data = type(self.data)(self.data | {"alarm": alarm})
        self.run_actions()
        self.result.finish()
        for results in (
            self.result.monitors_finished_action_results,
            self.result.monitors_passed_action_results,
            self.result.monitors_failed_action_results,
        ):
            yield from (
                f"{done.action.name}: {_kind(done.error)}" for done in results if done.error
            )


class Monitors(Spidermon):  # type: ignore[misc]  # Spidermon has no types
    """Spidermon's extension, in the hands of the run's life instead of a signal's.

    Spidermon itself runs its suites on a signal, before or after the report, as it happens, and
    whatever they find the exit code stays 0.
    """

    def __init__(self, crawler: Crawler, *args: Any, **kwargs: Any) -> None:
        """Load the suites.

        Raises:
            CannotRun: a suite cannot be loaded.
            NotConfigured: Spidermon is switched off.
        """
        try:
            super().__init__(crawler, *args, **kwargs)
        except (ImportError, NameError, ValueError) as error:
            raise CannotRun(f"SPIDERMON_SPIDER_CLOSE_MONITORS: {error}") from error
        self._runners: list[TwoStepRunner] = []
        self._is_to_tell = False
        self._untold: Report | None = None
        """The report as it is when nobody could be told."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension of a crawler."""
        extension: Self = super().from_crawler(crawler)
        return extension

    def spider_opened(self, spider: Any) -> None:
        """Offer to judge the run; by now all extensions are there."""
        super().spider_opened(spider)
        lifecycle = self.crawler.get_extension(RunLifecycle)
        if lifecycle is not None:
            lifecycle.watch = self

    def spider_closed(self, spider: Any) -> None:
        """Stop what ran from time to time; the suites wait for the report."""
        for task in self.periodic_tasks[spider]:
            task.stop()

    def judge(self, report: Report) -> Report:
        """Return the report with the monitors' verdict, and what was known of it before."""
        found, said = self._ask_monitors(report)
        found = [self._with_page(finding, report) for finding in found]
        now = report.started_at
        earlier = earlier_findings(report, run_of(self.crawler).places.runs)
        found = remember(found, earlier, now)
        again = timedelta(hours=self.crawler.settings.getfloat("NEWSCRAWL_NOTIFY_AGAIN_HOURS"))
        marked, is_due = mark_told(found, datetime.fromisoformat(now), again)
        self._is_to_tell = is_due or is_over(found, earlier)
        self._untold = judged(report, found, said)
        tells = bool(self.crawler.settings.getlist("NEWSCRAWL_NOTIFY"))
        return judged(report, marked, said) if tells else self._untold

    def _ask_monitors(self, report: Report) -> tuple[list[Finding], dict[str, str]]:
        """Return what the monitors find; where they fail to report, what the checks do."""
        findings: list[Finding] = []
        said: dict[str, str] = {}
        self._runners = []
        try:
            for suite in self.spider_closed_suites:
                said |= self._ask(suite, report, findings)
        except Exception as error:
            logger.exception("the monitors failed")
            return [*judge(report), unwatched(repr(error))], said
        if not said:
            return [*judge(report), unwatched("no suite in SPIDERMON_SPIDER_CLOSE_MONITORS")], said
        return findings, said

    def _ask(self, suite: MonitorSuite, report: Report, findings: list[Finding]) -> dict[str, str]:
        spider = self.crawler.spider
        runner = TwoStepRunner(spider=spider)
        _keep_tests(suite)
        before = len(findings)
        data = self._generate_data_for_spider(spider)
        result = runner.run(suite, **data, report=report, findings=findings)
        self._runners.append(runner)
        findings += _unexplained(result, findings[before:])
        told = len(result.monitor_results)
        if told < suite.number_of_monitors or not told:
            findings.append(unwatched(f"{told} of {suite.number_of_monitors} of {suite.name}"))
        return {done.monitor.full_name: done.status.lower() for done in result.monitor_results}

    def _with_page(self, finding: Finding, report: Report) -> Finding:
        """Return a finding on a field with a page of this run that lacks it, put in quarantine."""
        fall = next((fall for fall in report.falls if fall.key == finding.key), None)
        measures = self.crawler.get_extension(Measures)
        quarantine = self.crawler.get_extension(Quarantine)
        response = measures.lacking.get(fall.field) if fall and measures else None
        if response is None or quarantine is None:
            return finding
        name = re.sub(r"\W+", "-", fall.field) if fall else ""
        page = quarantine.keep(response, finding.key, f"without-{name}")
        return replace(finding, example=response.url, page=str(page) if page else None)

    def tell(self, report: Report) -> None:
        """Notify, where there is news, and tell the dead-man's switch that the run was."""
        run = run_of(self.crawler)
        alarm = Alarm(report, str(run.places.runs / f"{report.run_id}.json"))
        if self._is_to_tell:
            troubles = [trouble for runner in self._runners for trouble in runner.tell(alarm)]
            for trouble in troubles:
                logger.error("a notification could not be sent: %s", trouble)
            if troubles and self._untold is not None:  # or nobody would be told for a day
                with run.storing():
                    write_report(self._untold, run.places.runs)
        url = self.crawler.settings.get("NEWSCRAWL_PING_URL")
        if url:
            _ping(url, alarm)


def _kind(trouble: str) -> str:
    """Return an error without its words: they may have the address in them, and so a token."""
    return trouble.strip().splitlines()[-1].partition(":")[0]


def _keep_tests(suite: MonitorSuite) -> None:
    """Keep unittest from taking a suite's tests away as it runs them: they are counted after."""
    suite._cleanup = False  # noqa: SLF001 - unittest's own switch for it
    for part in suite:
        if isinstance(part, MonitorSuite):
            _keep_tests(part)


def _unexplained(result: MonitorResult, explained: Iterable[Finding]) -> Iterator[Finding]:
    """Yield a finding for each monitor that failed without a check of ours: one of the user's."""
    reasons = {finding.reason for finding in explained}
    for failed in result.monitors_failed_results:
        rest = failed.reason or failed.error
        for reason in reasons:
            rest = rest.replace(reason, "")
        if rest.strip("; "):
            name = failed.monitor.full_name
            why = failed.reason or failed.error.strip().splitlines()[-1]
            yield Finding(f"monitor {name}", ExitCode.INCOMPLETE, f"{name}: {why}")


def _ping(url: str, alarm: Alarm) -> None:
    """Ask for the operator's address: after a healthy run, or where it takes the code, after any.

    A ping that does not come is what raises the alarm, so nothing here may end a run.
    """
    code = alarm.report.exit_code
    if _PLACE not in url and code != ExitCode.HEALTHY:
        return
    address = url.replace(_PLACE, str(code))
    if not address.startswith(("http://", "https://")):
        logger.error("NEWSCRAWL_PING_URL is no http address")
        return
    try:
        request = Request(address, str(alarm).encode(), method="POST")  # noqa: S310 - checked above
        with urlopen(request, timeout=_PING_SECONDS):  # noqa: S310 - as above
            pass
    except (OSError, ValueError) as error:
        logger.warning("NEWSCRAWL_PING_URL could not be reached: %s", error)
