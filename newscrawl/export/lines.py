"""The lines as they are kept, one after the other, compressed with Zstandard."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from newscrawl.export.selected import Story

_BLOCK = 1 << 20
"""Bytes that are handed over at once."""


def write(path: Path, stories: Iterable[Story], about: dict[str, str]) -> None:  # noqa: ARG001 - lines have no place for what a file is to say of itself
    """Write the stories' lines to a file, byte for byte.

    Raises:
        OSError: there is no room.
    """
    block = bytearray()
    with pa.OSFile(str(path), "wb") as file, pa.CompressedOutputStream(file, "zstd") as packed:
        for story in stories:
            block += story.line.data
            if len(block) >= _BLOCK:
                packed.write(bytes(block))
                block.clear()
        packed.write(bytes(block))
