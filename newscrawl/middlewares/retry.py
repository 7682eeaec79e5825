"""Asking again: what, how often, and that nothing is asked again in a run that ends.

Scrapy's own asks again at once. Here the pause is the pace's, and so the whole site's: see
:mod:`newscrawl.middlewares.pace`.
"""

from typing import Literal, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from newscrawl import signals
from newscrawl.extensions.lifecycle import RunLifecycle
from newscrawl.failures import REFUSED
from newscrawl.middlewares.errors import NotAsked
from newscrawl.middlewares.pace import NETWORK_ERRORS, TROUBLE_STATUSES, pace_of

Mood = Literal["fine", "refused", "trouble"]

_SERVER_ERRORS = range(500, 600)


def again(
    crawler: Crawler, request: Request, reason: str, most: int | None = None
) -> Request | None:
    """Return a request to be sent once more, or None where it is not to be.

    ``most`` is how often in all, where ``RETRY_TIMES`` would be too often.
    """
    if request.meta.get("dont_retry") or pace_of(crawler).is_hopeless() or crawler.spider is None:
        return None
    times = crawler.settings.getint("RETRY_TIMES")
    return get_retry_request(
        request,
        spider=crawler.spider,
        reason=reason,
        max_retry_times=times if most is None else min(times, most),
    )


def tell(crawler: Crawler, request: Request, mood: Mood) -> None:
    """Tell the rest of the project what an answer, or none, says of the site."""
    crawler.signals.send_catch_log(signals.site_answered, url=request.url, mood=mood)


class RetryMiddleware:
    """Sees each answer once, after redirects, decompression and challenges; each error too."""

    def __init__(self, crawler: Crawler) -> None:
        """Take the crawler, whose settings say how often."""
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of a crawler."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """Ask again where the site cannot answer now."""
        tell(self._crawler, request, _mood(response.status))
        if response.status not in TROUBLE_STATUSES:
            return response
        return again(self._crawler, request, f"http_{response.status}") or response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Ask again where no answer came; leave to the next run what this one does not ask."""
        if isinstance(exception, NotAsked):
            return self._put_back(request)
        if not isinstance(exception, NETWORK_ERRORS):
            return None
        tell(self._crawler, request, "trouble")
        return again(self._crawler, request, type(exception).__name__)

    def _put_back(self, request: Request) -> Request | None:
        """Return a request to the queue of a run that ends.

        There it gets the outcome of all that is left over. What somebody awaits himself, such as
        robots.txt, must fail instead: he would await it for ever.
        """
        is_queued = self._crawler.get_extension(RunLifecycle) is not None
        is_awaited = request.callback is NO_CALLBACK
        if not is_queued or is_awaited or not pace_of(self._crawler).is_over():
            return None
        return request.copy()


def _mood(status: int) -> Mood:
    if status in REFUSED:
        return "refused"
    return "trouble" if status in _SERVER_ERRORS or status in TROUBLE_STATUSES else "fine"
