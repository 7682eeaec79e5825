"""``make kept``: the memory of report, exports and check must not grow with what is kept."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.kept.records import write
from newscrawl.places import Places

_ROOT = Path(__file__).resolve().parents[2]
_STORIES, _TIMES = 100_000, 10
_MOST_GROWTH = 2.0
"""Of the most memory of a command, with ten times the stories."""
_COMMANDS = {
    ".parquet": ("export", "antara", "{out}.parquet"),
    ".csv": ("export", "antara", "{out}.csv"),
    ".jsonl.zst": ("export", "antara", "{out}.jsonl.zst"),
    ".db": ("export", "antara", "{out}.db"),
    ".graphml": ("export", "antara", "{out}.graphml"),
    "report": ("report", "antara", "--output", "{out}.html"),
    "verify": ("verify", "antara"),
}
_NO_LEDGER = 1
"""How verify ends here: there is no ledger, which it tells."""

# A process of its own, and a small one: what is forked from a large one counts as large for ever.
_WATCH = """
import json, os, sys
null = os.open(os.devnull, os.O_WRONLY)
process = os.posix_spawn(
    sys.executable, [sys.executable, "-m", "scrapy", *sys.argv[1:]], os.environ,
    file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)],
)
_, status, used = os.wait4(process, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime,
                  used.ru_maxrss * 1024]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    code: int
    """Its exit code."""
    cpu: float
    """Seconds."""
    peak: int
    """Bytes of memory."""


def main() -> int:
    """Measure, print, and return 1 when memory grew too much or a command failed."""
    options = _arguments()
    is_good = True
    with tempfile.TemporaryDirectory(prefix="kept-", dir=options.scratch) as scratch:
        few, many = (Path(scratch) / name for name in ("few", "many"))
        write(Places.under(few).articles, options.stories // _TIMES)
        lines = write(Places.under(many).articles, options.stories)
        print(f"{options.stories:,} stories in {lines:,} lines, and a tenth of them")
        print(f"{'':<12} {'MB':>6} {'MB, a tenth':>12} {'growth':>7} {'ms of CPU a story':>18}")
        for name, less, more in _costs(few, many, options.only):
            growth = more.peak / less.peak
            is_met = growth <= _MOST_GROWTH and less.code == more.code == _expected(name)
            is_good = is_good and is_met
            print(
                f"{name:<12} {more.peak / 1e6:>6.0f} {less.peak / 1e6:>12.0f} {growth:>7.2f}"
                f" {more.cpu * 1000 / options.stories:>18.2f}  {'met' if is_met else 'MISSED'}",
                flush=True,
            )
    return int(not is_good)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make kept")
    parser.add_argument("--stories", type=int, default=_STORIES, help=f"how many; {_STORIES}")
    parser.add_argument("--only", choices=_COMMANDS, help="one of the commands")
    parser.add_argument("--scratch", help="directory with room for some 10 kB a story")
    return parser.parse_args()


def _expected(name: str) -> int:
    return _NO_LEDGER if name == "verify" else 0


def _costs(few: Path, many: Path, only: str | None) -> Iterator[tuple[str, Cost, Cost]]:
    for name in [only] if only else _COMMANDS:
        yield name, cost(name, few), cost(name, many)


def cost(name: str, data: Path) -> Cost:
    """Run a command on a data directory, and return what it cost."""
    out = data / "out"
    arguments = [part.format(out=out) for part in _COMMANDS[name]]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _WATCH, *arguments],
        cwd=_ROOT,
        env=os.environ | {"NEWSCRAWL_DATA": str(data)},
        check=True,
        capture_output=True,
        text=True,
    )
    for path in data.glob("out*"):
        path.unlink()
    return Cost(*json.loads(done.stdout))


if __name__ == "__main__":
    sys.exit(main())
