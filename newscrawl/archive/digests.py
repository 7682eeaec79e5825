"""Digests of a record's block, for where nothing else tells that bytes have changed."""

import base64
import binascii
import hashlib

_LENGTHS = {"md5": 16, "sha1": 20, "sha256": 32, "sha512": 64}


def is_digest_of(digest: str, content: bytes) -> bool | None:
    """Tell whether a digest, such as ``sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ``, is that of bytes.

    None: it is in an algorithm or a notation that is not known, or there is none.

    Args:
        digest: as the record has it; base 32 or hexadecimal.
        content: what it is to be of.
    """
    algorithm, _, value = digest.partition(":")
    algorithm = algorithm.strip().lower().replace("-", "")
    length = _LENGTHS.get(algorithm)
    expected = _decoded(value.strip(), length) if length else None
    if expected is None:
        return None
    return hashlib.new(algorithm, content, usedforsecurity=False).digest() == expected


def _decoded(value: str, length: int) -> bytes | None:
    try:
        if len(value) == 2 * length:
            return bytes.fromhex(value)
        decoded = base64.b32decode(value + "=" * (-len(value) % 8), casefold=True)
    except (ValueError, binascii.Error):
        return None
    return decoded if len(decoded) == length else None
