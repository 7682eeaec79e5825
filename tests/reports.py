"""Run reports for tests."""

from typing import Any

from newscrawl.report import Report


def make(**changes: Any) -> Report:
    """Return the report of a healthy run, in which a test changes what it is about."""
    parts: dict[str, Any] = {
        "run_id": "20261120T050000Z",
        "scope": "id/dunia",
        "is_local": True,
        "arguments": {},
        "started_at": "2026-11-20T05:00:00+00:00",
        "finished_at": "2026-11-20T05:00:09+00:00",
        "seconds": 9.4,
        "finish_reason": "finished",
        "found": 7,
        "outcomes": {"new": {"": 4}, "skipped": {"too_deep": 2, "out_of_range": 1}},
        "requests": 6,
        "statuses": {"200": 6},
        "bytes_received": 123_456,
        "lines_taken_in": 0,
        "bytes_cut": 0,
        "files": ["data/antara/articles/2026-11-20.jsonl"],
        "versions": {},
    }
    parts |= changes
    if "found" not in changes:
        parts["found"] = sum(sum(reasons.values()) for reasons in parts["outcomes"].values())
    return Report(**parts)
