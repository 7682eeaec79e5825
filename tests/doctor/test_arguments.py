"""The arguments that the doctor takes, and what it says of others."""

import pytest

from newscrawl.doctor.arguments import TAKEN, doctor_arguments
from newscrawl.exits import ArgumentError


def test_what_is_taken() -> None:
    """Edition, section and origin mean what they mean to a crawl."""
    plain = doctor_arguments({})
    assert (plain.edition.name, plain.sections, plain.settings()) == ("id", ("dunia",), {})
    regional = doctor_arguments({"edition": "jatim", "origin": "http://127.0.0.1:9"})
    assert regional.sections == ("mancanegara",)
    assert regional.settings()["DOWNLOAD_DELAY"] == 0


def test_the_help_says_one_section() -> None:
    """A crawl takes several; the doctor's help does not promise it."""
    assert "list" not in TAKEN["section"]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("edition", "mars", "edition='mars'; edition takes one of id, en, "),
        ("section", "Dunia!", "section='Dunia!'; section takes a section of the site"),
        ("section", "dunia,ekonomi", "doctor takes one section"),
        ("origin", "https://example.org", "origin takes http:// or https://"),
        ("since", "2026-11-01", "since is for a crawl; doctor takes edition, section, origin"),
        ("secton", "dunia", "unknown argument 'secton' (did you mean 'section'?); doctor takes"),
    ],
)
def test_what_is_not(name: str, value: str, said: str) -> None:
    """The message names the argument and says what is taken."""
    with pytest.raises(ArgumentError) as error:
        doctor_arguments({name: value})
    assert said in str(error.value)
