"""When a story was published, as its page prints it."""

from datetime import datetime

from lxml import html

from newscrawl.antara.dates import local_iso, printed_time, stated_time
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import fold


def published(template: type[Template], story: html.HtmlElement, twins: list[str]) -> str | None:
    """Return the time of publication with its offset, or None when the story prints none.

    What is printed has no seconds. Where the page states the same minute elsewhere too, the seconds
    come from there. A date without a time of day is completed in the same way, or not taken.

    Args:
        template: says where the exact and the printed time stand.
        story: the template's story element.
        twins: statements of the time elsewhere on the page, ISO 8601.
    """
    for text in template.published(story):
        exact = stated_time(text)
        if exact is not None:
            return local_iso(exact)
    printed = _printed(template, story)
    if printed is None:
        return None
    moment, with_clock = printed
    for twin in filter(None, map(stated_time, twins)):
        local = twin.astimezone(moment.tzinfo)
        if _same_minute(local, moment) if with_clock else local.date() == moment.date():
            return local_iso(local)
    return local_iso(moment) if with_clock else None


def _printed(template: type[Template], story: html.HtmlElement) -> tuple[datetime, bool] | None:
    times = (
        printed_time(fold(" ".join(element.itertext()))) for element in template.printed_date(story)
    )
    found = [time for time in times if time is not None]
    return next((time for time in found if time[1]), found[0] if found else None)


def _same_minute(one: datetime, other: datetime) -> bool:
    return one.replace(second=0, microsecond=0) == other.replace(second=0)
