"""Why a record is not written; Scrapy counts each class by its name."""

from scrapy.exceptions import DropItem

from newscrawl.ledger.outcomes import Outcome

OLDER = "older"
"""Why a capture is no change: the file has a later one."""


class Dropped(DropItem):
    """A record that is not written, with the outcome that its story has for it."""

    outcome: Outcome = "dropped"
    reason = "dropped"

    def __init__(self, message: str, reason: str | None = None) -> None:
        """Say it to a person, and in one word for statistics."""
        super().__init__(message, log_level="DEBUG")
        self.reason = reason or type(self).reason


class Invalid(Dropped):
    """The record breaks the schema, or lacks what a story cannot lack; its page is kept aside."""

    reason = "invalid"


class OutOfRange(Dropped):
    """The story was published outside ``since`` and ``until``."""

    outcome = "skipped"
    reason = "out_of_range"


class Unchanged(Dropped):
    """The newest line of the story already says the same."""

    outcome = "unchanged"
    reason = "same"


class Enough(Dropped):
    """The run has as many stories as it may keep; this one is the next run's."""

    outcome = "deferred"
    reason = "max_articles"


class NotStored(Dropped):
    """The storage gave out; the story is the next run's."""

    outcome = "deferred"
    reason = "storage_failed"
