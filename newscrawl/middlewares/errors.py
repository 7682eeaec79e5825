"""What comes instead of a page where a request was not sent, or its answer is not to be used.

They stand apart from the middlewares that raise them, so that whoever judges a failure need not
import the network.
"""

from scrapy.exceptions import IgnoreRequest, ResponseDataLossError


class RobotsForbidden(IgnoreRequest):
    """robots.txt forbids the address, or its server says that nothing may be fetched."""


class RobotsInTrouble(RobotsForbidden):
    """robots.txt is answered by a 5xx, so that nothing may be fetched (RFC 9309, 2.3.1.4)."""


class RobotsUnreachable(IgnoreRequest):
    """robots.txt could not be fetched, so that nothing may be (RFC 9309, section 2.3.1.4)."""


class NotAsked(IgnoreRequest):
    """The request did not go out: the run ends, or the site wants more time than we wait."""


class Challenged(IgnoreRequest):
    """The answer, whatever its status, is a page that wants to know whether a person asks."""


class Truncated(ResponseDataLossError):  # noqa: N818 - named as what it says
    """A compressed body ends before its stream does, whatever Content-Length says."""


class BadEncoding(Exception):  # noqa: N818 - named as what it says
    """A body is not in the Content-Encoding that it is said to be in."""
