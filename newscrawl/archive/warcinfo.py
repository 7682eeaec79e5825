"""The record at the head of each file: who wrote it, with what, and what the bytes in it are."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from newscrawl import __version__

CRAWLED = (
    "Pages of antaranews.com, one exchange after the other: request, what the crawler knew of a"
    " story's page (metadata), response. Bodies are as they came, content codings included. Of the"
    " heads Scrapy and Twisted do not tell all: the reason phrase is the standard one for the"
    " status; names of headers are in canonical case and those of one name stand together;"
    " Connection, Keep-Alive, TE, Trailer, Transfer-Encoding and Upgrade are left out, and chunked"
    " framing is taken off."
)
"""The description of a file that a crawl wrote."""
COPIED = (
    "Pages of antaranews.com that were copied from other archives, each with its request and"
    " metadata as far as they stood before it; the records are as they were there."
)
"""The description of a file of copies."""
_LOCAL = (
    " Another server, on the crawler's own machine, answered in the site's place; addresses, Host"
    " and Location say what they would have said there."
)
_FORMAT = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file says of itself; a run goes on with a file that says the same."""

    description: str
    operator: str | None = None
    """How to reach who runs the crawler."""
    robots: str | None = None
    """The robots policy that was followed."""
    user_agent: str | None = None
    is_local: bool = False
    """Whether this machine answered in the place of the site."""

    def block(self) -> bytes:
        """Return the block of the warcinfo record: named fields, in UTF-8."""
        fields = {
            "software": _software(),
            "format": "WARC File Format 1.1",
            "conformsTo": _FORMAT,
            "operator": self.operator,
            "robots": self.robots,
            "http-header-user-agent": self.user_agent,
            "isPartOf": "antara",
            "description": self.description + (_LOCAL if self.is_local else ""),
        }
        lines = [f"{name}: {value}\r\n" for name, value in fields.items() if value]
        return "".join(lines).encode()


@cache
def _software() -> str:
    used = (f"{name}/{version(name)}" for name in ("Scrapy", "Twisted"))
    return " ".join([f"newscrawl/{__version__}", *used])
