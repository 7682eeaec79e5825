"""An HTTP response as it stands in an archive: its head, and its body without chunked framing."""

import re
from dataclasses import dataclass

from newscrawl.archive.sources import Broken
from newscrawl.archive.stream import end_of_head

LONGEST_HEAD = 256 * 1024
"""Bytes of a response's head; no server sends a tenth of it."""

_STATUS = re.compile(r"HTTP/\d(?:\.\d)? (?P<status>[1-9]\d\d)(?: .*)?")
_SHOWN = 40
"""Characters of what is no HTTP that a message shows."""
_LENGTH = re.compile(r"[0-9]{1,18}")
_FOLD = re.compile(r"\r?\n[ \t]+")
_NEWLINE = re.compile(rb"\r?\n")
_CHUNK = re.compile(rb"(?P<size>[0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP response."""

    status: int
    headers: tuple[tuple[str, str], ...]
    stored: bytes
    """The body as the archive has it."""

    def values(self, name: str) -> list[str]:
        """Return what a header says, each time that it is there; the name in lower case."""
        return [value for key, value in self.headers if key.lower() == name]

    def body(self) -> bytes:
        """Return the body without chunked framing; content codings stay on.

        Raises:
            Broken: it is only the first part of what the site sent.
        """
        coded = bool(self.values("content-encoding"))
        if "chunked" in " ".join(self.values("transfer-encoding")).lower():
            return _unchunked(self.stored, coded=coded)
        # Where a coding was taken off on the way into the archive, Content-Length may still be
        # that of the coded body, which says nothing.
        lengths = self.values("content-length")
        if not coded and not self.values("x-crawl-content-encoding") and len(lengths) == 1:
            _doubt(self.stored, lengths[0])
        return self.stored


def is_http(block: bytes) -> bool:
    """Tell whether a record's block begins as an HTTP response does."""
    return block.startswith(b"HTTP/")


def read_answer(block: bytes) -> Answer:
    """Read a record's block.

    Raises:
        Broken: it is no HTTP response.
    """
    found = end_of_head(block, 0, LONGEST_HEAD)
    if found is None and is_http(block):
        raise Broken("bad_http", "its HTTP head has no end")
    end, body = found or (_SHOWN, _SHOWN)
    lines = block[:end].decode("latin-1")
    if "\n " in lines or "\n\t" in lines:
        lines = _FOLD.sub(" ", lines)
    first, *rest = lines.split("\n")
    match = _STATUS.fullmatch(first.rstrip("\r"))
    if match is None:
        raise Broken("bad_http", f"it begins with no HTTP status, but with {first[:_SHOWN]!r}")
    pairs = [line.partition(":") for line in rest]
    headers = tuple((name.strip(), value.strip()) for name, colon, value in pairs if colon)
    return Answer(int(match["status"]), headers, block[body:])


def _doubt(body: bytes, announced: str) -> None:
    if _LENGTH.fullmatch(announced) and len(body) < int(announced):
        what = f"{len(body):,} bytes of the {int(announced):,} that the site announced"
        raise Broken("truncated", f"its body has {what}")


def _unchunked(body: bytes, *, coded: bool) -> bytes:
    """Take chunked framing off; many archives have done so, and kept the header that names it.

    Args:
        body: as stored.
        coded: whether it is compressed, so that it may look like a chunk's size by chance.

    Raises:
        Broken: the framing ends before the body does.
    """
    parts: list[bytes] = []
    at = 0
    while match := _CHUNK.match(body, at):
        size = int(match["size"], 16)
        if not size:
            return b"".join(parts)
        end = match.end() + size
        newline = _NEWLINE.match(body, end)
        if newline is None:
            break
        parts.append(body[match.end() : end])
        at = newline.end()
    if not parts and (coded or not match):
        return body
    raise Broken("truncated", "its chunked body has no end")
