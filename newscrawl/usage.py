"""What is wrong with a command line, told before anything is done: in one line, with a remedy."""

import argparse
import logging
from collections.abc import Collection, Sequence
from pathlib import Path

from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings


def check_pairs(opts: argparse.Namespace) -> None:
    """Check that each ``-a`` and ``-s`` has a name and a value.

    Raises:
        UsageError: one has not; Scrapy would not say which.
    """
    for option, given in (("-a", getattr(opts, "spargs", [])), ("-s", opts.set)):
        for pair in given:
            name, is_pair, _ = pair.partition("=")
            if not is_pair:
                raise UsageError(f"{option} {pair} has no value: write {option} {pair}=VALUE")
            if not name.strip():
                raise UsageError(f"{option} {pair} has no name: write {option} NAME{pair}")


def check_log(settings: BaseSettings) -> None:
    """Check that the log can be written as is asked.

    Raises:
        UsageError: there is no such level, or its file cannot be written.
    """
    level, levels = settings.get("LOG_LEVEL"), logging.getLevelNamesMapping()
    if level not in levels and not isinstance(level, int):  # "10" is none to logging, 10 is
        known = ", ".join(name for name in levels if name not in ("NOTSET", "WARN", "FATAL"))
        raise UsageError(f"log level {level!r}: it is one of {known}")
    file = settings.get("LOG_FILE")
    if not file:
        return
    try:
        Path(file).open("ab").close()
    except OSError as error:
        raise refused(error) from error


def refused(error: OSError) -> UsageError:
    """Return what is said of a file that an option names."""
    return UsageError(f"{error.filename}: {error.strerror}; name a file that can be written")


def check_spider(args: Sequence[str], takes: Collection[str] = ()) -> None:
    """Check that a command line names one spider, and nothing that is unknown.

    Args:
        args: what no option took.
        takes: the spider's arguments, which are easily mistaken for options.

    Raises:
        UsageError: it does not.
    """
    for arg in args:
        name = arg.lstrip("-").partition("=")[0].replace("-", "_")
        if arg.startswith("-") and name in takes:
            raise UsageError(f"{arg} is an argument of the spider: write -a {name}=VALUE")
        if arg.startswith("-"):
            raise UsageError(f"there is no option {arg}")
    if len(args) != 1:
        raise UsageError("name the spider, antara, and nothing else")


def check_records_of(args: Sequence[str], more: str = "") -> None:
    """Check what a command is given that works on the records of a spider.

    Args:
        args: what no option took.
        more: the name of a second one that the command takes behind the spider's, such as ``OUT``.

    Raises:
        UsageError: an option is unknown, the spider is not ``antara``, or there is too much or too
            little.
    """
    unknown = [arg for arg in args if arg.startswith("-")]
    if unknown:
        raise UsageError(f"there is no option {unknown[0]}")
    if args and args[0] != "antara":
        raise UsageError(f"there are no records of {args[0]!r}: name antara")
    if len(args) != 1 + bool(more):
        raise UsageError(f"name antara{f' and {more}' if more else ', and nothing else'}")
