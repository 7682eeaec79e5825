"""The crawls that are measured: newscrawl's own, and those of the usual project."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive.measure import Cost, python
from benchmarks.bench.site import Site
from newscrawl.replica.counts import Request

ROOT = Path(__file__).resolve().parents[2]
USUAL = Path(__file__).resolve().parent / "usual"
CONCURRENT = 16
_FAST = (
    "DOWNLOAD_DELAY=0",
    "AUTOTHROTTLE_ENABLED=0",
    f"CONCURRENT_REQUESTS={CONCURRENT}",
    f"CONCURRENT_REQUESTS_PER_DOMAIN={CONCURRENT}",
)


class NotMeasured(Exception):  # noqa: N818 - it says what is not so, like Scrapy's NotConfigured
    """Two crawls cannot be compared, and why."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a crawl cost, and what it asked for."""

    cost: Cost
    requests: Sequence[Request]

    @property
    def stories(self) -> int:
        """How many pages of stories it was given."""
        return sum(one.kind == "article" and one.size > 0 for one in self.requests)

    @property
    def asked(self) -> Counter[tuple[str, str]]:
        """The pages that it asked for."""
        return Counter((one.host, one.path) for one in self.requests)

    @property
    def kinds(self) -> str:
        """Its requests by kind, in words."""
        kinds = Counter(one.kind for one in self.requests)
        return ", ".join(f"{number:,} {kind}" for kind, number in kinds.most_common())

    @property
    def bytes(self) -> int:
        """How much went both ways, heads included."""
        return sum(one.asked + one.answered for one in self.requests)


def newscrawl(site: Site, data: Path, *options: object, **arguments: object) -> Ran:
    """Let newscrawl crawl, politeness off and all else as it always is.

    Raises:
        subprocess.CalledProcessError: it was not healthy.
    """
    given = [f"{name}={value}" for name, value in ({"origin": site.origin} | arguments).items()]
    site.drain()
    cost = python(
        *("-m", "scrapy", "crawl", "antara"),
        *(part for one in given for part in ("-a", one)),
        *(part for one in _FAST for part in ("-s", one)),
        *options,
        at=ROOT,
        environment={"NEWSCRAWL_DATA": str(data)},
    )
    return Ran(cost, site.drain())


def usual(spider: str, site: Site, pages: Path, *more: object) -> Ran:
    """Let a spider of the usual project fetch the pages that a file names.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    site.drain()
    cost = python(*usual_command(spider, site.origin, pages), *more, at=USUAL, environment=IMPORTS)
    return Ran(cost, site.drain())


IMPORTS = {
    "PYTHONPATH": str(ROOT),
    "SCRAPY_SETTINGS_MODULE": "benchmarks.bench.usual.settings",
}
"""The environment in which the usual project is found; the settings that are named there count
before those of a scrapy.cfg, and another project's may be."""


def usual_command(spider: str, origin: str, pages: Path) -> list[str]:
    """Return what Python is told to crawl with a spider of the usual project."""
    return ["-m", "scrapy", "crawl", spider, "-a", f"origin={origin}", "-a", f"pages={pages}"]


def write_list(path: Path, requests: Iterable[Request]) -> Path:
    """Write what was asked for, so that a spider of the usual project asks for the same."""
    lines = [f"{one.kind} {one.host} {one.path}\n" for one in requests]
    path.write_text("".join(lines), encoding="ascii")
    return path
