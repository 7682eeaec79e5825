"""What a kind of story is made of: the form of every vocabulary table under ``topics``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Origin = Literal["home", "neighbour", "abroad"]
Form = Literal["news", "release", "check"]


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """One kind of story: its sentences, in the grammar's notation, and the facts they need.

    Sentences may use the facts that every story has (``kota``, ``negara``, ``ibu_kota``,
    ``kawasan``, ``tetangga``, ``ibu_kota_tetangga``, ``kepala``, ``hari``, ``hari_saja``,
    ``kemarin``, ``nanti``, ``bulan``, ``tahun``, ``tahun_lalu``, ``sejak``) and the scenario's own.
    """

    topic: str
    """Name of the topic; stories of one topic point to each other."""
    section: str = "Dunia"
    """Section that the story is filed under."""
    language: Literal["id", "en"] = "id"
    """Language of every sentence."""
    form: Form = "news"
    """How the story is built: news, a company's press release, or a check of a rumour."""
    subsection: str | None = None
    """Fixed subsection; without one, a world story's country decides."""
    countries: tuple[str, ...] = ()
    """Countries where it may happen; none means anywhere."""
    speaker: tuple[str, ...]
    """Titles of the first person who speaks."""
    second: tuple[str, ...]
    """Titles of the second person who speaks."""
    second_from: Origin = "home"
    """Where the second person comes from."""
    coastal: bool = False
    """Whether it happens by the sea."""
    border: bool = False
    """Whether the other country must share a land border with the first."""
    numbers: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Whole numbers with their bounds; the first one is what a correction revises."""
    tenths: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Numbers with one decimal, bounds in tenths."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Further facts, one of several each."""
    headlines: tuple[str, ...]
    ledes: tuple[str, ...]
    """First paragraphs; they name the day and none of the speakers."""
    quotes: tuple[str, ...]
    """What the first person says, without quotation marks and full stop."""
    facts: tuple[str, ...]
    """Paragraphs of fact, in the order in which they may follow each other."""
    reported: tuple[str, ...]
    """What the second person is reported to say, after "mengatakan"."""
    second_quotes: tuple[str, ...]
    """What the second person says."""
    background: tuple[str, ...]
    """Closing paragraphs."""
    subheads: tuple[str, ...]
    captions: tuple[str, ...]
    """What the picture shows, up to the place and the day."""
    tags: tuple[str, ...]
