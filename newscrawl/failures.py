"""What a request that brought no page means for its story: an outcome and a reason in one word."""

from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.error import ConnectError

from newscrawl.ledger.outcomes import Outcome
from newscrawl.middlewares.errors import (
    BadEncoding,
    Challenged,
    NotAsked,
    RobotsForbidden,
    RobotsInTrouble,
    RobotsUnreachable,
)
from newscrawl.middlewares.site import ForbiddenAddress, Malformed, OffSite

GONE = frozenset({404, 410})
REFUSED = frozenset({401, 403, 429, 451})
"""Statuses by which a server says no (RFC 9110, RFC 6585, RFC 7725)."""

_REASONS: tuple[tuple[type[BaseException], Outcome, str], ...] = (
    (Challenged, "refused", "challenge"),
    (RobotsInTrouble, "refused", "robots_5xx"),
    (RobotsForbidden, "refused", "robots"),
    (RobotsUnreachable, "failed", "robots_unreachable"),
    (CannotResolveHostError, "failed", "dns"),
    (DownloadConnectionRefusedError, "failed", "connection_refused"),
    (DownloadTimeoutError, "failed", "timeout"),
    (ResponseDataLossError, "failed", "truncated"),
    (BadEncoding, "failed", "content_encoding"),
    (NotAsked, "failed", "not_asked"),
    (TunnelError, "failed", "proxy"),
    (DownloadFailedError, "failed", "connection"),
    (ConnectError, "failed", "connection"),  # Twisted's own, where Scrapy knows no name for it
    (DownloadCancelledError, "dropped", "too_large"),
    (ForbiddenAddress, "failed", "forbidden_address"),
    (Malformed, "failed", "malformed_address"),
    (OffSite, "failed", "off_site"),
    (IgnoreRequest, "failed", "redirects"),
)

NO_PAGE: tuple[type[BaseException], ...] = tuple(kind for kind, _, _ in _REASONS)
"""What can come instead of a response; anything else is a bug."""

_NO_ANSWER = frozenset(
    {
        "robots_unreachable",
        "dns",
        "connection_refused",
        "timeout",
        "connection",
        "proxy",
        "forbidden_address",
    }
)


def classify(error: BaseException) -> tuple[Outcome, str]:
    """Return the outcome and the reason for an exception that came instead of a page."""
    if isinstance(error, HttpError):
        status = error.response.status
        reason = f"http_{status}"
        if status in GONE:
            return "gone", reason
        return ("refused" if status in REFUSED else "failed"), reason
    for kind, outcome, reason in _REASONS:
        if isinstance(error, kind):
            return outcome, reason
    return "failed", type(error).__name__


def is_no_answer(reason: str) -> bool:
    """Tell whether a reason means that no server answered at all."""
    return reason in _NO_ANSWER
