"""The days of a run's range for its report: what is known of each, and which look thin."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from newscrawl import clock
from newscrawl.clock import WIB
from newscrawl.ledger.days import LISTING, Days, is_over
from newscrawl.ledger.outcomes import GIVEN_UP
from newscrawl.ledger.rules import seconds
from newscrawl.run import Run
from newscrawl.thin import thin

_NAMED = 20
"""How many thin days are named."""
_ALL_OF = 62
"""Days of a range of which a report always has each; of a longer one only if it was worked on."""

# Whatever way a story was found: what counts is when it came out.
_COUNTED = """
SELECT count(*), sum(state = 'kept'),
    sum((state = 'pending' AND tries > 0) OR (state = 'dropped' AND reason = :given_up))
FROM stories INDEXED BY stories_by_day
WHERE published >= :first AND published < :last AND state <> 'skipped'
    AND id >= :prefix || ':' AND id < :prefix || ';'
"""


@dataclass(frozen=True, slots=True)
class DayAccount:
    """What is known of the stories of a day, by this run and those before."""

    day: str
    way: str | None
    """How its list was read; ``listing``: from the sections' own; null where it was not."""
    listed: int
    """Stories that its list names in the run's sections; 0 for ``listing``."""
    discovered: int
    """Stories of the edition that are known to have come out on it, and were wanted."""
    kept: int
    failed: int
    """Those whose page could not be had, so far or for good."""
    done: bool
    thin: bool = False
    """Whether it has far fewer stories than its neighbours."""


@dataclass(frozen=True, slots=True)
class RangeAccount:
    """The days of the range, in numbers; one that is not over yet is in none but the first."""

    days: int
    done: int
    left: int
    """Days that the next run goes on with."""
    not_offered: int
    """Days to which nothing leads."""
    first_not_offered: str | None
    last_not_offered: str | None
    thin: tuple[str, ...]
    """The first of the thin ones."""


@dataclass(frozen=True, slots=True)
class _Counts:
    discovered: int
    kept: int
    failed: int


def account(run: Run) -> tuple[tuple[DayAccount, ...], RangeAccount | None]:
    """Return what a report says of the days of its run's range, oldest first."""
    days = sorted(run.backfilled.days)
    if not days:
        return (), None
    told = [_told(run, day, _counted(run, day)) for day in days]
    flags = thin([each.discovered if each.done else None for each in told])
    told = [replace(each, thin=flag) for each, flag in zip(told, flags, strict=True)]
    was_worked_on = "archive" in run.measured.requests or len(days) <= _ALL_OF
    shown = [each for each in told if was_worked_on or each.thin or not each.done]
    return tuple(shown), _summed(run, days, told)


def _summed(run: Run, days: Sequence[date], told: Sequence[DayAccount]) -> RangeAccount:
    now, missing = clock.now(), sorted(run.backfilled.not_offered)
    done = sum(each.done for each in told)
    over = sum(is_over(day, now) or each.done for day, each in zip(days, told, strict=True))
    return RangeAccount(
        days=len(days),
        done=done,
        left=over - done - len(missing),
        not_offered=len(missing),
        first_not_offered=missing[0].isoformat() if missing else None,
        last_not_offered=missing[-1].isoformat() if missing else None,
        thin=tuple(each.day for each in told if each.thin)[:_NAMED],
    )


def _counted(run: Run, day: date) -> _Counts:
    """Count the stories of a day: the ledger may know a hundred times as many of others."""
    midnight = datetime.combine(day, time(), WIB)
    discovered, kept, failed = run.database.execute(
        _COUNTED,
        {
            "given_up": GIVEN_UP,
            "prefix": run.backfilled.prefix,
            "first": seconds(midnight),
            "last": seconds(midnight + timedelta(days=1)),
        },
    ).fetchone()
    return _Counts(discovered, kept or 0, failed or 0)


def _told(run: Run, day: date, counts: _Counts) -> DayAccount:
    """Return the account of a day; it is as far as the section in which it came least far."""
    store, range_ = Days(run.database), run.backfilled
    known = [store.get(scope, day) for scope in range_.scopes]
    ways = {at.way for at in known if at is not None and at.way is not None}
    is_over_ = is_over(day, clock.now())
    walked = [range_.is_walked(scope, day) for scope in range_.scopes]
    done = (
        is_over_
        and day not in range_.not_offered
        and all(
            (at is not None and at.done) or is_walked
            for at, is_walked in zip(known, walked, strict=True)
        )
    )
    ways |= {LISTING} if any(walked) and not ways else set()
    return DayAccount(
        day=day.isoformat(),
        way=min(ways, key=lambda way: (way == LISTING, way), default=None),
        listed=max((at.listed for at in known if at is not None), default=0),
        discovered=counts.discovered,
        kept=counts.kept,
        failed=counts.failed,
        done=done,
    )
