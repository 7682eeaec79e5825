"""Where in the site a page says it stands."""

from lxml import html

from newscrawl.antara.markup import content
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import fold

_HOMES = frozenset({"", "home", "beranda", "antara", "antara news"})


def breadcrumbs(
    template: type[Template], story: html.HtmlElement, headline: str | None
) -> tuple[list[str], str | None]:
    """Return the path that a page prints, and the section: what follows home.

    Entries that are only an icon are left out, and so is the last one when it is the story itself.
    """
    printed = [fold(content(item)) for item in template.breadcrumbs(story)]
    if printed and headline and _is_story(printed[-1], headline):
        printed.pop()
    home = bool(printed) and printed[0].lower() in _HOMES
    sections = [name for name in printed[home:] if name]
    return [name for name in printed if name], sections[0] if sections else None


def _is_story(name: str, headline: str) -> bool:
    """Tell whether an entry repeats the headline, perhaps cut short."""
    start = name.removesuffix("...").removesuffix("…").strip().casefold()
    whole = headline.casefold()
    return start == whole or (bool(start) and start != name.casefold() and whole.startswith(start))
