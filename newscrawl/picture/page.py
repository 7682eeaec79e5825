"""The page of ``scrapy report``: one HTML document that carries its data, its drawing and its look.

It asks the network for nothing: a policy in its head forbids it (Content Security Policy, level 2),
and lets nothing run but the one script whose hash it names. The data stands in it as JSON in which
no character can end the element; the script puts it on the page as text, never as markup.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

from newscrawl.clock import WIB
from newscrawl.picture.packing import packed

_ASSETS = files("newscrawl.picture") / "assets"  # in an egg, too
_SCRIPTS = (
    "data", "dom", "words", "days", "period", "figures", "bars", "ranks", "overview", "people",
    "map", "countries", "links", "threads", "repeats", "heat", "health", "main",
)  # fmt: skip
"""In this order: what one begins with, an earlier one made."""
_DIRECTORIES = re.compile(r"/(?:[^/:\n]+/)+")
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def page(data: Mapping[str, Any]) -> str:
    """Return the document for the figures that ``newscrawl.picture.data`` made."""
    data = _without_directories(data)
    style, script = _style(), _script()
    return _template("page.html").substitute(
        policy=_policy(style, script),
        version=_text(data["newscrawl"]),
        title=_text(_title(data)),
        style=style,
        lead=_text(_lead(data)),
        noscript=_noscript(data),
        about=_about(data),
        made=_text(_made(data)),
        data=_json(packed(data)),
        world=_json(json.loads((_ASSETS / "world.json").read_bytes())),
        script=script,
    )


def _without_directories(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data with the bare names of files that could not be read: it is passed on."""
    passed, runs, gone = data["passed"], data["runs"], data["gone"]
    return {
        **data,
        "passed": {**passed, "examples": [_bare(told) for told in passed["examples"]]},
        "runs": {**runs, "unread_files": [_bare(name) for name in runs["unread_files"]]},
        "gone": {**gone, "ledger": _bare(gone["ledger"])},
    }


def _bare(told: str) -> str:
    return _DIRECTORIES.sub("", told)


def _template(name: str) -> Template:
    return Template((_ASSETS / name).read_text(encoding="utf-8").rstrip("\n"))


@cache
def _style() -> str:
    return (_ASSETS / "style.css").read_text(encoding="utf-8")


@cache
def _script() -> str:
    """Return the scripts as one, in a scope of its own."""
    parts = [(_ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"


def _json(data: Any) -> str:
    """Return JSON that stays in its element, whatever its strings are: all of it ASCII."""
    text = json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _text(text: str) -> str:
    """Return a text as HTML has it; half a character, which an argument may hold, becomes ``?``."""
    return html.escape(text.encode("utf-8", "replace").decode("utf-8"))


def _title(data: Mapping[str, Any]) -> str:
    return f"The world, as ANTARA tells it: {span_of(data)}"


def span_of(data: Mapping[str, Any]) -> str:
    """Return the days of publication, but for strays: ``1 November 2026 to 22 November 2026``."""
    days = data["days"]
    if days is None:
        return "no dated story"
    first, last = (date.fromisoformat(days["first"]) + timedelta(days=day) for day in days["main"])
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _count(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _lead(data: Mapping[str, Any]) -> str:
    records = _count(data["records"], "story", "stories")
    return (
        f"{records} of Indonesia's national news agency, {span_of(data)}: where they come from and"
        " what they are about, who wrote, translated and edited them, how they point to each other,"
        " and how well they were caught."
    )


def _noscript(data: Mapping[str, Any]) -> str:
    groups, places, runs = data["groups"], data["places"], data["runs"]
    facts = [
        (_count(data["records"], "story", "stories"), span_of(data)),
        (_count(data["undated"], "story", "stories"), "without a date of publication"),
        (_count(len(places["named"]["countries"]), "country", "countries"), "written about"),
        (_count(len(places["dateline"]["countries"]), "country", "countries"), "filed from"),
        *(
            (f"{_named(groups, name):,} {name}", "named")
            for name in ("agencies", "translators", "editors")
        ),
        (_count(_sum(data["links"]["all"]), "link", "links"), "between stories"),
        (_count(data["threads"]["count"], "thread", "threads"), "of three stories or more"),
        (_count(data["corrections"]["stories"], "story", "stories"), "corrected later"),
        (_count(_sum(runs["runs"]), "run", "runs"), "of the crawler, by its reports"),
    ]
    if data["gone"]["ledger"] == "read":
        facts.append((_count(data["gone"]["count"], "story", "stories"), "taken down"))
    items = "".join(f"<li><b>{_text(number)}</b> {_text(what)}</li>" for number, what in facts)
    return f"<noscript><p>The drawings need JavaScript. In numbers:</p><ul>{items}</ul></noscript>"


def _named(groups: Mapping[str, Any], name: str) -> int:
    return int(groups[name]["named"]) if name in groups else 0


def _sum(series: list[list[int]]) -> int:
    return sum(count for _, count in series)


def _about(data: Mapping[str, Any]) -> str:
    """Return what was taken, and what was passed over."""
    versions = ", ".join(
        f"{version} ({count:,})" for version, count in sorted(data["extractor_versions"].items())
    )
    kept = data["kept"]
    counted = (
        f"{_count(data['records'], 'story', 'stories')}, each in its newest revision, of"
        f" {_count(kept['stories'], 'story', 'stories')} and"
        f" {_count(kept['lines'], 'line', 'lines')} that are kept. Chosen: {data['selection']}."
        f" Without a date of publication: {data['undated']:,}."
    )
    told = [counted, f"Read by versions of the extractor: {versions or 'none'}."]
    passed = data["passed"]
    if passed["count"]:
        examples = "; ".join(passed["examples"])
        told.append(f"Passed over, as no records: {passed['count']:,}: {examples}.")
    return "".join(f"<p>{_text(text)}</p>" for text in told)


def _made(data: Mapping[str, Any]) -> str:
    at = datetime.fromisoformat(data["made_at"]).astimezone(WIB)
    return f"Made {_day(at.date())}, {at:%H:%M} in Jakarta, by newscrawl {data['newscrawl']}."
