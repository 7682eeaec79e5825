"""E-mail, by the standard library.

Spidermon's own action needs a module that Scrapy gives up, and hands the mail to a reactor that is
about to stop.
"""

import smtplib
import ssl
from email.message import EmailMessage
from typing import Self

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings
from spidermon import Action
from spidermon.exceptions import NotConfigured

_PATIENCE_SECONDS = 30


class SendMail(Action):  # type: ignore[misc]  # Spidermon has no types
    """Sends the alarm, by Spidermon's settings ``SPIDERMON_EMAIL_*`` and ``SPIDERMON_SMTP_*``."""

    def __init__(self, settings: BaseSettings) -> None:
        """Read the settings.

        Raises:
            NotConfigured: one that it cannot do without is missing.
        """
        super().__init__()
        self._settings = settings
        for name in ("SPIDERMON_EMAIL_SENDER", "SPIDERMON_EMAIL_TO", "SPIDERMON_SMTP_HOST"):
            if not settings.get(name):
                raise NotConfigured(f"You must provide a value for {name} setting.")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the action of a crawler."""
        return cls(crawler.settings)

    def run_action(self) -> None:
        """Send it."""
        settings = self._settings
        message = EmailMessage()
        message["Subject"] = self.data.alarm.title
        message["From"] = settings["SPIDERMON_EMAIL_SENDER"]
        message["To"] = ", ".join(to.strip() for to in settings.getlist("SPIDERMON_EMAIL_TO"))
        message.set_content(str(self.data.alarm))
        with self._connect() as server:
            if settings.getbool("SPIDERMON_SMTP_ENFORCE_TLS"):
                server.starttls(context=ssl.create_default_context())
            if settings.get("SPIDERMON_SMTP_USER"):
                server.login(settings["SPIDERMON_SMTP_USER"], settings["SPIDERMON_SMTP_PASSWORD"])
            server.send_message(message)

    def _connect(self) -> smtplib.SMTP:
        host = self._settings["SPIDERMON_SMTP_HOST"]
        port = self._settings.getint("SPIDERMON_SMTP_PORT")
        if self._settings.getbool("SPIDERMON_SMTP_ENFORCE_SSL"):
            context = ssl.create_default_context()
            return smtplib.SMTP_SSL(host, port, timeout=_PATIENCE_SECONDS, context=context)
        return smtplib.SMTP(host, port, timeout=_PATIENCE_SECONDS)
