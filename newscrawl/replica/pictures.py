"""Pictures with caption and credit, in the forms that the site prints them in."""

from datetime import date, timedelta
from random import Random

from newscrawl.replica import dates
from newscrawl.replica.grammar import expand
from newscrawl.replica.heads import Head
from newscrawl.replica.names import PHOTOGRAPHERS
from newscrawl.replica.story import Picture
from newscrawl.replica.traits import Era

_DESK = ("aww", "cfo", "foc", "nym", "wsj", "hp", "tom")
_ENGLISH_HANDOUTS = ("Foreign Ministry", "{kota} City Government", "Personal Collection")
_HANDOUTS = ("Kementerian Luar Negeri", "Pemerintah Kota {kota}", "Dok. Pribadi")


def picture(head: Head, era: Era, draw: Random) -> Picture:
    """Return a picture of the story's place, taken on its day or the day before."""
    day = head.published.date()
    taken = dates.in_caption(day - timedelta(days=draw.randint(0, 1)))
    scene = expand(draw.choice(head.scenario.captions), head.facts, draw)
    if head.edition == "en":
        place = f"in {head.facts['kota']}, {head.country.name}, on"
        taken = dates.in_english_copy(day)
    else:
        place = f"di {head.facts['kota']}, {head.country.name},"
    caption = f"{scene} {place} {taken}."
    credit, printed = _credit(head, draw)
    file = f"{day:%Y%m%d}-{draw.choice(_DESK)}-{draw.randrange(10**6):06}.jpg"
    return Picture(_address(day, file, era), caption, credit, f"{caption} {printed}")


def graphic(head: Head, era: Era, draw: Random) -> Picture:
    """Return an infographic, which says everything itself."""
    day = head.published.date()
    file = f"{day:%Y%m%d}-infografik-{draw.randrange(10**6):06}.jpg"
    return Picture(_address(day, file, era), None, None, "")


def _address(day: date, file: str, era: Era) -> str:
    if era in {"A", "B"}:
        return f"http://img.antaranews.com/new/{day:%Y/%m}/ori/{file}"
    if era == "C":
        return f"https://img.antaranews.com/cache/1200x800/{day:%Y/%m/%d}/{file}.webp"
    return f"https://cdn.antaranews.com/cache/1200x800/{day:%Y/%m/%d}/{file}"


def _credit(head: Head, draw: Random) -> tuple[str, str]:
    """Return the credit and the form it is printed in."""
    name = draw.choice(PHOTOGRAPHERS)
    handouts = _ENGLISH_HANDOUTS if head.edition == "en" else _HANDOUTS
    wire = head.country.wire.partition("/")[0]
    desk = "/".join(draw.sample(_DESK, 2))
    if wire == "ANTARA" or draw.random() < 0.3:  # noqa: PLR2004 - a share
        credit = draw.choice(
            (
                f"ANTARA FOTO/{name}",
                f"ANTARA/HO-{draw.choice(handouts).format_map(head.facts)}",
                f"ANTARA/{name}",
            )
        )
        return credit, draw.choice((credit, f"({credit})", f"({credit})."))
    if wire == "Reuters":
        credit = f"REUTERS/{name}/{desk}"
        return credit, f"{credit} (REUTERS/{name.upper()})"
    credit = f"ANTARA/{wire}/{draw.choice((name, desk))}"
    return credit, draw.choice((credit, f"({credit})"))
