"""docs/near-duplicates.md, from what was measured."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from benchmarks.near_duplicates.lookup import Cost
from benchmarks.near_duplicates.quality import THRESHOLDS, Precision, Recall
from benchmarks.near_duplicates.shingles import Size
from newscrawl.signatures import LIKENESS, SHORTEST


class Results(NamedTuple):
    """All that was measured."""

    day: date
    stories: int
    copies: tuple[int, int]
    recalls: list[Recall]
    precisions: list[Precision]
    sizes: list[Size]
    costs: list[Cost]

    @property
    def light(self) -> list[Recall]:
        """The edits whose results have to be marked."""
        return [recall for recall in self.recalls if recall.is_light]

    def recall(self, threshold: float) -> float:
        """Return the share of lightly edited copies that is marked."""
        return sum(recall.found(threshold) for recall in self.light) / len(self.light)

    def wrong(self, threshold: float) -> int:
        """Return how many pairs are marked in error."""
        return sum(kind.marked(threshold) for kind in self.precisions)

    def precision(self, threshold: float) -> float:
        """Return the share of the marks that is right, over all pairs that were measured."""
        right = sum(recall.found(threshold) * len(recall.likeness) for recall in self.light)
        return right / (right + self.wrong(threshold))


_TEXT = """# Near-duplicates

Written by `python -m benchmarks.near_duplicates` on {day}; measured on invented stories.

A record whose body repeats that of an earlier story names it in `near_duplicate_of`: the same story
under two ids, a lightly edited rerun, a regional copy. It is kept all the same.

## What counts

- **An equal body** (`body_sha256`), of any length. Dateline and credits are no part of a body.
- **A body alike**, of {shortest} words or more: the runs of three words that both have are at
  least {likeness:.0%} of those that either has, by the estimate of a signature. Case, punctuation
  and the order of sentences do not count; figures do.
- That is a text with up to about one word in twelve changed, or up to a third of its sentences cut
  or added. **The same text with new figures counts** (the next day's toll in yesterday's story): it
  repeats the story, though it may say something new, and nothing is lost, because nothing is
  dropped. The same event told anew does not, even with half of the text the old background.
- The mark names the earliest seen story of the cluster. What was said of a story's first body
  holds for its later revisions. A feed's record has no body, and takes no part.

What it cannot see: another translation or a rewrite of the same wire story.

## Recall

Each edit was made to {samples} stories of the replica. **Light** edits have to be marked:
{recall:.1%} of them are, and {hardest:.1%} of the hardest kind. A similarity of 0 means that no
band is shared: the look-up does not come to compare the two.

{recalls}

Of the replica's {copies} copies {copied} are marked.

## Precision

None of these pairs was made as a near-duplicate. "Any two" are compared within {corpora:,} stories,
in sets of forty days; stories of one topic of the replica share more sentences than a newsroom's,
and where two are marked most sentences of the one are in the other (fact checks of one rumour).
Of all marks on light edits and on these pairs together {precision:.2%} are right.

{precisions}

## The threshold

The share of light edits that is marked, and the pairs that are marked in error:

{thresholds}

## Words in a shingle

The true similarity, without signatures: the highest of any two different stories of the replica,
and what 99 of 100 edited copies reach. The room between is widest at three words.

{sizes}

## Cost

Look-ups in a ledger of made-up signatures, by a process that opened it for that (most of its memory
are the Python modules, and the texts to look up); two processors that had other work beside. Half
of what was looked up were copies with one word in twenty replaced.

{costs}

At sixty stories a day a hundred thousand are four and a half years.
"""


def report(results: Results) -> str:
    """Return the document."""
    return _TEXT.format(
        day=results.day,
        shortest=SHORTEST,
        likeness=LIKENESS,
        samples=len(results.recalls[0].likeness),
        corpora=results.stories,
        hardest=min(recall.found(LIKENESS) for recall in results.light),
        recall=results.recall(LIKENESS),
        recalls=_recalls(results.recalls),
        copies=results.copies[0],
        copied=results.copies[1],
        precision=results.precision(LIKENESS),
        precisions=_precisions(results.precisions),
        thresholds=_thresholds(results),
        sizes=_sizes(results.sizes),
        costs=_costs(results.costs),
    )


def _recalls(recalls: list[Recall]) -> str:
    return _table(
        ["edit", "share", "light", "similarity, median", "found"],
        (
            [
                found.change.name,
                f"{found.share:.0%}",
                "yes" if found.is_light else "",
                f"{found.median:.2f}",
                f"{found.found(LIKENESS):.1%}",
            ]
            for found in recalls
        ),
    )


def _precisions(precisions: list[Precision]) -> str:
    return _table(
        ["pairs", "number", "sharing a band", "highest similarity", "marked"],
        (
            [
                kind.name,
                f"{kind.pairs:,}",
                f"{len(kind.likeness):,}",
                f"{max(kind.likeness, default=0):.2f}",
                str(kind.marked(LIKENESS)),
            ]
            for kind in precisions
        ),
    )


def _thresholds(results: Results) -> str:
    return _table(
        ["threshold", "light edits marked", "marked in error"],
        (
            [
                f"**{value:.3g}**" if value == LIKENESS else f"{value:.3g}",
                f"{results.recall(value):.1%}",
                str(results.wrong(value)),
            ]
            for value in THRESHOLDS
        ),
    )


def _sizes(sizes: list[Size]) -> str:
    return _table(
        ["words", "different stories", *sizes[0].edits, "room"],
        (
            [
                str(size.words),
                f"{size.unrelated:.2f}",
                *(f"{value:.2f}" for value in size.edits.values()),
                f"{min(size.edits.values()) - size.unrelated:+.2f}",
            ]
            for size in sizes
        ),
    )


def _costs(costs: list[Cost]) -> str:
    return _table(
        [
            "stories",
            "file, MB",
            "opening, ms",
            "look-up, ms, median",
            "99 %, processor",
            "adding one, ms",
            "memory, MB",
            "copies found",
        ],
        (
            [
                f"{cost.stories:,}",
                f"{cost.megabytes:,.0f}",
                f"{cost.opening:.1f}",
                f"{cost.lookup:.2f}",
                f"{cost.slowest:.2f}",
                f"{cost.keeping:.2f}",
                f"{cost.memory:.0f}",
                f"{cost.found:.1%}",
            ]
            for cost in costs
        ),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown; the first column is words, the others are numbers."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
