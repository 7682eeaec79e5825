"""Machines that would read otherwise are told from those that would not."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.extraction.cluster.identity import Identity, identity
from newscrawl.extraction.cluster.task import refusal

_HERE = Identity("3.11", 5, "abc", (("lxml", "6.1"), ("parsel", "1.12")))


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (_HERE, None),
        (replace(_HERE, python="3.13"), "runs Python 3.13, and this one 3.11"),
        (replace(_HERE, extractor=4), "has newscrawl's extractor 4, and this one 5"),
        (replace(_HERE, code="def"), "has other files of newscrawl's than this one"),
        (
            replace(_HERE, packages=(("lxml", "6.1"), ("parsel", None))),
            "has parsel None, and this one 1.12; install requirements.txt there",
        ),
    ],
)
def test_differences(there: Identity, said: str | None) -> None:
    """What differs is named, with both sides."""
    found = _HERE.difference(there)
    assert found == said if said is None else (found or "").startswith(said)


def test_a_worker_refuses(tmp_path: Path) -> None:
    """A worker reads only for a machine like it, and whose files it sees."""
    same, other = pickle.dumps(identity()), pickle.dumps(replace(identity(), code="other"))
    assert refusal(same, [str(tmp_path)]) is None
    assert "has other files" in (refusal(other) or "")
    assert refusal(same, [str(tmp_path), "/nowhere/x"]) == (
        "does not see /nowhere/x; all machines need the files under the same path"
    )


def test_what_reads_is_looked_at() -> None:
    """The packages that have a say in reading are among those that are compared."""
    versions = dict(identity().packages)
    assert all(versions[name] for name in ("lxml", "parsel", "w3lib", "trafilatura"))
