"""``python -m newscrawl.replica``: serve the replica until Ctrl-C or SIGTERM."""

import argparse
import signal
import sys
from argparse import SUPPRESS
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from threading import Event
from typing import Any, get_args

from newscrawl.replica.offers import Cards, Index, Offers, Search, Sitemap
from newscrawl.replica.replica import Replica
from newscrawl.replica.traits import Era

_ERAS: tuple[Era, ...] = ("A", "B", "C", "D")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"{self.prog}: {message}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Serve; return 0 when told to end, 1 when it cannot start."""
    options = _arguments(argv)
    ended = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    try:
        site = Replica(
            seed=options.seed,
            start=options.start,
            clock=options.clock,
            port=options.port,
            per_day=options.per_day,
            era=options.era,
            switch=options.switch,
            offers=_offers(options),
        )
        site.begin()
    except (OSError, ValueError, OverflowError) as error:
        sys.stderr.write(f"newscrawl.replica: {error}\n")
        return 1
    sys.stdout.write(f"{site.origin}\n")
    sys.stdout.flush()
    ended.wait()
    site.end()
    return 0


def _offers(options: argparse.Namespace) -> Offers:
    """Return the ways into the past that were asked for; what was not keeps its default."""
    names = {field.name for field in fields(Offers)}
    return Offers(**{name: value for name, value in vars(options).items() if name in names})


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = _Parser(prog="newscrawl.replica", description=(__doc__ or "").replace("``", ""))
    add = parser.add_argument
    add("--port", type=int, default=0, help="port on 127.0.0.1; 0 picks a free one")
    add("--host", type=_loopback, default="127.0.0.1", help="nothing but loopback is taken")
    add("--seed", type=int, default=1, help="what the stories are drawn from")
    add("--start", type=_day, help="first day of the lists, YYYY-MM-DD; eight days ago")
    add("--clock", type=Path, help="file with the time, ISO 8601 with offset")
    add("--per-day", type=_count, default=45, help="stories a day")
    add("--era", choices=_ERAS, help="one template for all article pages")
    add("--switch", type=_switch, metavar="TIME=ERA", help="a template from a moment on")
    _add_offers(parser.add_argument_group("the ways into the past", argument_default=SUPPRESS))
    return parser.parse_args(argv)


def _add_offers(group: argparse._ArgumentGroup) -> None:
    """Take what the site offers; arguments that are not given are left out of the result."""
    add = group.add_argument
    add(
        "--index",
        type=_one_of(Index),
        help="form of the dated lists: dmy; ymd, path, section, none",
    )
    add("--search", type=_one_of(Search), help="form of the search: query; path, none")
    add("--sitemap", type=_one_of(Sitemap), help="form of the sitemaps: none; plain, gzip")
    add("--no-tags", dest="tags", action="store_false", help="tags have no lists")
    add("--ignores-date", action="store_true", help="dated lists have today's stories")
    add("--cards", choices=get_args(Cards), help="template of the lists' cards: D; C")
    add("--no-categories", dest="categories", action="store_false", help="cards name no category")
    add("--listing-pages", type=_count, help="number of a list's last page: 100")
    add("--parted", type=_share, help="share of the long stories that have many pages: 0")
    add("--whole", action="store_true", help="these lead to a page with the whole story")


def _loopback(value: str) -> str:
    if value not in {"127.0.0.1", "localhost"}:
        raise argparse.ArgumentTypeError(f"{value} is not loopback; the replica serves 127.0.0.1")
    return value


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{value!r} is no date such as 2026-11-01") from error


def _switch(value: str) -> tuple[datetime, Era]:
    moment, _, name = value.rpartition("=")
    era = next((era for era in _ERAS if era == name), None)
    try:
        time = datetime.fromisoformat(moment)
    except ValueError:
        time = None
    if era is None or time is None or time.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{value!r} is not like 2026-11-01T12:00:00+07:00=C")
    return time, era


def _one_of(form: Any) -> Callable[[str], str | None]:
    """Return what takes one of the values of a type, or ``none``."""
    known = get_args(form)

    def taken(value: str) -> str | None:
        if value not in {*known, "none"}:
            raise argparse.ArgumentTypeError(f"{value!r} is none of {', '.join(known)}, none")
        return None if value == "none" else value

    return taken


def _share(value: str) -> float:
    try:
        share = float(value)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no share from 0 to 1")
    return share


def _count(value: str) -> int:
    if not value.isdigit() or value == "0":
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 1 on")
    return int(value)


if __name__ == "__main__":
    sys.exit(main())
