"""Where newscrawl's record is not what the page says, and why."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.evaluation.metrics import MEASURES
from benchmarks.evaluation.scores import Read, Score

EXPLAINED: Mapping[tuple[str, str], str] = {}
"""By page and field, for differences that are known and stay."""

_UNEXPLAINED = "not explained: a mistake of newscrawl, or of the page's truth"
_MISSING = object()


def differences(score: Score) -> list[str]:
    """Return a line for each field of each page that is not right."""
    return [
        f"- `{read.page.name}`: {name}: {EXPLAINED.get((read.page.name, name), _UNEXPLAINED)}"
        for read in score.reads
        for name in _wrong(read)
    ]


def checked(score: Score) -> int:
    """Return how many values of whole records were compared."""
    return sum(len(read.page.record or ()) for read in score.reads)


def _wrong(read: Read) -> Iterator[str]:
    if read.reply.error:
        yield f"the page ({read.reply.error})"
    elif read.page.record is not None:
        yield from _wrong_fields(read.page.record, read.reply.answer["record"])
    else:
        yield from _wrong_measures(read)


def _wrong_fields(expected: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    return [name for name in expected if record.get(name, _MISSING) != expected[name]]


def _wrong_measures(read: Read) -> Sequence[str]:
    truth, answer = read.page.truth, read.reply.answer
    wrong = [
        measure.name
        for measure in MEASURES
        if (measure.stated(truth) and not measure.right(truth, answer))
        or measure.invented(truth, answer)
    ]
    return wrong if truth.bodies else [*wrong, "the page's own text is not found again"]
