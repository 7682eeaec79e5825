"""What stands in the documents: fenced blocks, spans of code, headings and links."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

_FENCE = re.compile(r"\s*```(?P<language>\S*)\s*$")
_HEADING = re.compile(r"#{1,6} +(?P<text>.+?)\s*#*$")
_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\((?P<target>[^()\s]+)\)")
_SPAN = re.compile(r"(?<!`)`(?P<code>[^`\n]+)`(?!`)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block."""

    document: str
    """Path in the checkout, such as ``docs/recipes.md``."""
    line: int
    """Number of the fence's line."""
    language: str
    heading: str
    """The last heading before it."""
    text: str

    @property
    def first(self) -> str:
        """The first line, by which a list names the block."""
        return self.text.partition("\n")[0].strip()

    def __str__(self) -> str:
        """Return where it is."""
        return f"{self.document}:{self.line}"


def documents() -> list[Path]:
    """Return the documents for people, the front page first."""
    pages = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md"]
    return pages + sorted((PROJECT / "docs").rglob("*.md"))


def name_of(document: Path) -> str:
    """Return a document's path in the checkout."""
    return document.relative_to(PROJECT).as_posix()


@cache
def parts(document: Path) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return a document's blocks, and its lines outside of them."""
    found, prose = list[Block](), list[str]()
    begun: tuple[int, str, str] | None = None
    inside: list[str] = []
    heading = ""
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
        fence = _FENCE.match(line)
        if begun is None and fence:
            begun, inside = (number, fence["language"], heading), []
        elif begun is not None and line.strip() == "```":
            found.append(Block(name_of(document), *begun, "\n".join(inside) + "\n"))
            begun = None
        elif begun is not None:
            inside.append(line)
        else:
            prose.append(line)
            title = _HEADING.match(line)
            heading = title["text"] if title else heading
    assert begun is None, f"{document}:{begun}: the block has no end"
    return tuple(found), tuple(prose)


def blocks(document: Path, *languages: str) -> list[Block]:
    """Return a document's blocks, of some languages alone where they are named."""
    return [block for block in parts(document)[0] if not languages or block.language in languages]


def under(document: Path, heading: str, *languages: str) -> str:
    """Return the text of a document's blocks under a heading, one after the other."""
    found = [block.text for block in blocks(document, *languages) if block.heading == heading]
    assert found, f"{document} has no block under {heading!r}"
    return "\n".join(found)


def spans(document: Path) -> Iterator[str]:
    """Yield the spans of code outside of blocks."""
    for line in parts(document)[1]:
        yield from (match["code"] for match in _SPAN.finditer(line))


def links(document: Path) -> list[str]:
    """Return what a document's links and pictures lead to."""
    text = _SPAN.sub("code", "\n".join(parts(document)[1]))
    return [match["target"] for match in _LINK.finditer(text)]


def anchors(document: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    found, times = set[str](), Counter[str]()
    for line in parts(document)[1]:
        heading = _HEADING.match(line)
        if heading:
            plain = re.sub(r"[^\w\- ]", "", heading["text"].lower()).replace(" ", "-")
            found.add(f"{plain}-{times[plain]}" if times[plain] else plain)
            times[plain] += 1
    return found
