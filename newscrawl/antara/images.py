"""Addresses of the site's pictures."""

import re
from urllib.parse import urljoin, urlsplit

# Nearly every address of a picture: it has no signs that anything but a look at its parts would
# matter for, and joining keeps it as it is.
_PLAIN = re.compile(r"https?://[a-z0-9.-]+(/[\w/.-]*)", re.ASCII)
_NO_PICTURE = re.compile(r"/(?:new/?|img/[^/]*(?:blank|loading|spacer|placeholder)[^/]*)?$")
_SIZE = re.compile(r"/cache/(\d+)x\d+/|/new/\d{4}/\d\d/(thumb|small|big|ori)/")
_SIZES = {"thumb": 100, "small": 300, "big": 800, "ori": 10_000}


def image_address(address: str | None, base: str | None = None) -> str | None:
    """Return a picture's address as printed, made absolute, or None when it is no picture.

    ``http://img.antaranews.com/new`` alone is how the site of 2016 says that there is none; blank
    placeholders and ``data:`` addresses are what lazy loading puts there.
    """
    plain = _PLAIN.fullmatch(address or "")
    if plain is not None:
        return None if _NO_PICTURE.search(plain[1]) else address
    return _joined(address, base)


def _joined(address: str | None, base: str | None) -> str | None:
    try:
        url = urljoin(base or "", (address or "").strip())
        parts = urlsplit(url)
        url.encode()  # JSON-LD can carry halves of surrogate pairs, and no file takes those
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc or _NO_PICTURE.search(parts.path):
        return None
    return url


def largest(addresses: list[str]) -> str | None:
    """Return the address whose size, told by its path, is the largest; the first of equals."""
    return max(addresses, key=_width, default=None)


def _width(address: str) -> int:
    match = _SIZE.search(address)
    if match is None:
        return 0
    return int(match[1]) if match[1] else _SIZES[match[2]]


def file_name(address: str) -> str:
    """Return what stays the same in all forms of one picture: its file, without ``.webp``.

    A broken address is the same as no other's.
    """
    path = address if _PLAIN.fullmatch(address) else _path(address)
    return address if path is None else path.rpartition("/")[2].removesuffix(".webp")


def _path(address: str) -> str | None:
    try:
        return urlsplit(address).path
    except ValueError:
        return None
