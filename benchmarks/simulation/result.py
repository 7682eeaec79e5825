"""All that is measured, and whether it reaches its goals."""

import re
from collections import Counter
from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import Any

from benchmarks.simulation.delays import Delay, measure_delays
from benchmarks.simulation.later import Later, count_corrections, count_takedowns
from benchmarks.simulation.memory import peak
from benchmarks.simulation.play import Played, Ran
from benchmarks.simulation.records import Kept, read
from benchmarks.simulation.stories import Stories, count_stories
from benchmarks.simulation.traffic import Idle, Traffic, count_idle, count_traffic

MOST_PAGES = 1.05
MOST_IDLE_REQUESTS = 2
MOST_IDLE_BYTES = 2_000
_MOST_ALARMS = 5
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Goal:
    """A promise, and what came of it."""

    name: str
    wanted: str
    found: str
    is_met: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What a simulation showed."""

    played: Played
    stories: Stories
    changes: int
    """Lines that brought a correction."""
    corrections: Later
    takedowns: Later
    traffic: Traffic
    idle: Idle
    delay: Delay
    delay_in_trouble: Delay
    exit_codes: dict[str, dict[str, int]]
    """Runs by what they met, then by how they ended."""
    alarms: dict[str, int]
    """Why runs that nothing hindered ended other than well, numbers left out; the most frequent."""
    alarmed_until: float | None
    """Hours after the new template until the last such run; none where there was none."""
    peak_memory: int
    """Bytes, of crawler and site together: they are one process here."""
    ledger_bytes: int
    lines_bytes: int

    @property
    def pages_per_story(self) -> float:
        """Article pages downloaded per new story or correction, the new template's apart."""
        return self.traffic.per_story(self._news)

    @property
    def pages_per_story_with_template(self) -> float:
        """The same, with those pages."""
        return self.traffic.per_story_with_template(self._news)

    @property
    def _news(self) -> int:
        return self.stories.kept + self.stories.elsewhere + self.changes

    def goals(self) -> list[Goal]:
        """Return each goal and whether it is met."""
        every, stories = self.played.plan.every.total_seconds() / 60, self.stories
        return [
            _none("stories missed", stories.missed),
            _none("stories duplicated", stories.duplicated),
            _none("stories that read otherwise than published", stories.untrue),
            _all("corrections caught at the next revisit", self.corrections),
            _all("takedowns noted at the next revisit", self.takedowns),
            _at_most("pages downloaded per story or correction", self.pages_per_story, MOST_PAGES),
            _at_most("requests of an idle run", self.idle.most_requests, MOST_IDLE_REQUESTS),
            _at_most("bytes of an idle run", self.idle.most_bytes, MOST_IDLE_BYTES),
            _at_most("minutes from publication to record", self.delay.longest, every),
        ]

    def document(self) -> dict[str, Any]:
        """Return the result as JSON has it."""
        plan, played = self.played.plan, self.played
        names = [field.name for field in fields(self) if field.name != "played"]
        return {name: _plain(getattr(self, name)) for name in names} | {
            "days": plan.days,
            "every_minutes": plan.every.total_seconds() / 60,
            "runs": len(played.runs),
            "seconds": round(played.seconds, 1),
            "memory_by_day": played.resident,
            "pages_per_story": round(self.pages_per_story, 4),
            "pages_per_story_with_template": round(self.pages_per_story_with_template, 4),
            "goals": [asdict(goal) for goal in self.goals()],
        }


def examine(played: Played) -> Result:
    """Compare what the site did with what was kept."""
    kept = read(played.lines(), played.site.corpus)
    delay, in_trouble = measure_delays(played, kept)
    root = played.data / "antara"
    return Result(
        played=played,
        stories=count_stories(played, kept),
        changes=_changes(kept),
        corrections=count_corrections(played, kept),
        takedowns=count_takedowns(played, kept),
        traffic=count_traffic(played),
        idle=count_idle(played),
        delay=delay,
        delay_in_trouble=in_trouble,
        exit_codes=_exit_codes(played),
        alarms=_alarms(played),
        alarmed_until=_alarmed_until(played),
        peak_memory=peak(),
        ledger_bytes=sum(path.stat().st_size for path in root.glob("ledger.db*")),
        lines_bytes=sum(path.stat().st_size for path in (root / "articles").iterdir()),
    )


def _changes(kept: dict[str, Kept]) -> int:
    return sum(story.changes() for story in kept.values())


def _exit_codes(played: Played) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = {}
    for ran in played.runs:
        changed = ran.phase == "quiet" and ran.at >= played.plan.switch
        met = "quiet, new template" if changed else ran.phase
        codes = found.setdefault(met, Counter())
        codes[f"{ran.crawled.exit_code} {ran.crawled.finish_reason}"] += 1
    return {met: dict(sorted(codes.items())) for met, codes in found.items()}


def _alarms(played: Played) -> dict[str, int]:
    reasons = [why for ran in _alarmed(played) for why in ran.crawled.reasons]
    return dict(Counter(_NUMBER.sub("…", why) for why in reasons).most_common(_MOST_ALARMS))


def _alarmed_until(played: Played) -> float | None:
    switch = played.plan.switch
    after = [ran.at - switch for ran in _alarmed(played) if ran.at >= switch]
    return round(after[-1].total_seconds() / 3600, 1) if after else None


def _alarmed(played: Played) -> list[Ran]:
    return [ran for ran in played.runs if ran.phase == "quiet" and ran.crawled.exit_code]


def _plain(value: object) -> object:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def _none(name: str, found: list[str]) -> Goal:
    return Goal(name, "0", str(len(found)), not found)


def _all(name: str, found: Later) -> Goal:
    return Goal(name, "100 %", f"{found.share:.1%}".replace("%", " %"), not found.missed)


def _at_most(name: str, found: float | None, most: float) -> Goal:
    if found is None:
        return Goal(name, f"at most {_shown(most)}", "nothing to measure", is_met=False)
    return Goal(name, f"at most {_shown(most)}", _shown(found), found <= most)


def _shown(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".")
