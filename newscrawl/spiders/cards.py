"""What the cards of a listing say of the range."""

from datetime import datetime, timedelta

from newscrawl.spiders.arguments import Arguments


def certain(arguments: Arguments, published: datetime | None) -> datetime | None:
    """Return the time of a card, or None where it does not tell whether it is in the range.

    "1 jam lalu" is up to two hours ago.
    """
    if published is None:
        return None
    times = (published, published - timedelta(hours=1))
    return published if len({arguments.skip_reason(0, t) for t in times}) == 1 else None
