"""What the cards of a listing say of the range."""

from datetime import datetime

from newscrawl.antara.listings import Card
from newscrawl.spiders.arguments import Arguments


def certain(arguments: Arguments, card: Card) -> datetime | None:
    """Return the time of a card, or None where it does not tell whether it is in the range."""
    published, first = card.published, card.earliest
    if published is None or first is None:
        return None
    is_within = all(arguments.skip_reason(0, time) is None for time in (first, published))
    is_before = arguments.earliest is not None and published < arguments.earliest
    is_behind = arguments.latest is not None and first >= arguments.latest
    return published if is_within or is_before or is_behind else None
