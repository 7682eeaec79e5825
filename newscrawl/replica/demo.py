"""``make demo``: a crawl of the replica, and a look at what it brought.

The demo's time stands still at the moment of its first run, so that a second run finds the same
site and adds nothing. Everything is kept under ``demo/``.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastjsonschema import JsonSchemaValueException

from newscrawl import clock
from newscrawl.exits import ExitCode
from newscrawl.places import Places
from newscrawl.replica.replica import Replica
from newscrawl.schema import validator
from newscrawl.summary import counted

_PROJECT = Path(__file__).resolve().parents[2]
_WIDTH = 78
_NEXT = """
To look at all of them, in a browser or with other tools:

  NEWSCRAWL_DATA=demo .venv/bin/scrapy report antara
  NEWSCRAWL_DATA=demo .venv/bin/scrapy export antara demo/antara.db"""


def main() -> int:
    """Crawl the replica, check what was kept, and show it; return the crawl's exit code."""
    data = _PROJECT / "demo"
    data.mkdir(exist_ok=True)
    time = data / "clock"
    if not time.exists():
        clock.write(time, clock.now().replace(microsecond=0))
    with Replica(clock=time) as site:
        print(f"A miniature ANTARA with {len(site.stories())} invented stories: {site.origin}")
        command = ["crawl", "antara", "-a", f"origin={site.origin}"]
        print(f"NEWSCRAWL_DATA=demo scrapy {' '.join(command)}\n", flush=True)
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "scrapy", *command],
            cwd=_PROJECT,
            env=os.environ | {"NEWSCRAWL_DATA": str(data), clock.ENVIRONMENT_VARIABLE: str(time)},
            check=False,
        )
    if done.returncode:
        return done.returncode
    return _look_at(Places.under(data).articles)


def _look_at(articles: Path) -> int:
    """Check every record against the schema, and show the newest one."""
    count, newest = 0, None
    for place, record in _records(articles):
        try:
            validator()(record)
        except JsonSchemaValueException as error:
            print(f"{place}: {error.message}", file=sys.stderr)
            return 1
        count += 1
        if newest is None or (record["date_published"] or "") > newest["date_published"]:
            newest = record
    if newest is None:
        print(f"no records under {articles}", file=sys.stderr)
        return 1
    print(f"\n{count} records, all valid, in {os.path.relpath(articles)}/. The newest story:\n")
    print("\n".join(_portrait(newest)))
    print(_NEXT)
    return 0


def _records(articles: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(articles.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path}:{number}", json.loads(line)


def _portrait(record: dict[str, Any]) -> Iterator[str]:
    """Yield lines that show a record to a person."""
    dateline = record["dateline"] or {"place": None}
    shown = {
        "headline": record["headline"],
        "url": record["url"],
        "published": record["date_published"],
        "place": dateline["place"],
        "body": " ".join((record["body"] or "").split()),
        "words": record["word_count"],
        "translators": ", ".join(record["translators"]),
        "editors": ", ".join(record["editors"]),
        "agencies": ", ".join(record["agencies"]),
        "related": counted(len(record["related"]), "story", "stories"),
    }
    for name, value in shown.items():
        if value:
            line = f"  {name:<12} {value}"
            yield line if len(line) <= _WIDTH or name == "url" else f"{line[: _WIDTH - 1]}…"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(ExitCode.INCOMPLETE)
