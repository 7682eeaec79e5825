"""Where in the site a page says it stands, and which section a link leads to."""

import re
from urllib.parse import urlsplit

from lxml import etree

from newscrawl.antara.markup import content
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import fold, word_set
from newscrawl.antara.urls import KINDS, site_url

_HOMES = frozenset({"", "home", "beranda", "antara", "antara news"})
_PATH = re.compile(r"/(?P<section>[a-z0-9-]+(?:/[a-z][a-z0-9-]*)?)/?")
_NO_SECTIONS = word_set(
    "tag search indeks slug penulis author fokus redaksi rss ajax amp terkini top-news terpopuler"
) | set(KINDS)
"""First segments of addresses that are no section's."""
_FORMER_NAMES = {"internasional": "dunia"}
"""What sections were called before; links of old pages may say it still."""


def breadcrumbs(
    template: type[Template], story: etree._Element, headline: str | None
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


def section_path(href: str, base: str) -> str | None:
    """Return the path of the section that a link leads to, such as ``dunia/asean``, or None.

    Args:
        href: the link.
        base: the page that it stands on.
    """
    address = site_url(href, base)
    match = _PATH.fullmatch(urlsplit(address).path.lower()) if address else None
    if match is None or match["section"].partition("/")[0] in _NO_SECTIONS:
        return None
    return match["section"]


def is_part(section: str, of: str) -> bool:
    """Tell whether a section is another one or a part of it; a former name is the same section."""
    return f"{_present(section)}/".startswith(f"{_present(of)}/")


def _present(section: str) -> str:
    first, slash, rest = section.strip("/").lower().partition("/")
    return _FORMER_NAMES.get(first, first) + slash + rest
