"""Who wrote a story and whose wire it came from."""

from random import Random
from typing import NamedTuple

from newscrawl.replica.people import staff
from newscrawl.replica.places import Country

_SECOND_WIRE = ("AP", "AFP", "Reuters", "Anadolu")
_DATELINE_WIRES = ("Xinhua", "Anadolu", "Bernama", "PNA")


class Credits(NamedTuple):
    """The lines under a story and the wire in its dateline."""

    reporters: tuple[str, ...]
    translators: tuple[str, ...]
    editors: tuple[str, ...]
    agencies: tuple[str, ...]
    source_line: str | None
    """The wires as the story's last line prints them: ``Sumber: AP, AFP``."""
    wire_in_dateline: str | None
    crew: tuple[str, ...] = ()
    """Who made a video, in brackets behind its text."""


def release_credits(company: str, traits: frozenset[str]) -> Credits:
    """Return the credits of a press release: nobody of the desk, and a wire for such releases."""
    wire = "Business Wire" if "business_wire" in traits else "PRNewswire"
    named = "source_line" in traits
    agencies = (wire, company) if named else (wire,)
    source = f"Sumber: {company}" if named else None
    return Credits(("PR Wire",), (), ("PR Wire",), agencies, source, wire)


def video_credits(draw: Random) -> Credits:
    """Return the credits of a video that names its crew and nobody else."""
    return Credits((), (), (), (), None, None, staff(3, draw))


def check_credits(draw: Random) -> Credits:
    """Return the credits of a fact check, which a desk of its own makes."""
    return Credits(("Tim JACX",), (), staff(1, draw), (), None, None)


def draw_credits(country: Country, traits: frozenset[str], draw: Random, *, own: bool) -> Credits:
    """Return the credits of one story; its own ones have no wire and no translator."""
    first, second, third, fourth = staff(4, draw)
    if own:
        own_reporters = (first, second) if "two_reporters" in traits else (first,)
        return Credits(own_reporters, (), (third,), (), None, None)
    reporters = (fourth,) if draw.random() < 0.25 else ()  # noqa: PLR2004 - a share
    if "wire_in_dateline" in traits:
        wire = country.wire if country.wire in _DATELINE_WIRES else draw.choice(_DATELINE_WIRES)
        return Credits(reporters, (first,), (second,), (wire,), None, wire)
    source, agencies = country.wire, tuple(country.wire.split("/"))
    if "two_wires" in traits and len(agencies) == 1:
        other = draw.choice([wire for wire in _SECOND_WIRE if wire != source])
        source, agencies = f"{source}, {other}", (source, other)
    return Credits(reporters, (first,), (second,), agencies, f"Sumber: {source}", None)
