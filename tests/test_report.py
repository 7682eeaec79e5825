"""The report is written whole, read by the next run, and explained field by field."""

import json
import re
from dataclasses import fields, replace
from pathlib import Path

from newscrawl.daily import DayAccount, RangeAccount
from newscrawl.exits import ExitCode
from newscrawl.report import (
    Archived,
    Coverage,
    Delay,
    Report,
    Waiting,
    earlier_findings,
    judged,
    write_report,
)
from newscrawl.run import Trouble
from newscrawl.verdict import Finding
from tests.reports import make

DOCUMENT = Path(__file__).parents[1] / "docs" / "run-report.md"
FOUND = Finding("failed", ExitCode.INCOMPLETE, "2 failed", since="2026-11-20T05:00:00+00:00")


def test_the_document_names_every_field_and_no_other() -> None:
    """docs/run-report.md has a row for each field, in the report's order."""
    rows = re.findall(r"^\| `([\w.]+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert [row for row in rows if "." not in row] == [part.name for part in fields(Report)]
    nested = {"findings": Finding, "troubles": Trouble, "delay": Delay}
    nested |= {"to_retry": Waiting, "coverage": Coverage, "archive": Archived}
    nested |= {"range": RangeAccount, "days": DayAccount}
    for name, kind in nested.items():
        told = [row.partition(".")[2] for row in rows if row.startswith(f"{name}.")]
        assert told == [part.name for part in fields(kind)], name


def test_a_verdict_is_put_into_the_report() -> None:
    """Exit code, reasons and findings say the same; nobody answered only where that is all."""
    report = judged(make(unreachable="dns"), [FOUND], {"RunMonitor/x": "failure"})
    assert (report.exit_code, report.reasons) == (3, ("2 failed",))
    assert (report.unreachable, report.monitors) == ("dns", {"RunMonitor/x": "failure"})
    refused = replace(FOUND, exit_code=ExitCode.REFUSED)
    assert judged(make(unreachable="dns"), [refused]).unreachable is None


def test_the_next_run_reads_what_was_found(tmp_path: Path) -> None:
    """The newest report of the same edition and sections counts; others and torn ones do not."""
    earlier = judged(make(run_id="20261120T040000Z"), [FOUND])
    write_report(earlier, tmp_path)
    write_report(make(run_id="20261120T043000Z", scope="en/world"), tmp_path)
    write_report(make(run_id="20261120T043100Z", is_local=False), tmp_path)
    (tmp_path / "20261120T044000Z.json").write_text('{"scope": "id/du', encoding="utf-8")
    (tmp_path / "20261120T044100Z.json").write_text("[]", encoding="utf-8")
    write_report(judged(make(), [replace(FOUND, key="own")]), tmp_path)
    assert earlier_findings(make(), tmp_path) == [FOUND]
    assert earlier_findings(make(scope="jatim/dunia"), tmp_path) == []


def test_the_file_is_json_with_the_fields_of_the_report(tmp_path: Path) -> None:
    """What is written is what the report has, findings and nested counts included."""
    report = judged(
        make(delay=Delay(3, 60, 90), coverage={"article": Coverage(2, {"body": 2})}), []
    )
    write_report(report, tmp_path)
    told = json.loads((tmp_path / f"{report.run_id}.json").read_text(encoding="utf-8"))
    assert list(told) == [part.name for part in fields(Report)]
    assert told["delay"] == {"stories": 3, "median": 60, "longest": 90}
    assert told["coverage"] == {"article": {"records": 2, "filled": {"body": 2}}}
    assert [path.name for path in tmp_path.iterdir()] == [f"{report.run_id}.json"]
