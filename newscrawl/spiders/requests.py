"""The form that all requests of the spider have."""

from collections.abc import Callable
from typing import Any, Protocol

from scrapy import Request
from twisted.python.failure import Failure

from newscrawl.failures import GONE
from newscrawl.middlewares.conditional import NOT_MODIFIED
from newscrawl.middlewares.pace import SLOT


class Asking(Protocol):
    """What makes the spider's requests; a page that fails is told of."""

    def __call__(self, url: str, callback: Callable[..., Any], **told: Any) -> Request:
        """Return a request whose callback is told some things by name."""


def page_request(
    url: str,
    callback: Callable[..., Any],
    errback: Callable[[Failure], Any],
    **told: Any,
) -> Request:
    """Return a request for a page of the site."""
    return Request(
        url,
        callback=callback,
        errback=errback,
        cb_kwargs=told,
        meta={
            "download_slot": SLOT,  # one pace for all hosts of the site
            "handle_httpstatus_list": [NOT_MODIFIED],
        },
    )


def that_may_be_gone(request: Request) -> Request:
    """Let a request's callback see that its page is not there."""
    request.meta["handle_httpstatus_list"] += GONE
    return request
