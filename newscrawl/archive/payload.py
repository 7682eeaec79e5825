"""The page in an archived response: content codings taken off, where they are there."""

import re

from newscrawl.antara.articles import UnreadablePage
from newscrawl.archive.captures import LARGEST, Capture
from newscrawl.middlewares.decoding import CODINGS, MOST_CODINGS, TooLarge, decode
from newscrawl.middlewares.errors import BadEncoding, Truncated

_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z][^\x00-\x08\x0e-\x1f]{32}")


def page(capture: Capture) -> bytes:
    """Return the page's bytes.

    Many archives keep the header that names a coding and not the coding itself: such a page is
    taken as it is.

    Raises:
        UnreadablePage: ``bad_encoding``, ``truncated`` or ``too_large``.
    """
    body = capture.body
    try:
        for coding in _codings(capture.headers):
            body = decode(body, coding, LARGEST)
    except TooLarge as error:
        raise UnreadablePage("too_large", f"its body unpacks to {error}") from error
    except (BadEncoding, Truncated) as error:
        if _MARKUP.match(capture.body):
            return capture.body
        reason = "truncated" if isinstance(error, Truncated) else "bad_encoding"
        raise UnreadablePage(reason, str(error)) from error
    return body


def _codings(headers: tuple[tuple[str, str], ...]) -> list[str]:
    """Return the codings to take off, the last first; those before one that is unknown stay."""
    values = [value for name, value in headers if name.lower() == "content-encoding"]
    named = [part.strip().lower() for value in values for part in value.split(",")]
    kept = [name for name in named if name not in ("", "identity")]
    taken: list[str] = []
    while kept and kept[-1] in CODINGS:
        taken.append(kept.pop())
    if len(taken) > MOST_CODINGS:
        raise BadEncoding(f"{len(taken)} codings over one another")
    return taken
