"""Settings are checked like arguments."""

import pytest
from scrapy.settings import Settings

from newscrawl import settings as defaults
from newscrawl.exits import CannotRun
from newscrawl.options import check_settings


def settings(**changed: object) -> Settings:
    """Return the project's settings with some changed."""
    made = Settings()
    made.setmodule(defaults)
    made.update(changed)
    return made


def test_the_defaults_are_good() -> None:
    """What is shipped passes its own check."""
    check_settings(settings())


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("NEWSCRAWL_PATIENCE", "x", "a number, 0 or more"),
        ("NEWSCRAWL_BACKOFF", "nan", "a number, 0 or more"),
        ("NEWSCRAWL_LISTING_PAGES", "-3", "a whole number"),
        ("NEWSCRAWL_KEEP_RUNS", "x", "a whole number"),
        ("NEWSCRAWL_IGNORE_HOLD", "maybe", "0 or 1, true or false"),
        ("NEWSCRAWL_WARC", "off", "0 or 1, true or false"),
        ("NEWSCRAWL_WARC_SIZE", "1 GB", "a whole number"),
        ("NEWSCRAWL_ACCEPT_COVERAGE", "yes", "0 or 1, true or false"),
        ("NEWSCRAWL_NOTIFY_AGAIN_HOURS", "soon", "a number, 0 or more"),
        ("NEWSCRAWL_PING_URL", "notaurl", "an http or https address"),
        ("NEWSCRAWL_PING_URL", "https://ping.example/{exitcode}", "{exit_code}"),
        ("CLOSESPIDER_TIMEOUT", "abc", "a number, 0 or more"),
    ],
)
def test_a_bad_value_is_told_of_at_once(name: str, value: str, said: str) -> None:
    """The message names the setting, the value, and what it takes."""
    with pytest.raises(CannotRun) as error:
        check_settings(settings(**{name: value}))
    assert all(part in str(error.value) for part in (name, value, said))


def test_a_misspelt_name_is_told_of() -> None:
    """A setting that nothing reads is an error, with the one that may be meant."""
    with pytest.raises(CannotRun, match="did you mean NEWSCRAWL_LISTING_PAGES"):
        check_settings(settings(NEWSCRAWL_LISTNG_PAGES="3"))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("NEWSCRAWL_CONTCT", "NEWSCRAWL_CONTACT"),
        ("NEWSCRAWL_DATTA", "NEWSCRAWL_DATA"),
        ("NEWSCRAWL_KEEP_RUN", "NEWSCRAWL_KEEP_RUNS"),
        ("NEWSCRAWL_REVISIT", "NEWSCRAWL_REVISITS"),
    ],
)
def test_a_misspelt_name_in_the_environment_is_told_of(
    monkeypatch: pytest.MonkeyPatch, name: str, meant: str
) -> None:
    """Nothing reads it, and a crawl would go on without what it was to say."""
    monkeypatch.setenv(name, "x")
    with pytest.raises(CannotRun, match=f"no setting {name}, .* did you mean {meant}"):
        check_settings(settings())


def test_what_else_is_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that deploy/render, the clock and the tests read are none of ours."""
    names = ("USER", "MAILTO", "NAME", "MINUTE", "ARGS", "VENV", "CLOCK", "NO_SKIPS", "SHARED")
    for name in (*names, "TOKEN_OF_MY_OWN_MONITOR"):
        monkeypatch.setenv(f"NEWSCRAWL_{name}", "x")
    monkeypatch.setenv("NEWSCRAWL_CONTACT", "desk@example.org")
    check_settings(settings())


def test_the_origin_is_an_argument_alone() -> None:
    """As a setting it would lead anywhere, unchecked."""
    with pytest.raises(CannotRun, match="-a origin="):
        check_settings(settings(NEWSCRAWL_ORIGIN="http://127.0.0.1:8000"))


@pytest.mark.parametrize("value", ["https://ping.example/{exit_code}", "http://127.0.0.1:1/x", ""])
def test_an_address_to_ping(value: str) -> None:
    """With the place for the exit code, without, or none at all."""
    check_settings(settings(NEWSCRAWL_PING_URL=value))
