"""What ``scrapy extract`` is given on the command line."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newscrawl.antara.urls import story_url

MOST_JOBS = 256
_TAKES = "PATH..., --url, --fetched-at, --jobs, --scheduler, --store and --against"
_SCHEDULER = re.compile(r"(?:(?:tcp|tls)://)?(?:[\w.-]+|\[[\da-fA-F:.]+\]):\d{1,5}", re.ASCII)


class BadArgument(Exception):  # noqa: N818 - it names the argument
    """An argument that the command does not take, with what it takes instead."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments, checked."""

    paths: tuple[Path, ...]
    url: str | None = None
    fetched_at: datetime | None = None
    jobs: int = 1
    scheduler: str | None = None
    store: Path | None = None
    against: Path | None = None


def parse(args: Sequence[str], opts: argparse.Namespace) -> Arguments:
    """Return the arguments of a command line.

    Raises:
        BadArgument: one is unknown, malformed, or does not go with another.
    """
    paths = _paths(args, opts.url)
    if opts.store is not None and opts.against is not None:
        raise BadArgument("--store and --against do not go together: --against writes nothing")
    if opts.scheduler is not None and opts.url is not None:
        raise BadArgument("--url and --scheduler do not go together: one page is read here")
    if opts.scheduler is not None and opts.jobs is not None:
        raise BadArgument(
            "--jobs and --scheduler do not go together: the scheduler's workers are as many as"
            " were started"
        )
    return Arguments(
        paths,
        opts.url,
        _time(opts.fetched_at),
        1 if opts.jobs is None else _jobs(opts.jobs),
        _scheduler(opts.scheduler),
        _directory("--store", opts.store),
        _directory("--against", opts.against),
    )


def _paths(args: Sequence[str], url: str | None) -> tuple[Path, ...]:
    unknown = [arg for arg in args if arg.startswith("-") and arg != "-"]
    if unknown:
        raise BadArgument(f"{unknown[0]} is unknown; it takes {_TAKES}")
    if not all(args):  # of an unset variable, say; to Path it is the current directory
        raise BadArgument("it takes the PATH of files or directories, not ''")
    if not args:
        raise BadArgument("it takes the PATH of one or more saved pages, WARC files or directories")
    if url is not None and len(args) > 1:
        raise BadArgument(f"--url takes exactly one PATH with it, not {len(args)}")
    if url is not None and story_url(url) is None:
        raise BadArgument(
            f"--url takes the address of a story on antaranews.com, such as "
            f"https://www.antaranews.com/berita/5594955/judul, not {url!r}"
        )
    return tuple(Path(arg) for arg in args)


def _time(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text is not None else None
    except ValueError:
        moment = datetime.min  # noqa: DTZ901 - without an offset, so that it is refused below
    if moment is not None and moment.tzinfo is None:
        raise BadArgument(
            f"--fetched-at takes an ISO 8601 time with offset, such as 2026-06-05T01:02:03Z, "
            f"not {text!r}"
        )
    return moment


def _jobs(text: str) -> int:
    jobs = int(text) if text.isascii() and text.isdigit() and len(text) < len("1000") else 0
    if not 1 <= jobs <= MOST_JOBS:
        raise BadArgument(f"--jobs takes a number of processes from 1 to {MOST_JOBS}, not {text!r}")
    return jobs


def _scheduler(text: str | None) -> str | None:
    if text is not None and not _SCHEDULER.fullmatch(text):
        raise BadArgument(
            f"--scheduler takes the address of a Dask scheduler, such as tcp://10.0.0.5:8786,"
            f" not {text!r}"
        )
    return text


def _directory(name: str, text: str | None) -> Path | None:
    if text is None:
        return None
    path = Path(text).expanduser()
    if not text or (path.exists() and not path.is_dir()):
        raise BadArgument(f"{name} takes a data directory, as NEWSCRAWL_DATA does, not {text!r}")
    return path
