"""The guard against reading that becomes dearer: what it counts, and what it refuses."""

import sys
from collections.abc import Sequence

import pytest

from benchmarks.archive.pages import Page
from benchmarks.cost import __main__ as command
from benchmarks.cost.counting import CannotCountError, cost
from benchmarks.cost.pages import mix
from benchmarks.cost.ratio import MOST, Cost
from newscrawl.antara.urls import story_url
from tests import needs

FEW = 3


@pytest.fixture(scope="module")
def pages() -> list[list[Page]]:
    """Return pages to warm up with, and pages to read."""
    return mix(2)


def test_pages_of_every_form_and_none_twice(pages: list[list[Page]]) -> None:
    """Both lists have the same forms, the second no page of the first: caches do not know it."""
    stories = [[story_url(page.url) for page in some] for some in pages]
    assert all(story is not None for some in stories for story in some)
    urls = [page.url for some in pages for page in some]
    assert len(set(urls)) == len(urls) == 2 * len(pages[0])
    assert sum("/amp/" in url for url in urls) == 4
    assert sum("//jatim." in url for url in urls) == 4
    assert mix(2) == pages


def test_the_ratio_has_a_bound() -> None:
    """What costs more parses of a page than the bound allows is refused; the bound itself is met."""
    assert Cost(30.0, 10.0).ratio == 3
    assert Cost(30.0, 10.0).is_fine(3.0)
    assert not Cost(30.1, 10.0).is_fine(3.0)
    assert not Cost(MOST * 10.1, 10.0).is_fine()
    assert "ratio                   3.00, at most 3.00: met" in Cost(30.0, 10.0).told(3.0)
    assert "at most 2.00: MISSED" in Cost(30e6, 10e6).told(2.0)
    assert "30.00 million instructions" in Cost(30e6, 10e6).told(2.0)


@pytest.mark.parametrize(("ours", "code"), [(MOST, 0), (MOST * 1.01, 1)])
def test_the_command_fails_above_the_bound(
    ours: float, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its exit code is 1, and it says where to look and who sets the bound."""

    def counted(warming: Sequence[Page], some: Sequence[Page]) -> Cost:
        del warming, some
        return Cost(ours, 1.0)

    monkeypatch.setattr(command, "cost", counted)
    monkeypatch.setattr(sys, "argv", ["make cost"])
    assert command.main() == code
    assert ("benchmarks/cost/ratio.py" in capsys.readouterr().out) is bool(code)


def test_without_valgrind_there_is_no_verdict(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what is missing, and does not pass."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", ["make cost"])
    assert command.main() == 1
    assert "valgrind is not installed here" in capsys.readouterr().err


def test_a_reader_that_fails_is_told(
    pages: list[list[Page]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A count of half the pages would be a low one."""
    monkeypatch.setattr("shutil.which", str)  # it fails before valgrind is needed
    with pytest.raises(CannotCountError, match="no_such_module"):
        cost([], pages[1][:1], "no_such_module:read")


def test_a_reader_that_is_much_dearer_is_refused(pages: list[list[Page]]) -> None:
    """Each page read twice is above the bound; how busy the machine is makes no difference."""
    needs.programs("valgrind")
    dear = cost(pages[0][:FEW], pages[1][:FEW], "tests.benchmarks.dearer:twice")
    assert not dear.is_fine()
    assert dear.bare > 1e6
