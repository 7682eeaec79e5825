"""Damaged pages by the thousand: read, refused by name, or read with a word of doubt.

The oracle, and a bench for more pages than these, are in ``benchmarks``.
"""

from random import Random

import pytest

from benchmarks.fuzz import run
from benchmarks.mutations import MUTATIONS, Step, apply, steps
from benchmarks.oracle import judge
from benchmarks.sources import Source, sources
from tests.antara.pages import FETCHED_AT, URL, era_d
from tests.antara.test_generic import HEADLINE, PARAGRAPHS, STORY

_PAGES = 2_000
_SEED = 20261122


@pytest.fixture(scope="module")
def pages() -> list[Source]:
    """The pages before anything happens to them."""
    return sources()


def test_no_damaged_page_is_misread(pages: list[Source]) -> None:
    """No exception, no invalid record, and no text lost without a word."""
    result = run(_SEED, range(_PAGES), pages)
    assert result.findings == [], f"seed {_SEED}"
    assert result.outcomes["read"] > _PAGES / 2
    assert result.outcomes["unsure: body"] > 0


def test_whole_pages_are_read_without_doubt(pages: list[Source]) -> None:
    """Without damage every page is simply read: doubt is no way out."""
    outcomes = {source.name: judge(source, []).outcome for source in pages}
    assert {name: outcome for name, outcome in outcomes.items() if outcome != "read"} == {}
    assert len(outcomes) > 50


@pytest.mark.parametrize("name", sorted(MUTATIONS))
def test_damage_is_the_same_for_the_same_seed(pages: list[Source], name: str) -> None:
    """Each kind of damage changes pages, and a step tells all of it."""
    step = Step(name, 5)
    assert apply(pages[0].page, [step]) == apply(pages[0].page, [step])
    changed = [
        source
        for source in pages
        for seed in range(3)
        if apply(source.page, [Step(name, seed)]) != source.page
    ]
    assert changed
    assert apply(b"", [step]) == apply(b"", [step])


def test_steps_come_from_the_seed() -> None:
    """The same random numbers give the same steps."""
    assert steps(Random("3:4")) == steps(Random("3:4"))


def test_the_oracle_knows_lost_text() -> None:
    """A paragraph that is on the page and not in the body is found out, and only such a one."""
    page = era_d(STORY, headline=HEADLINE).encode()
    whole = Source("whole", URL, FETCHED_AT, page, PARAGRAPHS)
    assert judge(whole, []).outcome == "read"
    # The reader leaves out what is marked as an ad; a reader of the page would see it.
    hidden = page.replace(b"<p>Biaya", b'<p class="wp-caption">Biaya')
    verdict = judge(Source("hidden", URL, FETCHED_AT, hidden, PARAGRAPHS), [])
    assert verdict.outcome in ("lost text", "unsure: body")
    gone = page.replace(PARAGRAPHS[3].encode(), b"")
    assert judge(Source("gone", URL, FETCHED_AT, gone, PARAGRAPHS), []).outcome == "read"
    commented = page.replace(b"<p>Biaya", b"<!-- <p>Biaya").replace(
        b"pembangunan.</p>", b"pembangunan.</p> -->"
    )
    assert judge(Source("comment", URL, FETCHED_AT, commented, PARAGRAPHS), []).outcome == "read"
