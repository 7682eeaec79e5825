"""GraphML: read by networkx."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from newscrawl.export.graph import EDGE_KEYS, NODE_KEYS
from tests.export.documented import table
from tests.export.sample import GONE, STRANGE, exported, keep, sample, with_tools
from tests.making import article

_READER = """
import json, sys
import networkx
graph = networkx.read_graphml(sys.argv[1])
print(json.dumps([type(graph).__name__, dict(graph.nodes(data=True)), list(graph.edges(data=True))]))
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as GraphML."""
    directory = tmp_path_factory.mktemp("graph")
    assert exported(sample(directory / "data"), directory / "a.graphml").count == 5
    return directory / "a.graphml"


def test_networkx_reads_it(path: Path) -> None:
    """Stories and those that they link to are nodes, links are directed edges with their place."""
    kind, nodes, edges = with_tools(_READER, path)
    assert kind == "DiGraph"
    assert list(nodes) == [
        "antara:1",
        "antara:2",
        "antara:3",
        "antara:4",
        "antara-en:5",
        "antara:900",
    ]
    assert {name: node["kept"] for name, node in nodes.items() if not node["kept"]} == {
        "antara:900": False
    }
    first = nodes["antara:1"]
    assert (first["headline"], first["agencies"], first["section"]) == (
        STRANGE,
        "Reuters|AP",
        "Dunia",
    )
    assert (first["day"], first["date_published"]) == ("2026-11-19", "2026-11-19T23:30:00+08:00")
    assert nodes["antara:3"]["gone_since"] == GONE
    assert "headline" not in nodes["antara:900"]
    assert sorted(edges) == [
        ["antara:1", "antara:2", {"link_kind": "baca_juga", "after_paragraph": 1}],
        ["antara:1", "antara:3", {"link_kind": "related_news"}],
        ["antara:1", "antara:900", {"link_kind": "baca_juga", "after_paragraph": 3}],
        ["antara:3", "antara:1", {"link_kind": "baca_juga", "after_paragraph": 1}],
    ]


def test_any_headline_is_valid_xml(tmp_path: Path) -> None:
    """Whatever control sign a headline has, the document is XML 1.0, and its letters are kept."""
    signs = "".join(map(chr, [*range(32), 127, 0x85, 0x2028, 0xFFFE, 0xFFFF, 0x1F600]))
    keep(tmp_path, article(1, headline=f"]]>&amp;<a>{signs}", section='"x"'))
    exported(tmp_path, tmp_path / "a.graphml")
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ET.parse(tmp_path / "a.graphml").getroot()  # noqa: S314 - our own file
    told = {datum.get("key"): datum.text for datum in root.iter(f"{space}data")}
    kept = "\t\n\r"
    wanted = "".join(
        sign if sign in kept or " " <= sign < "\ufffe" or sign > "\uffff" else "�" for sign in signs
    )
    assert told["headline"] == f"]]>&amp;<a>{wanted}"
    assert told["section"] == '"x"'


def test_the_documented_data() -> None:
    """docs/exports.md has each datum with its type and meaning."""
    for heading, keys in (("### Nodes", NODE_KEYS), ("### Edges", EDGE_KEYS)):
        assert table(heading, 3) == [
            (name, type_, meaning.strip("`")) for name, (type_, meaning) in keys.items()
        ]
