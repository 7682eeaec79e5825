"""What the stories are about: one table of vocabulary a topic."""

from newscrawl.replica.scenario import Scenario
from newscrawl.replica.topics import (
    asean,
    bencana,
    cek_fakta,
    diplomasi,
    ekonomi,
    english_home,
    english_world,
    haji,
    iklim,
    kemanusiaan,
    kesehatan,
    konflik,
    nusantara,
    olahraga,
    pemilu,
    perhubungan,
    rilis,
    sains,
)

WORLD: tuple[Scenario, ...] = tuple(
    scenario
    for module in (
        konflik, diplomasi, bencana, ekonomi, kesehatan, iklim, pemilu,
        sains, haji, asean, kemanusiaan, perhubungan,
    )
    for scenario in module.SCENARIOS
)  # fmt: skip
"""The world section."""
ELSEWHERE: tuple[Scenario, ...] = (
    nusantara.ECONOMY,
    nusantara.HUMANIORA,
    nusantara.MOTORING,
    *olahraga.SCENARIOS[:1],
)
"""The national host's other sections."""
REGIONAL: tuple[Scenario, ...] = (nusantara.EAST_JAVA,)
"""The regional host."""
SPORT: tuple[Scenario, ...] = olahraga.SCENARIOS[1:]
"""Sport that runs in the world section."""
RELEASES: tuple[Scenario, ...] = rilis.SCENARIOS
"""Press releases of companies."""
CHECKS: tuple[Scenario, ...] = cek_fakta.SCENARIOS
"""Checks of rumours."""
ENGLISH: tuple[Scenario, ...] = (*english_world.SCENARIOS, *english_home.SCENARIOS)
"""The English edition."""
