"""Notifications are off until the operator names them, and a mistake in naming them is one line."""

from typing import Any

import pytest
from scrapy.utils.test import get_crawler
from spidermon.data import Data

from newscrawl.exits import CannotRun, ExitCode
from newscrawl.monitors.actions import ACTIONS, chosen
from newscrawl.monitors.alarm import Alarm
from newscrawl.report import judged
from newscrawl.verdict import Finding
from tests.monitors.posting_mail import mail_server
from tests.reports import make

NEEDED = {
    "slack": {
        "SPIDERMON_SLACK_SENDER_TOKEN": "t",
        "SPIDERMON_SLACK_SENDER_NAME": "newscrawl",
        "SPIDERMON_SLACK_RECIPIENTS": "#news",
    },
    "telegram": {
        "SPIDERMON_TELEGRAM_SENDER_TOKEN": "t",
        "SPIDERMON_TELEGRAM_RECIPIENTS": "1",
    },
    "discord": {"SPIDERMON_DISCORD_WEBHOOK_URL": "http://127.0.0.1/"},
    "email": {
        "SPIDERMON_EMAIL_SENDER": "crawl@example.org",
        "SPIDERMON_EMAIL_TO": "desk@example.org, night@example.org",
        "SPIDERMON_SMTP_HOST": "127.0.0.1",
    },
    "sentry": {
        "SPIDERMON_SENTRY_DSN": "http://k@127.0.0.1/1",
        "SPIDERMON_SENTRY_PROJECT_NAME": "newscrawl",
    },
}
"""What each cannot do without, beside what newscrawl's own settings give."""


def actions(names: str, **settings: Any) -> list[Any]:
    """Return what is switched on."""
    return list(chosen(get_crawler(settings_dict={"NEWSCRAWL_NOTIFY": names, **settings})))


def test_none_is_on_by_default() -> None:
    """Nothing leaves this machine unasked."""
    assert actions("") == []


@pytest.mark.parametrize("name", ACTIONS)
def test_each_can_be_switched_on(name: str) -> None:
    """With its settings every one can be made: all that they import is installed."""
    (action,) = actions(name.upper(), **NEEDED[name])
    assert type(action).__name__.startswith("Send")


@pytest.mark.parametrize("name", ACTIONS)
def test_a_missing_setting_is_named(name: str) -> None:
    """A notification that could never be sent ends the run before it begins."""
    with pytest.raises(CannotRun, match=rf"NEWSCRAWL_NOTIFY={name}: .*SPIDERMON_"):
        actions(name)


def test_an_unknown_name_is_told_what_there_is() -> None:
    """A misspelt name is an error that says what is taken."""
    with pytest.raises(CannotRun, match="no 'pager'; it takes slack, telegram, discord, email"):
        actions("slack, pager", **NEEDED["slack"])


def test_a_mail_is_sent() -> None:
    """To every address, with the verdict as its subject and the whole alarm in it."""
    alarm = Alarm(judged(make(), [Finding("f", ExitCode.SITE_CHANGED, "editors: 0 of 6")]), "r")
    with mail_server() as (port, messages):
        (action,) = actions("email", **NEEDED["email"], SPIDERMON_SMTP_PORT=port)
        action.data = Data({"alarm": alarm})
        action.run_action()
    (message,) = messages
    assert "Subject: antara: the site has changed (exit code 5)" in message
    assert "To: desk@example.org, night@example.org" in message
    assert "- editors: 0 of 6" in message
