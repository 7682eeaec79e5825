"""Digests of blocks, as archives write them."""

import hashlib

import pytest

from newscrawl.archive.digests import is_digest_of


@pytest.mark.parametrize(
    ("digest", "right"),
    [
        ("sha1:ZPCENOYPTVDYDCIQKGPYYZ53RC4THIPW", True),
        ("SHA-1:zpcenoyptvdydciqkgpyyz53rc4thipw", True),
        (f"sha1:{hashlib.sha1(b'kabar').hexdigest()}", True),  # noqa: S324 - what archives use
        (f"sha256:{hashlib.sha256(b'kabar').hexdigest().upper()}", True),
        (f"md5:{hashlib.md5(b'x').hexdigest()}", False),  # noqa: S324 - what archives use
        (f"sha256:{hashlib.sha256(b'x').hexdigest()}", False),
        ("sha1:", None),
        ("sha1:!!!", None),
        ("sha1:VKYSAZR6", None),
        ("blake3:abc", None),
        ("", None),
    ],
)
def test_notations(digest: str, right: bool | None) -> None:
    """Base 32 and hexadecimal digests are compared; what is not known says nothing."""
    assert is_digest_of(digest, b"kabar") is right
