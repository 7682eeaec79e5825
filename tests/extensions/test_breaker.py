"""The breaker: after which answers a run ends, and what it leaves behind."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from scrapy.exceptions import CloseSpider
from scrapy.utils.test import get_crawler

from newscrawl.extensions import breaker as module
from newscrawl.extensions.breaker import Breaker
from newscrawl.ledger.holds import Hold, Holds
from newscrawl.run import Run
from tests.making import NOON, open_run


class Stage:
    """A breaker on a real run and ledger, told of answers by hand."""

    def __init__(self, run: Run, *, ignoring: bool = False) -> None:
        """Put it together."""
        self.run = run
        self.ended: list[str] = []
        run.on_end = self.ended.append
        self.breaker = Breaker(get_crawler(settings_dict={"NEWSCRAWL_IGNORE_HOLD": ignoring}))

    def told(
        self, *moods: str, path: str | None = None, host: str = "www.antaranews.com"
    ) -> list[str]:
        """Tell of answers, each of another address unless a path is given."""
        for number, mood in enumerate(moods):
            url = f"https://{host}{path or f'/{number}'}"
            self.breaker.site_answered(url, mood)  # type: ignore[arg-type]
        return self.ended

    @property
    def hold(self) -> Hold | None:
        """The hold in the ledger."""
        return Holds(self.run.database, is_local=True).get()


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """Return a stage, at noon."""
    monkeypatch.setattr("newscrawl.clock.now", lambda: NOON)
    run = open_run(tmp_path)
    monkeypatch.setattr(module, "run_of", lambda _: run)
    yield Stage(run)
    run.close(0)


def test_five_refusals_in_a_row(stage: Stage) -> None:
    """The fifth refusal ends the run, and the site is left alone for ten minutes."""
    assert stage.told("refused", "refused", "refused", "refused") == []
    assert stage.hold is None
    assert stage.told("refused") == ["refused"]
    assert stage.hold == Hold(NOON + timedelta(minutes=10), "refused", 1)


def test_hosts_that_are_no_more(stage: Stage) -> None:
    """Bad answers of other hosts than the edition's say nothing of the site."""
    assert stage.told(*["trouble"] * 20, host="asiangames.antaranews.com") == []
    assert stage.told("fine", "refused") == []


def test_five_troubles_in_a_row(stage: Stage) -> None:
    """So does trouble, for five minutes, and the answers of one page suffice at a run's start."""
    assert stage.told(*["trouble"] * 5, path="/feed") == ["site_in_trouble"]
    assert stage.hold == Hold(NOON + timedelta(minutes=5), "site_in_trouble", 1)


@pytest.mark.parametrize(
    ("moods", "reason"),
    [
        (("trouble", "refused", "trouble", "refused", "refused"), "refused"),
        (("trouble", "refused", "trouble", "refused", "trouble"), "site_in_trouble"),
    ],
)
def test_both_in_a_row(stage: Stage, moods: tuple[str, ...], reason: str) -> None:
    """Where both come, what there is more of counts."""
    assert stage.told(*moods) == [reason]


def test_a_good_answer_ends_a_row(stage: Stage) -> None:
    """Bad answers with good ones between them are about pages, not about the site."""
    assert stage.told(*(["refused"] * 4 + ["fine"]) * 10) == []


def test_two_broken_pages_are_not_a_broken_site(stage: Stage) -> None:
    """After a good answer it takes three addresses: two pages and their retries are six answers."""
    stage.told("fine")
    assert stage.told(*["trouble"] * 3, path="/a") == []
    assert stage.told(*["trouble"] * 3, path="/b") == []
    assert stage.told("trouble", path="/c") == ["site_in_trouble"]


def test_the_run_ends_once(stage: Stage) -> None:
    """What comes in while the run ends changes nothing."""
    stage.told(*["refused"] * 5)
    stage.told(*["trouble"] * 5)
    stage.breaker.site_wants_rest(3600, 503)
    assert stage.ended == ["refused"]
    assert stage.hold == Hold(NOON + timedelta(minutes=10), "refused", 1)


@pytest.mark.parametrize(("status", "reason"), [(429, "refused"), (503, "site_in_trouble")])
def test_a_site_that_asks_for_time(stage: Stage, status: int, reason: str) -> None:
    """What it asks for is what it gets, and one answer is enough."""
    stage.breaker.site_wants_rest(7200, status)
    assert stage.ended == [reason]
    assert stage.hold is not None
    assert (stage.hold.until, stage.hold.reason) == (NOON + timedelta(hours=2), reason)


def test_a_run_in_which_all_was_refused(stage: Stage) -> None:
    """A run that had little to ask, and was refused all of it, is held back as well."""
    stage.told("refused", "refused")
    with pytest.raises(CloseSpider) as caught:
        stage.breaker.spider_idle()
    assert caught.value.reason == "refused"
    assert stage.hold is not None


def test_a_run_with_trouble_alone_is_not_held_back(stage: Stage) -> None:
    """Nobody there may mean that our own network is down; the next run may try."""
    stage.told("trouble", "trouble", "trouble")
    stage.breaker.spider_idle()
    assert stage.hold is None


def test_a_good_run_forgets_the_hold(stage: Stage) -> None:
    """After a run that went to its end the count of bad ones begins anew."""
    Holds(stage.run.database, is_local=True).put("refused", NOON)
    stage.told("fine")
    stage.breaker.spider_idle()
    assert stage.hold is None


def test_a_hold_ends_the_next_run_before_it_begins(stage: Stage) -> None:
    """While the hold lasts nothing is asked; afterwards the run goes on."""
    stage.breaker.spider_opened()
    Holds(stage.run.database, is_local=True).put("refused", NOON)
    with pytest.raises(CloseSpider) as caught:
        stage.breaker.spider_opened()
    assert caught.value.reason == "held"


def test_a_hold_that_is_to_be_ignored(stage: Stage) -> None:
    """Whoever says so asks all the same."""
    Holds(stage.run.database, is_local=True).put("refused", NOON)
    Stage(stage.run, ignoring=True).breaker.spider_opened()


def test_the_hold_of_a_replica_is_not_the_sites(stage: Stage) -> None:
    """A hold of the real site does not hold back a run on this machine."""
    Holds(stage.run.database, is_local=False).put("refused", NOON)
    stage.breaker.spider_opened()
