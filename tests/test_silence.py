"""A silent night is no alarm, a site that has stopped is one."""

from datetime import UTC, datetime, timedelta

from newscrawl.silence import Rhythm, silence

NEWEST = datetime(2026, 11, 20, 5, tzinfo=UTC)
HOUR = 3600


def rhythm(longest_gap_hours: float, stories: int = 100) -> Rhythm:
    """Return a rhythm whose newest story is of a fixed time."""
    return Rhythm(int(NEWEST.timestamp()), int(longest_gap_hours * HOUR), stories)


def test_a_silent_night() -> None:
    """A day without a story is within the site's ways, however dense they are."""
    assert silence(rhythm(1), NEWEST + timedelta(hours=23)) is None


def test_longer_than_ever() -> None:
    """Beyond a day, and beyond twice the longest silence so far, it is named with both."""
    told = "no new story for 30 h; the longest silence before was 9.0 h"
    assert silence(rhythm(9), NEWEST + timedelta(hours=30)) == told
    assert silence(rhythm(20), NEWEST + timedelta(hours=30)) is None


def test_a_section_of_few_stories() -> None:
    """Where days pass between two stories, days say nothing."""
    assert silence(rhythm(60), NEWEST + timedelta(hours=110)) is None


def test_a_young_archive_knows_no_rhythm() -> None:
    """Before fifty stories nothing is said."""
    assert silence(rhythm(1, stories=49), NEWEST + timedelta(days=30)) is None


def test_the_rhythm_grows_by_each_run() -> None:
    """Gaps count within a run and from the run before; a late, older story makes none."""
    first = Rhythm(0, 0, 0).after([1000, 4000, 2000])
    assert first == Rhythm(4000, 2000, 3)
    assert first.after([]) == first
    assert first.after([9000, 3000]) == Rhythm(9000, 5000, 5)
