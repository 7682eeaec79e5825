"""Were all stories kept, each once, and as they were published? And how soon?"""

from dataclasses import dataclass
from itertools import pairwise

from benchmarks.simulation.play import Played
from benchmarks.simulation.records import Kept
from benchmarks.simulation.schedule import first_run_from
from benchmarks.simulation.truth import identity, published
from newscrawl.replica.heads import Head


@dataclass(frozen=True, slots=True)
class Stories:
    """The account of the stories; lists name ids."""

    published: int
    """World stories that came out in the simulated time."""
    astray: int
    """Of these, how many belong to another section, though the world section's feed has them."""
    kept: int
    """Of these, how many there are records of."""
    unseen: int
    """Of these, how many were taken down, or the simulation ended, before a run could see them."""
    missed: list[str]
    elsewhere: int
    """Further stories that were kept: older ones, and those that links led to."""
    duplicated: list[str]
    """Stories with two lines of one revision, or two in a row that are the same in every way."""
    restated: int
    """Lines that state an unchanged story again because its page has another template."""
    untrue: list[str]
    """Stories with a line that says what the page did not say when it was fetched."""
    lines: int


def count_stories(played: Played, kept: dict[str, Kept]) -> Stories:
    """Compare what was published with what was kept."""
    ids = {identity(head): head for head in published(played)}
    missing = {name: head for name, head in ids.items() if name not in kept}
    missed = [name for name, head in missing.items() if _could_be_seen(head, played)]
    return Stories(
        published=len(ids),
        astray=sum(head.astray for head in ids.values()),
        kept=len(ids) - len(missing),
        unseen=len(missing) - len(missed),
        missed=missed,
        elsewhere=len(kept.keys() - ids.keys()),
        duplicated=[name for name, story in kept.items() if _is_duplicated(story)],
        restated=sum(_restated(story) for story in kept.values()),
        untrue=[name for name, s in kept.items() if any(line.form is None for line in s.lines)],
        lines=sum(len(story.lines) for story in kept.values()),
    )


def _could_be_seen(head: Head, played: Played) -> bool:
    run = first_run_from(head.published, played.quiet)
    return run is not None and head.visible(run)


def _is_duplicated(kept: Kept) -> bool:
    lines = kept.lines
    if len({line.revision for line in lines}) < len(lines):
        return True
    return any(
        (one.form, one.template) == (other.form, other.template) for one, other in pairwise(lines)
    )


def _restated(kept: Kept) -> int:
    return sum(
        one.form == other.form and one.template != other.template
        for one, other in pairwise(kept.lines)
    )
