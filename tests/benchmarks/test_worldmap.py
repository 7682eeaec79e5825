"""The map of the report is made as its sources say."""

import json
from typing import Any

import pytest

from benchmarks.worldmap import HEIGHT, outline, pieces, placed, project, world

_SQUARE = [(165.0, 0.0), (-165.0, 0.0), (-165.0, 10.0), (165.0, 10.0), (165.0, 0.0)]
"""Twenty degrees across the place where the map is cut, at 169° west."""


@pytest.mark.parametrize(
    ("where", "there"),
    [
        ((0, 0), (0, 0)),
        ((180, 0), (2.70663, 0)),
        ((0, 90), (0, 1.31737)),
        ((0, -90), (0, -1.31737)),
    ],
)
def test_places_are_where_equal_earth_has_them(
    where: tuple[float, float], there: tuple[float, float]
) -> None:
    """The edges of the projection are those that its authors give."""
    assert project(*where) == pytest.approx(there, abs=1e-4)


def test_the_map_is_turned_and_begins_in_the_upper_left() -> None:
    """Eleven degrees east stands in the middle; north is up; the cut is at 169° west."""
    assert placed(11, 0)[0] == 500
    assert placed(11, 84)[1] == 0
    assert placed(11, -57)[1] == pytest.approx(HEIGHT, abs=1)
    assert placed(-168.9, 0)[0] < 1
    assert placed(-169.1, 0)[0] > 999


def test_a_country_at_the_edge_is_cut_in_two() -> None:
    """What lies across the cut is drawn on both sides, and nothing goes around the world."""
    west, east = sorted(pieces(_SQUARE))
    assert [min(x for x, _ in west), max(x for x, _ in west)] == [-180, -176]
    assert [min(x for x, _ in east), max(x for x, _ in east)] == [154, 180]


def test_a_small_country_gets_a_dot() -> None:
    """Outlines are keyed by ISO's two letters, Kosovo by XK; what nobody numbers has none."""
    topology: dict[str, Any] = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [
            [[20, 42], [1, 0], [0, 1], [-1, 0], [0, -1]],
            [[0, 0], [30, 0], [0, 30], [-30, -30]],
        ],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "arcs": [[0]], "properties": {"name": "Kosovo"}},
                    {"type": "Polygon", "arcs": [[1]], "id": "360", "properties": {"name": "x"}},
                    {"type": "MultiPolygon", "arcs": [[[~0]]], "properties": {"name": "Nowhere"}},
                ]
            }
        },
    }
    made = world(topology)
    assert set(made["shapes"]) == {"ID", "XK"}
    assert len(made["rest"]) == 1
    assert {"XK", "SG", "VA", "HK"} <= set(made["dots"])
    assert "ID" not in made["dots"]
    assert json.dumps(made)
    path, area = outline(topology, topology["objects"]["countries"]["geometries"][0])
    assert path.startswith("M")
    assert path.endswith("z")
    assert 0 < area < 20
