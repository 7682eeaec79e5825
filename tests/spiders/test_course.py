"""Every day of a range is looked at, but for those in the middle of a long empty past."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.spiders.course import Course, Known

FIRST = date(2019, 1, 1)
_A_FEW = 12


def days(count: int) -> list[date]:
    """Return so many days, one after the other."""
    return [FIRST + timedelta(days=at) for at in range(count)]


def walk(course: Course, answer: Callable[[date], Known]) -> list[date]:
    """Go over a course; return the days that were read, in order."""
    read: dict[date, Known] = {}
    while (day := course.next(lambda day: read.get(day, Known.OPEN))) is not None:
        assert day not in read, "a day is read once"
        read[day] = answer(day)
    return list(read)


def test_each_day_once_and_in_order() -> None:
    """Days that list stories are read one by one."""
    assert walk(Course(days(100)), lambda _: Known.LISTS) == days(100)


def test_a_few_empty_days_are_nothing() -> None:
    """Empty days here and there leave no other day out; nor do days that could not be read."""
    for what in (Known.EMPTY, Known.PASSED):
        some = {day: what if day.day <= _A_FEW else Known.LISTS for day in days(100)}
        assert walk(Course(days(100)), some.__getitem__) == days(100)


def test_an_empty_past_is_looked_at_in_strides() -> None:
    """An archive that ends costs a fortnight of looks, and twelve a year behind it."""
    read = walk(Course(days(30 + 3650)), lambda d: Known.LISTS if d in days(30) else Known.EMPTY)
    assert read[:44] == days(44)
    assert 100 < len(read) < 200


def test_a_stride_that_leads_to_stories_goes_back() -> None:
    """Where the archive begins behind empty years, no day of it is left out."""
    there = days(1000)[777:]
    read = walk(Course(days(1000)), lambda d: Known.LISTS if d in there else Known.EMPTY)
    assert set(there) <= set(read)
    assert len(read) < 14 + 777 / 30 + 2 * 30 + len(there)


@given(st.lists(st.sampled_from(list(Known)[1:]), max_size=400))
def test_it_always_comes_to_an_end(known: list[Known]) -> None:
    """Whatever the days are like, none is read twice, and none beside another with stories is missed."""
    range_ = days(len(known))
    answers = dict(zip(range_, known, strict=True))
    read = walk(Course(range_), answers.__getitem__)
    assert set(read) <= set(range_)
    for day in read:
        beside = day + timedelta(days=1)
        if answers[day] is Known.LISTS and beside in answers:
            assert beside in read
