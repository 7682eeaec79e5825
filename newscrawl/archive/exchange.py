"""One request and its answer, as bytes: what the archive keeps of a visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

OK = 200
NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What went over the wire, as far as it is known; nothing in it depends on who fetched it."""

    url: str
    """Canonical address that was asked for."""
    at: datetime
    """When the answer was there, to the second."""
    request: bytes
    """The request: its head, and its body where it has one."""
    status: int
    head: bytes
    """Status line and headers of the answer, with the empty line behind them."""
    body: bytes
    """Body of the answer with its content codings still on."""
    is_packed: bool = False
    """Whether the body has a content coding, so that compressing it again is of no use."""
    ip: str | None = None
    told: bytes | None = None
    """Block of a metadata record on the answer; see :mod:`newscrawl.archive.told`."""
    may_refer: bool = True
    """Whether an answer that is the same as an earlier one may be kept as a reference to that; not
    where a record may be made of it, which has to find its page in this place."""
    is_known_later: bool = False
    """Whether later answers may refer to this one only when :meth:`ArchiveWriter.confirm` was
    called: a page whose record is not written yet is to be kept whole again."""

    @property
    def is_page(self) -> bool:
        """Whether it is what was asked for, and not an error or a redirect."""
        return self.status == OK


def http_head(first_line: str, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Return the head of an HTTP message."""
    lines = [first_line.encode("latin-1"), *(b"%b: %b" % header for header in headers)]
    return b"\r\n".join([*lines, b"", b""])
