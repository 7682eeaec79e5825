"""Every way in which a request can bring no page has an outcome and a reason."""

import pytest
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
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from newscrawl.failures import classify, is_no_answer
from newscrawl.middlewares.errors import (
    BadEncoding,
    Challenged,
    NotAsked,
    RobotsForbidden,
    RobotsInTrouble,
    RobotsUnreachable,
    Truncated,
)
from newscrawl.middlewares.site import ForbiddenAddress, Malformed, OffSite


def http_error(status: int) -> HttpError:
    """Return what Scrapy raises for a status."""
    return HttpError(Response("https://www.antaranews.com/", status=status), "no")


@pytest.mark.parametrize(
    ("error", "outcome", "reason"),
    [
        (http_error(404), "gone", "http_404"),
        (http_error(410), "gone", "http_410"),
        (http_error(403), "refused", "http_403"),
        (http_error(429), "refused", "http_429"),
        (http_error(500), "failed", "http_500"),
        (http_error(206), "failed", "http_206"),
        (Challenged("no"), "refused", "challenge"),
        (RobotsForbidden("no"), "refused", "robots"),
        (RobotsInTrouble("no"), "refused", "robots_5xx"),
        (TunnelError("no"), "failed", "proxy"),
        (ForbiddenAddress("no"), "failed", "forbidden_address"),
        (Malformed("no"), "failed", "malformed_address"),
        (RobotsUnreachable("no"), "failed", "robots_unreachable"),
        (CannotResolveHostError("no"), "failed", "dns"),
        (DownloadConnectionRefusedError("no"), "failed", "connection_refused"),
        (DownloadTimeoutError("no"), "failed", "timeout"),
        (ResponseDataLossError("no"), "failed", "truncated"),
        (Truncated("no"), "failed", "truncated"),
        (BadEncoding("no"), "failed", "content_encoding"),
        (NotAsked("no"), "failed", "not_asked"),
        (DownloadFailedError("no"), "failed", "connection"),
        (DownloadCancelledError("no"), "dropped", "too_large"),
        (OffSite("no"), "failed", "off_site"),
        (IgnoreRequest("no"), "failed", "redirects"),
        (KeyError("no"), "failed", "KeyError"),
    ],
)
def test_an_exception_has_an_outcome(error: BaseException, outcome: str, reason: str) -> None:
    """Gone is final, refused is the site's word, anything else is tried again."""
    assert classify(error) == (outcome, reason)


def test_only_silence_means_unreachable() -> None:
    """A status, even a bad one, is an answer."""
    assert is_no_answer("dns")
    assert not is_no_answer("http_503")
    assert not is_no_answer("robots")
