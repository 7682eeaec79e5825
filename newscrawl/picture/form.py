"""The form of the picture's data, as it stands in the page: JSON, with no text of a story in it.

A **story** is the newest revision of an ``id``. Only stories that the selection takes are counted,
but where it says "kept": that is all of the directory. Days are those of publication in
Asia/Jakarta, unless it says otherwise, and each is a number: 0 is ``days.first``. A story without a
usable date of publication is **undated**: it is in no series, and each figure says how many of its
stories are (``undated``), so that a series' sum and its ``undated`` make all.

Strings are data: whatever a page printed may be in them, markup too.
"""

from typing import TypedDict

from newscrawl.picture.form_bonds import Clusters, Corrections, Gone, Links, Threads
from newscrawl.picture.form_health import Delay, Fetched, Runs, Series, Words

FORM = 1
"""Version of this form."""

Link = tuple[int | None, str | None, str]
"""Day (null: undated), headline, address of a story."""


class Stray(TypedDict):
    """A story whose date lies far from all others', by mistake most likely."""

    id: str
    headline: str | None
    url: str
    day: int


class Days(TypedDict):
    """The days that series number."""

    first: str
    """Day 0, YYYY-MM-DD."""
    count: int
    """From the first to the last day with a story, both included; tens of thousands where one
    story is dated 1970 or 2099."""
    main: tuple[int, int]
    """First and last day of what an axis shows at first: all but days that more than a year parts
    from it and that have, together on their side, fewer than one in a hundred of the stories, or a
    single one. Days within it that ``stories`` does not have are gaps; days outside are none, and
    are told of in words (``strays``)."""
    strays: int
    """Stories outside ``main``."""
    examples: list[Stray]
    """Twenty of them at most."""


class Passed(TypedDict):
    """What could not be used of the day files."""

    count: int
    examples: list[str]
    """File, line and reason; twenty at most."""


class Kept(TypedDict):
    """What the directory has, whatever the selection."""

    stories: int
    lines: int


class Group(TypedDict):
    """What stories name of one sort: each name once a story."""

    stories: Series
    """Stories that name any."""
    undated: int
    """Undated stories that name any."""
    values: dict[str, Series]
    """The most frequent names, most frequent first: 60, of tags 200, and the twelve that are most
    frequent in each month (ties by name)."""
    other: Series
    """Mentions of all other names: the values' sums and this one's are all mentions."""
    named: int
    """How many different names."""


class Placing(TypedDict):
    """To which countries stories belong by one way of telling."""

    stories: Series
    """Those that could tell: with a dateline's place, or with a headline or tags."""
    undated: int
    """The same, undated."""
    placed: Series
    """With one country or more."""
    countries: dict[str, Series]
    """By ISO 3166-1 alpha-2 code (and XK), most frequent first; a country once a story."""
    unplaced: list[tuple[str, int]]
    """Names that look like places and could not be placed, with the stories that have them, most
    frequent first; 200 at most."""
    unplaced_names: int
    """How many such names there are."""
    unplaced_stories: Series
    """Stories with such a name (they may have a country from another name)."""


class Placings(TypedDict):
    """The map: by dateline, and by what is named, told apart."""

    dateline: Placing
    named: Placing
    """From headline and tags together."""
    names: dict[str, str]
    """English short name of each country."""
    latest: dict[str, list[Link]]
    """The five newest stories of each country, by dateline or name, newest first."""


class Picture(TypedDict):
    """Everything that the report shows."""

    form: int
    made_at: str
    """UTC."""
    newscrawl: str
    """Version."""
    selection: str
    """As a person would say it."""
    kept: Kept
    extractor_versions: dict[str, int]
    """Stories by the version of the extractor that read them."""
    records: int
    """Stories."""
    lines: int
    """Lines that the selection takes, in all revisions."""
    undated: int
    """Undated stories."""
    passed: Passed
    days: Days | None
    """Null when no story is dated."""
    stories: Series
    groups: dict[str, Group]
    """``agencies``, ``translators``, ``editors``, ``reporters``, ``sections``, ``tags``,
    ``kinds``, ``languages``, ``editions``, ``templates``, ``fallbacks`` (``field: source``) and
    ``discovered`` (via), all of them always there."""
    places: Placings
    links: Links
    threads: Threads
    clusters: Clusters
    corrections: Corrections
    gone: Gone
    delay: Delay
    words: Words
    fetched: Fetched
    runs: Runs
