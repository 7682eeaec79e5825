"""What a page of each kind should have, and why.

Only what every page of a kind is known to print stands here: a page without tags, teaser, dateline
or related stories may well be whole.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.templates import TEMPLATES
from newscrawl.antara.templates.base import NOWHERE
from newscrawl.items import Article, Kind

HasRule = Callable[[str], bool]
"""Tells whether a template says anything of a field."""

_NOT_THE_PAGE = frozenset({"feed", "generic"})
"""Sources that the page's own markup has no part in."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a page should have."""

    fields: tuple[str, ...]
    """Any of these will do."""
    why: str

    @property
    def name(self) -> str:
        """What a finding calls it."""
        *others, last = self.fields
        return f"{', '.join(others)} or {last}" if others else last


HEADLINE = Need(("headline",), "every page has one")
DATE = Need(("date_published",), "every page prints it under the headline")
SECTION = Need(("section",), "the path above the headline names it")
_WITH_PATH = frozenset(era.name for era in TEMPLATES if era.breadcrumbs is not NOWHERE)
"""Templates that print a path; in the others, sub-portals and AMP pages name no section."""
BODY = Need(("body",), "it is the story")
PEOPLE = Need(("reporters", "translators", "editors"), "a line of credits stands under every story")
COPYRIGHT = Need(
    ("copyright_notice",), "it closes every story: without it the end was perhaps not found"
)
IMAGES = Need(("images",), "the page is there for them")

NEEDS: dict[Kind, tuple[Need, ...]] = {
    "article": (HEADLINE, DATE, SECTION, BODY, PEOPLE, COPYRIGHT),
    "photo": (HEADLINE, DATE, BODY, IMAGES),  # its text may be the captions alone
    "video": (HEADLINE, DATE),  # its text may be one sentence, or none
    "infographic": (HEADLINE, DATE, IMAGES),
    "press_release": (HEADLINE, DATE, BODY),  # others wrote it: no photo, no editor, no section
}
_SHOWN_IN_FEED = Need(("images",), "the feed shows one of this story")


def needs_of(article: Article, item: FeedItem | None) -> tuple[Need, ...]:
    """Return what a page should have: what its kind has, and the picture that its feed shows."""
    needs = NEEDS[article.kind]
    if article.template not in _WITH_PATH:
        needs = tuple(need for need in needs if need is not SECTION)
    if item is not None and item.image is not None and IMAGES not in needs:
        needs = (*needs, _SHOWN_IN_FEED)
    return needs


def unmet(article: Article, item: FeedItem | None) -> list[tuple[Need, str | None]]:
    """Return what a record lacks that its page should have given.

    With each comes None, or the source that gave it in the page's stead.
    """
    lacking: list[tuple[Need, str | None]] = []
    for need in needs_of(article, item):
        sources = [_source(article, field) for field in need.fields if getattr(article, field)]
        if not sources:
            lacking.append((need, None))
        elif all(source in _NOT_THE_PAGE for source in sources):
            lacking.append((need, sources[0]))
    return lacking


def _source(article: Article, field: str) -> str:
    return article.fallbacks.get(field, "template")


def stand_ins(article: Article, item: FeedItem | None, has_rule: HasRule) -> Iterator[str]:
    """Yield the needed fields for which the template has a rule, and something else spoke."""
    for need in needs_of(article, item):
        for field in need.fields:
            source = _source(article, field)
            if source not in {"template", *_NOT_THE_PAGE} and has_rule(field):
                yield f"{field}: the template's own rule found nothing, {source} did"
