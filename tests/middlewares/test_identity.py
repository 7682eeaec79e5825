"""Who asks: the contact in the User-Agent."""

import pytest
from scrapy.settings import Settings

from newscrawl import __version__
from newscrawl.exits import ArgumentError
from newscrawl.middlewares.identity import Identity


def agent(capsys: pytest.CaptureFixture[str], **given: object) -> tuple[str, str]:
    """Return the User-Agent that settings lead to, and what is said on standard error."""
    settings = Settings({"USER_AGENT": "plain"}, priority="project")
    settings.setdict(given, priority="cmdline")
    Identity("antara").update_settings(settings)
    captured = capsys.readouterr()
    assert captured.out == ""
    return settings["USER_AGENT"], captured.err


@pytest.mark.parametrize(
    "contact",
    [
        "https://example.org/contact?a=b#c",
        "http://example.org",
        "desk@example.org",
        "mailto:desk@news.example.org",
        " desk@example.org ",
    ],
)
def test_a_contact_stands_in_the_user_agent(
    capsys: pytest.CaptureFixture[str], contact: str
) -> None:
    """A URL or a mail address is told to the site, and nothing is said."""
    expected = f"newscrawl/{__version__} (+{contact.strip()})"
    assert agent(capsys, NEWSCRAWL_CONTACT=contact) == (expected, "")


@pytest.mark.parametrize(
    "contact",
    [
        "me",
        "desk@",
        "@example.org",
        "desk@localhost",
        "https://",
        "ftp://example.org",
        "https://user:secret@example.org/",
        "https://example.org/\r\nX-Evil: 1",
        "desk@example.org\n",
        "desk@example.org\x00",
        "desk@example.org (the desk)",
        "https://example.org/)",
        "https://[::1",
        "désk@example.org",
        "https://example.org/" + "x" * 200,
    ],
)
def test_what_is_no_contact(capsys: pytest.CaptureFixture[str], contact: str) -> None:
    """What is no address, or could break a header, is an error that says what is taken."""
    with pytest.raises(ArgumentError, match="NEWSCRAWL_CONTACT") as caught:
        agent(capsys, NEWSCRAWL_CONTACT=contact)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("contact", [None, "", "  "])
def test_a_live_run_without_one_says_how_to_set_it(
    capsys: pytest.CaptureFixture[str], contact: str | None
) -> None:
    """One line, and the run goes on with the plain User-Agent."""
    name, said = agent(capsys, NEWSCRAWL_CONTACT=contact)
    assert name == "plain"
    assert said.count("\n") == 1
    assert "NEWSCRAWL_CONTACT" in said


@pytest.mark.parametrize("origin", ["http://127.0.0.1:8000", "http://localhost"])
def test_a_local_run_says_nothing(capsys: pytest.CaptureFixture[str], origin: str) -> None:
    """There is nobody to reach anybody."""
    assert agent(capsys, NEWSCRAWL_ORIGIN=origin) == ("plain", "")


def test_another_host_of_the_site_is_live(capsys: pytest.CaptureFixture[str]) -> None:
    """An origin that is no loopback address is the site."""
    assert agent(capsys, NEWSCRAWL_ORIGIN="https://en.antaranews.com")[1] != ""


def test_a_user_agent_of_the_users_own(capsys: pytest.CaptureFixture[str]) -> None:
    """Who gives a User-Agent on the command line is asked for nothing."""
    assert agent(capsys, USER_AGENT="mine/1 (+me@example.org)")[1] == ""
