"""Compressed bodies, read to the end of their streams, and never to more than a bound.

Scrapy's own readers take what a truncated stream gives for the whole page. Each reader here is a
function from bytes to bytes with the bound as its second argument.
"""

import sys
import zlib
from collections.abc import Callable

import brotli

from newscrawl.middlewares.errors import BadEncoding, Truncated

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MOST_CODINGS = 2
"""Codings over one another; more are nothing that a server means."""

_CHUNK = 64 * 1024
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP, _ZLIB, _RAW = 31, 15, -15
"""What zlib calls the three formats (``wbits``)."""
_LARGEST_WINDOW = 23
"""8 MiB, what RFC 9659 allows in HTTP; a stream may ask for a thousand times as much memory."""


class TooLarge(Exception):  # noqa: N818 - named as what it says
    """A body unpacks to more than it may."""


def decode(body: bytes, coding: str, most: int) -> bytes:
    """Return an unpacked body of at most so many bytes (0: of any size).

    Raises:
        Truncated: the stream has no end.
        BadEncoding: the body is not in that coding.
        TooLarge: it would be more.
    """
    try:
        return _READERS[coding](body, most)
    except (zlib.error, brotli.error, zstd.ZstdError) as error:
        raise BadEncoding(f"no {coding}: {error}") from error


class _Unpacked:
    """The bytes so far."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.bytes = bytearray()

    def add(self, chunk: bytes) -> None:
        self.bytes += chunk
        if self._most and len(self.bytes) > self._most:
            raise TooLarge(f"more than {self._most} bytes")


def _gzip(body: bytes, most: int) -> bytes:
    """Read all members of a gzip file; what stands behind them is padding, or means nothing."""
    unpacked = _Unpacked(most)
    rest = _inflate(body, _GZIP, unpacked)
    while (rest := rest.lstrip(b"\0")).startswith(_GZIP_MAGIC):
        rest = _inflate(rest, _GZIP, unpacked)
    return bytes(unpacked.bytes)


def _deflate(body: bytes, most: int) -> bytes:
    """Read what is to be zlib's format, and from some servers is the bare stream."""
    unpacked = _Unpacked(most)
    try:
        _inflate(body, _ZLIB, unpacked)
    except zlib.error:
        unpacked = _Unpacked(most)
        _inflate(body, _RAW, unpacked)
    return bytes(unpacked.bytes)


def _inflate(body: bytes, wbits: int, unpacked: _Unpacked) -> bytes:
    """Read one stream; return what stands behind it."""
    reader = zlib.decompressobj(wbits)
    while not reader.eof:
        chunk = reader.decompress(body, _CHUNK)
        unpacked.add(chunk)
        body = reader.unconsumed_tail
        if not chunk and not body and not reader.eof:
            raise Truncated("the compressed body has no end")
    return reader.unused_data


def _brotli(body: bytes, most: int) -> bytes:
    unpacked = _Unpacked(most)
    reader = brotli.Decompressor()
    while not reader.is_finished():
        chunk = reader.process(body, output_buffer_limit=_CHUNK)
        unpacked.add(chunk)
        body = b""
        if not chunk and not reader.is_finished():
            raise Truncated("the compressed body has no end")
    return bytes(unpacked.bytes)


def _zstd(body: bytes, most: int) -> bytes:
    """Read all frames; an empty body has none."""
    unpacked = _Unpacked(most)
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _LARGEST_WINDOW}
    while body:
        reader = zstd.ZstdDecompressor(options=options)
        while not reader.eof:
            chunk = reader.decompress(body, _CHUNK)
            unpacked.add(chunk)
            body = b""
            if not chunk and reader.needs_input and not reader.eof:
                raise Truncated("the compressed body has no end")
        body = reader.unused_data
    return bytes(unpacked.bytes)


_READERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}

CODINGS = frozenset(_READERS)
"""Names of the codings that can be read."""
