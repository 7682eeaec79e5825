"""What a template makes of a story: the same text looks different in each."""

from random import Random

from newscrawl.replica.casting import MOTORING_HOST, REGIONAL_HOST
from newscrawl.replica.heads import Head
from newscrawl.replica.traits import Era

RIGHTS_NOTICE = (
    "Dilarang keras menyalin isi situs ini, menjalankan crawling, atau mengindeksnya secara otomatis "
    "untuk AI tanpa izin tertulis dari pengelola Kantor Berita ANTARA."
)
ENGLISH_RIGHTS_NOTICE = (
    "Copying the content of this site, crawling it, or indexing it automatically for AI is strictly "
    "prohibited without the written permission of the ANTARA News Agency."
)
_RIGHTS_SINCE = 2026
_A_OF_OLD, _C_OF_NEW, _C_REGIONAL = 0.25, 0.10, 0.60
"""Shares of the stories of old copy that are in template A, of the others that are in C."""
_FOREIGN = {"id": "Internasional", "en": "International"}
"""What the menus called the section before it was "Dunia" or "World"."""


def template(head: Head, written_for: Era, draw: Random) -> Era:
    """Return the template that the site shows a story in, unless it is told to use another."""
    if head.edition == "en":
        return "A" if head.old_english else "D"
    share = draw.random()
    if written_for == "B":
        lasting = head.host in {MOTORING_HOST, REGIONAL_HOST} or share >= _A_OF_OLD
        return "B" if lasting else "A"
    return "C" if share < (_C_REGIONAL if head.edition == "jatim" else _C_OF_NEW) else "D"


def sections(head: Head, era: Era) -> tuple[str, ...]:
    """Return section and subsection as the menus of an era name them; none on a topic's host."""
    section, sub = head.scenario.section, head.scenario.subsection
    if era == "B" and head.host == MOTORING_HOST:
        return ()
    if section in {"Dunia", "World"} and era in {"A", "B"}:
        return (_FOREIGN[head.scenario.language], sub or head.country.region)
    if section == "Dunia" and sub is None:
        sub = "ASEAN" if head.country.region == "Asia Tenggara" else "Internasional"
    return (section, sub) if sub else (section,)


def copyright_line(head: Head, era: Era, traits: frozenset[str]) -> str:
    """Return the line as an era prints it."""
    year = head.published.year
    if era == "A" or (era == "B" and head.host == MOTORING_HOST):
        return f"COPYRIGHT © {year}"
    loud = era != "D" or "shouting_copyright" in traits
    return f"{'COPYRIGHT' if loud else 'Copyright'} © ANTARA {year}"


def rights_notice(head: Head, era: Era, traits: frozenset[str]) -> str | None:
    """Return the notice on reuse, which only articles of today's template have."""
    missing = era != "D" or head.kind != "article" or "no_rights" in traits
    if missing or head.published.year < _RIGHTS_SINCE:
        return None
    return ENGLISH_RIGHTS_NOTICE if head.edition == "en" else RIGHTS_NOTICE


def page_traits(head: Head, era: Era, traits: frozenset[str]) -> frozenset[str]:
    """Return the hard cases of a page, with those that its template or host always has."""
    if era == "A" or (era == "B" and head.host == MOTORING_HOST):
        traits = traits - {"broken_json_ld"} | {"no_seconds"}
    if head.edition != "jatim":
        traits -= {"no_editor"}
    return traits
