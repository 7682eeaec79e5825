"""How press releases and fact checks are built, in the grammar's notation."""

from collections.abc import Iterator
from random import Random
from typing import Literal

from newscrawl.replica.scenario import Scenario

Planned = tuple[Literal["paragraph", "subhead"], str]
_RELEASE_QUOTES = (
    '"{kutipan}," kata {tokoh}, {jabatan}.',
    '{tokoh}, {jabatan}, mengatakan, "{kutipan}."',
)
_MORE = ('"{kutipan}," tutup {belakang}.', '"{kutipan}," tambah {belakang}.')
_DENIALS = (
    '{jabatan} {tokoh} membantahnya. "{kutipan}," katanya.',
    '"{kutipan}," kata {jabatan} {tokoh}[ ketika dikonfirmasi| melalui pesan singkat|].',
)


def release(scenario: Scenario, lede: str, draw: Random) -> Iterator[Planned]:
    """Yield a press release: the news, a quotation, facts, and who the company is."""
    first, second = draw.sample(scenario.quotes, 2)
    yield "paragraph", lede
    yield "paragraph", draw.choice(_RELEASE_QUOTES).replace("{kutipan}", first)
    count = draw.randint(2, len(scenario.facts))
    for at in sorted(draw.sample(range(len(scenario.facts)), count)):
        yield "paragraph", scenario.facts[at]
    yield (
        "paragraph",
        f"Sementara itu, {{tokoh2}}, {{jabatan2}}, menilai {draw.choice(scenario.reported)}.",
    )
    yield "paragraph", draw.choice(_MORE).replace("{kutipan}", second)
    yield "subhead", scenario.subheads[0]
    yield "paragraph", draw.choice(scenario.background)


def check(scenario: Scenario, lede: str, draw: Random) -> Iterator[Planned]:
    """Yield a fact check: the rumour, the question, what was found, claim and verdict."""
    told = draw.sample(scenario.facts, 2)
    yield "paragraph", lede
    yield "paragraph", told[0]
    yield "paragraph", draw.choice(("Namun, benarkah {klaim}?", "Lalu, benarkah narasi tersebut?"))
    yield "subhead", draw.choice(scenario.subheads)
    yield "paragraph", draw.choice(_DENIALS).replace("{kutipan}", draw.choice(scenario.quotes))
    yield "paragraph", told[1]
    yield "paragraph", f"{{jabatan2}} {{tokoh2}} mengatakan {draw.choice(scenario.reported)}."
    yield "paragraph", draw.choice(scenario.background)
    yield "paragraph", "Klaim: {Klaim}."
    yield "paragraph", "Rating: {putusan}."
