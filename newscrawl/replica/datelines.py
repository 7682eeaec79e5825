"""Where a story was filed, in the forms that the agency has printed."""

from random import Random

from newscrawl.replica import dates
from newscrawl.replica.credits import Credits
from newscrawl.replica.heads import Head
from newscrawl.replica.traits import Era


def dateline(
    head: Head, written_for: Era, traits: frozenset[str], credit: Credits, draw: Random
) -> tuple[str | None, str | None]:
    """Return the places and the whole line."""
    facts = head.facts
    if head.kind == "video":
        return None, "ANTARA - "
    if head.kind in {"photo", "infographic"} or "no_dateline" in traits:
        return None, None
    if head.scenario.form == "release":
        return _of_release(head, traits)
    if head.scenario.form == "check":
        return "Jakarta", "Jakarta (ANTARA/JACX) – "
    place = draw.choice((facts["kota"], facts["kota"], facts["kota"], facts["ibu_kota"], "Jakarta"))
    if "two_places" in traits:
        place = f"{facts['kota']}/{facts['ibu_kota_tetangga']}"
    agency = "ANTARA News" if written_for == "B" or head.old_english else "ANTARA"
    if credit.wire_in_dateline:
        agency = f"ANTARA/{credit.wire_in_dateline}"
    return place, f"{place} ({agency}) {draw.choice('---–')} "


def _of_release(head: Head, traits: frozenset[str]) -> tuple[str, str]:
    """Return the line of a wire for releases: ``KOTA, Negara--(ANTARA/Business Wire)-- ``."""
    city = head.facts["kota"].upper()
    if "business_wire" in traits:
        place = f"{city}, {head.country.name}"
        return place, f"{place}--(ANTARA/Business Wire)-- "
    day = head.published.date()
    if head.article_id % 2:
        return city, f"{city}, {dates.long(day)} (Antara/PRNewswire) -- "
    return city, f"{city} (ANTARA/PRNewswire) -- "
