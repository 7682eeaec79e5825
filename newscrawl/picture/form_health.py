"""The form of what is told of the crawl: delays, lengths, fields, runs.

See :mod:`newscrawl.picture.form`, of which this is a part.
"""

from typing import TypedDict

Series = list[tuple[int, int]]
"""Day and count, ascending; days with a count of 0 are left out."""


class Delay(TypedDict):
    """From publication (as the page prints it) to the first time the story was kept."""

    stories: Series
    """Stories for which both are known."""
    buckets: list[str]
    """Names of the buckets, shortest first; what was kept before its printed time is in the
    first."""
    counts: list[Series]
    """Stories of each bucket."""
    watched_from: int | None
    """Day of the first fetch that is kept: stories of earlier days could not be seen sooner. It
    may lie outside ``days``."""


class Words(TypedDict):
    """Length of the stories."""

    stories: Series
    """Stories with a body."""
    undated: int
    sum: Series
    """Words of their bodies."""


class Span(TypedDict):
    """Days of another kind than publication: of the fetch, of the run's start (Asia/Jakarta)."""

    first: str
    count: int


class Fetched(TypedDict):
    """Health by day of the fetch: of each line that the selection takes, in all revisions.

    All series number days from ``days.first`` of this object.
    """

    days: Span | None
    lines: Series
    undated: int
    """Lines whose time of the fetch cannot be read, which only damage makes."""
    pages: Series
    """Lines that were read from a page: all but those of feeds' metadata (template ``feed``)."""
    fields: dict[str, Series]
    """For each field that a page prints, in how many of ``pages`` it is not empty; in the record's
    order."""
    by_template: dict[str, Series]
    """Lines by template; most frequent first."""
    fallbacks: dict[str, Series]
    """``field: source``, such as ``body: generic``; most frequent first."""


class Runs(TypedDict):
    """What run reports say that are kept, whatever the selection; days are those of the start."""

    days: Span | None
    count: int
    """Reports that were read."""
    unread: int
    """Reports that could not be read."""
    unread_files: list[str]
    """Twenty of them at most."""
    runs: Series
    exit_codes: dict[str, Series]
    """Runs by exit code."""
    requests: Series
    not_modified: Series
    """Answers with status 304."""
    bytes: Series
    """Received, headers included."""
    statuses: dict[str, Series]
    """Answers by status."""
    outcomes: dict[str, dict[str, Series]]
    """Stories found by outcome and reason (``""`` where there is none)."""
