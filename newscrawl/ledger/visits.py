"""What a visit to a story's page brought, beside the story."""

from dataclasses import dataclass
from datetime import datetime

from newscrawl.items import Article
from newscrawl.ledger.validators import Validators

_FEED = "feed"
"""The template of a record that is a feed's metadata alone."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page said of itself."""

    published: datetime | None = None
    validators: Validators | None = None
    """None where the page was not read: the known ones stand."""


def visit_of(article: Article) -> Visit:
    """Return what a record says of the visit that it comes from."""
    when = _time(article.date_published)
    if article.http is None or article.template == _FEED:  # then they are the feed's own
        return Visit(when)
    return Visit(when, Validators(article.http.etag, article.http.last_modified))


def _time(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:  # of a record that is not valid, and not kept
        return None
