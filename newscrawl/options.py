"""Settings of this project are checked before anything else happens, like arguments.

Scrapy takes any name and any value; a misspelt one would show hours later, or never.
"""

import difflib
import math
import os
import re
from collections.abc import Callable, Iterable

from scrapy.settings import BaseSettings

from newscrawl.exits import CannotRun

_PREFIX = "NEWSCRAWL_"
_ORIGIN = "NEWSCRAWL_ORIGIN"
_WORDS = frozenset({"0", "1", "true", "false"})
_PLACE = "{exit_code}"
_ALIKE = 0.75
"""From which likeness on a name in the environment is a setting's, misspelt."""


def check_settings(settings: BaseSettings) -> None:
    """Check the names and the values of this project's settings.

    Raises:
        CannotRun: a name is unknown, or a value is not what the setting takes; the message says
            which, and what is taken.
    """
    if settings.get(_ORIGIN):
        raise CannotRun(f"{_ORIGIN} is no setting of yours: -a origin=… checks where it leads to")
    known = _known()
    for name in settings:
        if isinstance(name, str) and name.startswith(_PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise CannotRun(f"there is no setting {name}{hint}")
    _check_environment(os.environ, known)
    for name, (takes, is_good) in _TAKES.items():
        value = settings.get(name)
        if value is not None and not is_good(str(value).strip()):
            raise CannotRun(f"{name}={value!r}: it takes {takes}")


def _check_environment(names: Iterable[str], known: set[str]) -> None:
    """Refuse a name that is nearly a setting's.

    Others may stand there: those of ``deploy/render``, of the clock, and of whoever has his own.
    """
    endings = [name.removeprefix(_PREFIX) for name in known]
    for name in names:
        if name.startswith(_PREFIX) and name not in known:
            ending = name.removeprefix(_PREFIX)
            near = difflib.get_close_matches(ending, endings, n=1, cutoff=_ALIKE)
            if near:
                raise CannotRun(
                    f"there is no setting {name}, which the environment has; did you mean"
                    f" {_PREFIX}{near[0]}?"
                )


def _known() -> set[str]:
    from newscrawl import settings  # noqa: PLC0415 - reads the environment, as Scrapy has by now

    return {name for name in vars(settings) if name.startswith(_PREFIX)}


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_number(text: str) -> bool:
    try:
        number = float(text)
    except ValueError:
        return False
    return math.isfinite(number) and number >= 0


def _is_switch(text: str) -> bool:
    return text.lower() in _WORDS


def _is_ping(text: str) -> bool:
    rest = text.replace(_PLACE, "")
    return not text or (re.match(r"https?://[^\s{}]+$", rest) is not None)


_COUNT = ("a whole number, 0 or more", _is_count)
_NUMBER = ("a number, 0 or more", _is_number)
_SWITCH = ("0 or 1, true or false", _is_switch)
_MANY = ("a whole number, 1 or more", lambda text: _is_count(text) and int(text) > 0)
_TAKES: dict[str, tuple[str, Callable[[str], bool]]] = {
    "CLOSESPIDER_TIMEOUT": _NUMBER,
    "CONCURRENT_REQUESTS": _MANY,
    "CONCURRENT_REQUESTS_PER_DOMAIN": _MANY,
    "DOWNLOAD_DELAY": _NUMBER,
    "DOWNLOAD_MAXSIZE": _COUNT,
    "DOWNLOAD_TIMEOUT": _NUMBER,
    "NEWSCRAWL_DATA": ("a directory, such as data or /srv/news", bool),
    "NEWSCRAWL_ACCEPT_COVERAGE": _SWITCH,
    "NEWSCRAWL_BACKOFF": _NUMBER,
    "NEWSCRAWL_COMPRESS_AFTER": _COUNT,
    "NEWSCRAWL_IGNORE_HOLD": _SWITCH,
    "NEWSCRAWL_KEEP_QUARANTINE": _COUNT,
    "NEWSCRAWL_KEEP_RUNS": _COUNT,
    "NEWSCRAWL_LISTING_PAGES": _COUNT,
    "NEWSCRAWL_NOTIFY_AGAIN_HOURS": _NUMBER,
    "NEWSCRAWL_PATIENCE": _NUMBER,
    "NEWSCRAWL_WARC": _SWITCH,
    "NEWSCRAWL_WARC_SIZE": _COUNT,
    "NEWSCRAWL_REREAD_DAYS": _SWITCH,
    "RETRY_TIMES": _COUNT,
    "NEWSCRAWL_PING_URL": (f"an http or https address, with or without {_PLACE}", _is_ping),
}
"""What the settings take whose values are checked nowhere else."""
