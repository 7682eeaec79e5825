"""Which of Spidermon's notifications are switched on."""

from collections.abc import Iterator

from scrapy.crawler import Crawler
from scrapy.utils.misc import load_object
from spidermon import Action
from spidermon.exceptions import NotConfigured

from newscrawl.exits import CannotRun

ACTIONS = {
    "slack": "spidermon.contrib.actions.slack.SendSlackMessage",
    "telegram": "spidermon.contrib.actions.telegram.SendTelegramMessage",
    "discord": "spidermon.contrib.actions.discord.SendDiscordMessage",
    "email": "newscrawl.monitors.mail.SendMail",
    "sentry": "spidermon.contrib.actions.sentry.SendSentryMessage",
}
"""What ``NEWSCRAWL_NOTIFY`` may name."""


def chosen(crawler: Crawler) -> Iterator[Action]:
    """Yield the actions that the operator has switched on.

    Raises:
        CannotRun: one is unknown, or lacks a setting.
    """
    for name in crawler.settings.getlist("NEWSCRAWL_NOTIFY"):
        word = name.strip().lower()
        if word not in ACTIONS:
            raise CannotRun(f"NEWSCRAWL_NOTIFY: no {word!r}; it takes {', '.join(ACTIONS)}")
        try:
            yield load_object(ACTIONS[word]).from_crawler(crawler)
        except NotConfigured as error:
            raise CannotRun(f"NEWSCRAWL_NOTIFY={word}: {error}") from error
