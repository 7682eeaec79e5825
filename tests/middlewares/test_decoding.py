"""Compressed bodies: whole, or an error that says what is wrong with them."""

import gzip
import zlib
from collections.abc import Callable
from contextlib import suppress

import brotli
import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.middlewares.decoding import CODINGS, TooLarge, decode
from newscrawl.middlewares.errors import BadEncoding, Truncated

Pack = Callable[[bytes], bytes]
TEXT = "".join(
    f"<p>Kalimat nomor {number} dari sebuah berita.</p>" for number in range(3000)
).encode()


def raw_deflate(data: bytes) -> bytes:
    """Return the bare stream that some servers call deflate."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def pack_brotli(data: bytes) -> bytes:
    """Return Brotli's form, quickly."""
    return bytes(brotli.compress(data, quality=4))


PACKED: dict[str, Pack] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "raw": raw_deflate,
    "br": pack_brotli,
    "zstd": zstd.compress,
}
FORMS = [(("deflate" if name == "raw" else name), pack) for name, pack in PACKED.items()]


def test_every_coding_is_tried() -> None:
    """No coding that is announced goes untested."""
    assert {name for name, _ in FORMS} == CODINGS


@pytest.mark.parametrize(("coding", "pack"), FORMS)
@pytest.mark.parametrize("text", [TEXT, b"", b"x"])
def test_a_whole_body(coding: str, pack: Pack, text: bytes) -> None:
    """A whole body is unpacked to what it was."""
    assert decode(pack(text), coding, len(TEXT)) == text


@pytest.mark.parametrize(("coding", "pack"), FORMS)
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_truncated_body(coding: str, pack: Pack, part: float) -> None:
    """The beginning of a body, however long, is not taken for the whole."""
    packed = pack(TEXT)
    with pytest.raises(Truncated):
        decode(packed[: int(len(packed) * part)], coding, 0)


@pytest.mark.parametrize("missing", [1, 4, 8])
def test_the_trailer_belongs_to_gzip(missing: int) -> None:
    """All data without the last bytes of the trailer is no whole body: its sum is not known."""
    with pytest.raises(Truncated):
        decode(gzip.compress(TEXT)[:-missing], "gzip", 0)


@pytest.mark.parametrize(("coding", "pack"), FORMS)
def test_a_body_in_another_coding(coding: str, pack: Pack) -> None:
    """A page that is not compressed at all is named as that."""
    del pack
    with pytest.raises(BadEncoding):
        decode(TEXT, coding, 0)


def test_a_damaged_body() -> None:
    """A body whose checksum is wrong is not used."""
    packed = bytearray(gzip.compress(TEXT))
    packed[-6] ^= 0xFF
    with pytest.raises(BadEncoding):
        decode(bytes(packed), "gzip", 0)


@pytest.mark.parametrize(("coding", "pack"), FORMS)
def test_a_bomb_is_stopped_at_the_bound(coding: str, pack: Pack) -> None:
    """A body that unpacks to a thousand times its size is given up at the bound."""
    with pytest.raises(TooLarge):
        decode(pack(b"\0" * 3_000_000), coding, 100_000)


def test_members_and_frames_in_a_row() -> None:
    """Bodies in gzip and zstd bodies may be several, one behind the other; padding behind gzip is nothing."""
    assert decode(gzip.compress(b"a") + gzip.compress(b"b") + b"\0\0", "gzip", 0) == b"ab"
    assert decode(zstd.compress(b"a") + zstd.compress(b"b"), "zstd", 0) == b"ab"
    with pytest.raises(Truncated):
        decode(gzip.compress(b"a") + gzip.compress(TEXT)[:50], "gzip", 0)


def test_a_zstd_window_that_is_too_large() -> None:
    """A stream that asks for more memory than HTTP allows is refused (RFC 9659)."""
    options: dict[int, int] = {
        zstd.CompressionParameter.window_log: 27,
        zstd.CompressionParameter.content_size_flag: 0,
    }
    packer = zstd.ZstdCompressor(options=options)
    packed = packer.compress(TEXT) + packer.flush()
    with pytest.raises(BadEncoding):
        decode(packed, "zstd", 0)


@given(st.sampled_from(sorted(CODINGS)), st.binary(max_size=300))
def test_no_bytes_are_another_error(coding: str, body: bytes) -> None:
    """Whatever a server sends is unpacked, or fails by one of the three names."""
    with suppress(BadEncoding, Truncated, TooLarge):
        decode(body, coding, 10_000)
