"""Part a: what reading a page costs, beside other tools that read the same bytes.

Each tool is a process of its own Python with the pages in its memory. The same pages are read by
``extract`` and by the other, one right after the other, each first in turn; the processor's time
of the two makes a pair. Every page is read once: what a tool remembers of one helps with no other.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.archive.pages import Page, pages
from benchmarks.bench.figures import Absence, Figure, paired
from benchmarks.bench.pages import heavy_pages
from benchmarks.bench.peers import FLOOR, OURS, PEERS, Peer
from benchmarks.evaluation.captured import captured
from benchmarks.evaluation.worker import ToolError, Worker

_FEWEST = 4
_TODAY = b'class="wrap__article-detail"'
_AT = "2026-11-20T05:00:00+00:00"
_LIGHT = "pages of the replica as they are"


@dataclass(frozen=True, slots=True)
class Batches:
    """Pages on disk, as a worker is told of them: those to begin with, then those of each round."""

    told: Sequence[Sequence[dict[str, str]]]
    kilobytes: float
    """Of a page, on average."""

    @classmethod
    def of(cls, paths: Sequence[tuple[Path, str]], rounds: int) -> "Batches":
        """Deal out files and their addresses, so that no round has the pages of another."""
        told = [{"path": str(path), "url": url, "fetched_at": _AT} for path, url in paths]
        size = sum(path.stat().st_size for path, _ in paths) / len(paths) / 1000
        return cls([told[first :: rounds + 1] for first in range(rounds + 1)], size)


@dataclass(slots=True)
class Pairs:
    """Seconds of the processor for a page of the same batch."""

    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)
    failed: str | None = None
    """What the other could not read."""


def measure(scratch: Path, rounds: int, scale: float) -> list[Figure | Absence]:
    """Return how ``extract`` stands beside each of its peers."""
    found = []
    for peer in PEERS:
        wanted = _size(peer, scale) * (rounds + 1)
        found.append(_compare(peer, Batches.of(_written(scratch, peer, wanted), rounds)))
    light = list(pages(_size(FLOOR, scale) * (rounds + 1)))
    found.append(_compare(FLOOR, Batches.of(_write(scratch / "light", light), rounds), _LIGHT))
    if real := [(page.path, page.url) for page in captured()]:
        again = [one for one in real for _ in range(rounds + 1)]
        name = f"{len(real)} pages captured from the site, read again and again"
        found.append(_compare(FLOOR, Batches.of(again, rounds), name))
    return found


def _size(peer: Peer, scale: float) -> int:
    return max(_FEWEST, round(peer.pages * scale))


def _written(scratch: Path, peer: Peer, wanted: int) -> list[tuple[Path, str]]:
    """Write the pages that a peer is to read."""
    chosen: Iterator[Page] = heavy_pages(wanted)
    if peer.only_today:
        chosen = (page for page in heavy_pages(4 * wanted) if _TODAY in page.body)
    return _write(scratch / peer.tool.name.replace(" ", "-"), islice(chosen, wanted))


def _write(directory: Path, chosen: Iterable[Page]) -> list[tuple[Path, str]]:
    directory.mkdir()
    paths = []
    for number, page in enumerate(chosen):
        path = directory / f"{number}.html"
        path.write_bytes(page.body)
        paths.append((path, page.url))
    return paths


def _compare(peer: Peer, batches: Batches, which: str = "") -> Figure | Absence:
    name = f"{peer.name}, {which}" if which else peer.name
    if not peer.tool.installed:
        return Absence("a", name, f"{peer.tool.name} is not installed")
    try:
        pairs = _pairs(peer, batches)
    except ToolError as error:
        sys.stderr.write(f"{error}\n")  # it may name paths, which are no part of the table
        return Absence("a", name, "a process failed", is_fault=True)
    return _figure(peer, name, batches, pairs)


def _pairs(peer: Peer, batches: Batches) -> Pairs:
    first, *others = batches.told
    with ExitStack() as stack:
        ours, theirs = (stack.enter_context(Worker(tool.command)) for tool in (OURS, peer.tool))
        pairs = Pairs()
        for worker in (ours, theirs):  # what is made once, and no part of a page's cost
            worker.time(first)
        turns = [(ours, pairs.ours), (theirs, pairs.theirs)]
        for turn, batch in enumerate(others):
            for worker, times in turns if turn % 2 == 0 else reversed(turns):
                reply = worker.time(batch)
                if reply.cpu is None or (worker is ours and reply.error):
                    raise ToolError(reply.error or "no time was told")
                times.append(reply.cpu / len(batch))
                pairs.failed = pairs.failed or reply.error
    return pairs


def _figure(peer: Peer, name: str, batches: Batches, pairs: Pairs) -> Figure:
    first, second = (pairs.ours, pairs.theirs) if peer.is_floor else (pairs.theirs, pairs.ours)
    of_one, of_other = median(first) * 1000, median(second) * 1000
    note = (
        f"{of_one:.2f} ms to {of_other:.2f} ms a page;"
        f" {len(batches.told[0])} pages of {batches.kilobytes:.0f} KB a pair"
    )
    note = f"{note}; {pairs.failed}" if pairs.failed else note
    return Figure("a", name, *paired(first, second), rounds=len(first), goal=peer.goal, note=note)
