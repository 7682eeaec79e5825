"""How files are cut into what one worker reads."""

from pathlib import Path

from newscrawl.archive.parts import Part
from newscrawl.extraction.cluster.units import Piece, Unit, cut
from tests.archive.warcs import response


def test_small_files_go_together_and_large_archives_in_parts(tmp_path: Path) -> None:
    """The order stays; the last part goes to the end of the file, however long that is by then."""
    sizes = {"a.html": 10, "b.html": 20, "c.warc": 250, "d.html": 300, "e.html": 5}
    paths = [tmp_path / name for name in sizes]
    for path, size in zip(paths, sizes.values(), strict=True):
        path.write_bytes((response(1) * 9)[:size] if path.suffix == ".warc" else b"<" * size)
    missing = tmp_path / "missing.html"
    a, b, c, d, e = paths
    assert list(cut([a, b, c, missing, d, e], 100)) == [
        Unit((Piece(a, 10), Piece(b, 20))),
        Unit((Piece(c, 250, Part(0, 100)),)),
        Unit((Piece(c, 250, Part(100, 200, is_seam=False)),)),
        Unit((Piece(c, 250, Part(200, None, is_seam=False)),)),
        missing,
        Unit((Piece(d, 300),)),
        Unit((Piece(e, 5),)),
    ]


def test_groups_are_bounded(tmp_path: Path) -> None:
    """Of many small files no more go together than a worker reads in a few seconds."""
    paths = [tmp_path / f"{number:03}.html" for number in range(150)]
    for path in paths:
        path.write_bytes(b"x")
    assert [len(unit.pieces) for unit in cut(paths, 1000) if isinstance(unit, Unit)] == [64, 64, 22]
    assert [len(unit.pieces) for unit in cut(paths[:7], 3) if isinstance(unit, Unit)] == [3, 3, 1]


def test_what_is_to_be_read_adds_up(tmp_path: Path) -> None:
    """The weights of the pieces are the sizes of the files, by which progress is told."""
    path = tmp_path / "a.warc"
    path.write_bytes(response(1) * 3)
    pieces = [p for unit in cut([path], 700) if isinstance(unit, Unit) for p in unit.pieces]
    assert sum(piece.weight for piece in pieces) == path.stat().st_size
