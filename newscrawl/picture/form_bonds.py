"""The form of what is told of single stories: links, threads, repeats, corrections, what is gone.

See :mod:`newscrawl.picture.form`, of which this is a part.
"""

from typing import TypedDict

from newscrawl.picture.form_health import Series

Linked = tuple[int, str, str | None, str, int | None]
"""How many stories point to it, ``id``, headline, address, day; of a story that is not kept, the
headline as a link prints it, and no day."""
ThreadMember = tuple[int, int, str, str | None, str]
"""Day, minutes since midnight in Asia/Jakarta, ``id``, headline, address."""
ClusterMember = tuple[int | None, str, str | None, str, list[str]]
"""Day, ``id``, headline, address, agencies."""


class Links(TypedDict):
    """Links between stories; series count links, by the day of the story that has them."""

    stories: Series
    """Stories with links."""
    undated: int
    """Undated stories with links."""
    all: Series
    baca_juga: Series
    related_news: Series
    kept: Series
    """Whose target is kept."""
    most_linked: list[Linked]
    """To which most stories point (itself not counted); 50 at most."""


class Thread(TypedDict):
    """A story thread."""

    stories: int
    first: int
    last: int
    tags: list[str]
    """The three that most of its stories have."""
    common: list[str]
    """Tags that all its stories have, in lower case."""
    countries: list[str]
    """Codes of the countries that all its stories name in headline or tags."""
    days: Series
    """All its stories."""
    members: list[ThreadMember]
    """By time; of more than 80 those that have the most links within the thread."""
    edges: list[tuple[int, int]]
    """Places in ``members``: the first links to the second."""


class Threads(TypedDict):
    """Stories that "Baca juga" ties together."""

    count: int
    """Threads of three stories or more."""
    stories: int
    """Stories in them."""
    links: int
    """Links "Baca juga" from one selected, dated story to another: what there was to tie."""
    ties: int
    """Pairs of stories that are tied by the rule."""
    shown: int
    rule: str
    """One sentence."""
    list: list[Thread]
    """The biggest first, 60 at most."""


class Cluster(TypedDict):
    """Stories that repeat each other."""

    size: int
    members: list[ClusterMember]
    """By time, undated last; 80 at most."""


class Clusters(TypedDict):
    """Near-duplicates; the first story of a cluster may lie outside the selection."""

    of: Series
    """Stories with a body: what can be a duplicate."""
    of_undated: int
    count: int
    """Clusters of two stories or more."""
    stories: int
    """Stories in them."""
    series: Series
    """Stories that repeat an earlier one."""
    undated: int
    """The same, undated."""
    alone: int
    """Stories that repeat one which is not selected, with no other that does: in no cluster."""
    list: list[Cluster]
    """The biggest first, 60 at most."""


class Correction(TypedDict):
    """A corrected story."""

    id: str
    headline: str | None
    url: str
    day: int | None
    revisions: int
    """Revisions of its page that are kept."""
    changed: list[str]
    """Fields that changed in any of its corrections."""
    at: str
    """When the last corrected revision was fetched, UTC."""


class Corrections(TypedDict):
    """Stories that changed after they were first read from their page."""

    of: Series
    """Stories read from their page: what can be seen to be corrected."""
    of_undated: int
    stories: int
    """Corrected stories."""
    series: Series
    """The same by day of publication."""
    undated: int
    corrections: int
    """One for each later revision of a story's page in which a field of the story changed."""
    fields: dict[str, int]
    """For each field, in how many corrections it changed; most frequent first."""
    list: list[Correction]
    """The 100 last corrected, newest first."""


class GoneStory(TypedDict):
    """A story that the site has no more."""

    id: str
    headline: str | None
    url: str
    day: int | None
    since: str
    """When it was first found gone, UTC."""


class Gone(TypedDict):
    """Stories that the site has no more; the ledger knows."""

    ledger: str
    """``read``, ``absent`` (nothing is known), or why it cannot be read."""
    count: int
    series: Series
    """The same by day of publication."""
    undated: int
    list: list[GoneStory]
    """The 100 last found gone, newest first."""
