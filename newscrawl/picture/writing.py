"""The report's file: whole, or as it was before."""

import os
from contextlib import suppress
from pathlib import Path

from newscrawl.exits import ArgumentError, CannotRun
from newscrawl.packed import sync_directory


def target(output: str) -> Path:
    """Return the file that an argument names; a link is followed, not replaced.

    Raises:
        ArgumentError: it names a directory, a device, or a file in a directory that is not there.
    """
    path = Path(output).expanduser()
    if output == "-":
        raise ArgumentError("--output takes a file; the page is not printed")
    if not output or path.is_dir():
        raise ArgumentError(f"--output takes a file; {output or 'an empty name'} is none")
    if path.exists() and not path.is_file():
        raise ArgumentError(f"--output takes a file; {path} is a device or a pipe")
    path = path.resolve()
    if not path.parent.is_dir():
        raise ArgumentError(f"--output {path}: there is no directory {path.parent}")
    return path


def write(document: str, path: Path) -> None:
    """Write a document under a temporary name, durably, and move it into its place.

    Raises:
        CannotRun: there is no room for it, or the directory cannot be written; what was there
            before is there still, and nothing else.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.write(document)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_directory(path.parent)
    except OSError as error:
        raise CannotRun(
            f"{path} cannot be written: {error.strerror}; --output names another place"
        ) from error
    finally:
        with suppress(OSError):  # told of above
            beside.unlink(missing_ok=True)
