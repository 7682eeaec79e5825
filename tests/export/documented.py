"""The tables of ``docs/exports.md``, read for comparison with what is written."""

from tests.export.sample import ROOT


def table(heading: str, columns: int = 2) -> list[tuple[str, ...]]:
    """Return the first columns of the table under a heading, without its head and backticks."""
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    section = text.split(f"\n{heading}\n", 1)[1].split("\n#", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [tuple(cell.strip(" `") for cell in row.split("|")[1 : columns + 1]) for row in rows]
