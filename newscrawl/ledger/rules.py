"""What a run takes, as far as the ledger must know it."""

from datetime import datetime
from typing import Protocol


class Rules(Protocol):
    """The part of the spider's arguments that decides which stories are fetched."""

    @property
    def follow_depth(self) -> int:
        """The most hops from article to article."""

    @property
    def is_local(self) -> bool:
        """Whether this machine is asked in the place of the site."""

    @property
    def main_hosts(self) -> frozenset[str]:
        """The hosts whose answers tell how the site is."""

    @property
    def feed_only(self) -> bool:
        """Whether no article page is to be requested."""

    @property
    def max_articles(self) -> int | None:
        """The most stories to keep in one run."""

    @property
    def earliest(self) -> datetime | None:
        """The first moment of the range of publication times, or None."""

    @property
    def latest(self) -> datetime | None:
        """The first moment after the range, or None."""

    def skip_reason(self, depth: int, published: datetime | None) -> str | None:
        """Return why a story is not to be fetched in this run, or None."""


LATEST = 253_402_300_799
"""The last second of the year 9999: no datetime in UTC is later."""


def seconds(time: datetime | None) -> int:
    """Return a time as the ledger keeps it: whole seconds since 1970, 0 for unknown.

    A time that no story can have, such as one that a feed misprints, is unknown.
    """
    count = 0 if time is None else int(time.timestamp())
    return count if 0 < count <= LATEST else 0
