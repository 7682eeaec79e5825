"""Links between the documents lead somewhere, and the index has all of them."""

from pathlib import Path

import pytest

from tests.docs.blocks import PROJECT, anchors, documents, links, name_of


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_links_lead_somewhere(document: Path) -> None:
    """A link within the project names a file that is there, and an anchor that it has."""
    dead = []
    for target in links(document):
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        there = (document.parent / path).resolve() if path else document
        if not there.exists() or not there.is_relative_to(PROJECT):
            dead.append(f"{target}: no such file")
        elif anchor and anchor not in anchors(there):
            dead.append(f"{target}: no such heading; there are {sorted(anchors(there))}")
    assert not dead, "\n".join(dead)


def test_the_index_has_every_document() -> None:
    """``docs/README.md`` leads to each document beside it."""
    index = PROJECT / "docs" / "README.md"
    linked = {target.partition("#")[0] for target in links(index)}
    beside = {path.name for path in (PROJECT / "docs").glob("*.md")} - {"README.md"}
    assert not beside - linked
