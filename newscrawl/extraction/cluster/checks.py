"""What is checked of a cluster before it reads: that its machines are alike, and see the files."""

import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from newscrawl.exits import CannotRun
from newscrawl.extraction.cluster.identity import identity


def check_versions(client: Any) -> None:
    """See that Dask and Python are the same everywhere: before them no code can be sent.

    Raises:
        CannotRun: they are not.
    """
    versions = client.get_versions()
    here = _versions(versions["client"])
    others = {"scheduler": versions["scheduler"]}
    others |= {f"worker at {address}": found for address, found in versions["workers"].items()}
    for name, found in others.items():
        for what, version in _versions(found).items():
            if version != here[what]:
                raise CannotRun(
                    f"the {name} has {what} {version}, and this machine {here[what]};"
                    " all need the same"
                )


def check_workers(client: Any, paths: Sequence[Path]) -> None:
    """See that each worker reads as this machine does, and sees the files.

    Raises:
        CannotRun: one does not.
    """
    there = [str(path.absolute()) for path in paths if path.exists()]
    found = client.run(_portable(), pickle.dumps(identity()), there, on_error="return")
    for address, answer in found.items():
        why = answer
        if isinstance(answer, ModuleNotFoundError):
            why = (
                f"does not find {answer.name}; start it in the checkout's environment,"
                " with PYTHONPATH naming the checkout"
            )
        elif isinstance(answer, BaseException):
            why = f"cannot read: {type(answer).__name__}: {answer}"
        if why is not None:
            raise CannotRun(f"the worker at {address} {why}")


def _versions(found: Any) -> dict[str, str]:
    python = ".".join(found["host"]["python"].split(".")[:2])
    return {"Python": python, "distributed": found["packages"]["distributed"]}


def _portable() -> Callable[[bytes, list[str]], str | None]:
    """Return what a worker calls; it is sent as code."""

    def check(expected: bytes, paths: list[str]) -> str | None:
        from newscrawl.extraction.cluster.task import refusal  # noqa: PLC0415 - there, not here

        return refusal(expected, paths)

    return check
