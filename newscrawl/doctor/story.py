"""How one story's page was read."""

from datetime import datetime, timedelta

from newscrawl.antara.articles import Hints, UnreadablePage, extract
from newscrawl.antara.decoding import decode
from newscrawl.antara.generic import Unknown
from newscrawl.antara.markup import tree
from newscrawl.antara.templates import template_of
from newscrawl.antara.urls import story_url
from newscrawl.doctor.diagnosis import Answer, Lead, Reading, Row, Visit
from newscrawl.doctor.discovery import not_read
from newscrawl.doctor.needs import stand_ins, unmet
from newscrawl.doctor.rules import PLACES, Rules
from newscrawl.doctor.values import age, cut, value_of
from newscrawl.items import Article

FIELDS = tuple(PLACES)
_SAME_TIME = timedelta(hours=1)
"""Feed and page may differ by minutes; by an hour, a zone was misread."""
_SHARED = 3
"""One of so many words, at least, is in both of two titles of one story."""


def check_story(answer: Answer, lead: Lead, now: datetime) -> tuple[Visit, Reading | None]:
    """Return what a story's page is like, and how each field was found where it can be read."""
    if answer.trouble is not None:
        return not_read(answer), None
    landed = story_url(answer.base)
    if landed is None or landed.id != lead.story.id:
        said = f"leads to {answer.base}"
        return Visit(answer, "leads elsewhere", (f"{said}, which is another page",)), None
    try:
        article = extract(answer.body, answer.base, now, Hints(answer.content_type, lead.item))
    except UnreadablePage as error:
        said = f"{error.reason}: {error}"
        return Visit(answer, said, (f"cannot be read ({said}): {answer.url}",)), None
    rules = _rules(answer, article)
    rows = tuple(_row(article, field, rules, lead) for field in FIELDS)
    findings = [*_lacking(article, lead), *_differing(article, lead)]
    notes = list(stand_ins(article, lead.item, rules.has_rule)) if rules else []
    said = f"template {article.template}, " + _tell(len(findings))
    reading = Reading(article.kind, article.url, article.template, rows)
    return Visit(answer, said, tuple(findings), tuple(notes)), reading


def _tell(number: int) -> str:
    return f"{number} finding{'s' * (number > 1)}" if number else "nothing is missing"


def _rules(answer: Answer, article: Article) -> Rules | None:
    """Return the rules of the page's template; None where a page is in none."""
    root = tree(decode(answer.body, answer.content_type))
    known = template_of(root)
    if known is None or known[0].name != article.template:
        return None
    return Rules(known[0], root)


def _row(article: Article, field: str, rules: Rules | None, lead: Lead) -> Row:
    value = value_of(article, field)
    if value is None:
        needed = any(field in need.fields for need, _ in unmet(article, lead.item))
        source = "missing" if needed else "none"
        return Row(field, None, source if needed else "none, and may have none", source)
    if field in article.fallbacks:
        source = article.fallbacks[field]
        return Row(field, value, source, source)
    if field == "language" and rules is not None and not rules.finds(field):
        return Row(field, value, "the edition's own", "default")
    if rules is None:
        return Row(field, value, article.template, "generic")
    return Row(field, value, rules.rule(article, field), "template")


def _lacking(article: Article, lead: Lead) -> list[str]:
    found = []
    for need, source in unmet(article, lead.item):
        if source == "generic" and need.name == "body":
            found.append("body may not be whole: the template finds none, or the page has more")
        else:
            instead = f" on the page (from {source})" if source else ""
            found.append(f"no {need.name}{instead}: {need.why}")
    if article.template == Unknown.name:
        found.insert(0, f"no template knows the page: {article.url}")
    return found


def _differing(article: Article, lead: Lead) -> list[str]:
    """Return where a page and its feed do not say the same: one of them was misread."""
    found = []
    if lead.item and lead.item.published and article.date_published:
        published = datetime.fromisoformat(article.date_published)
        apart = abs(published - lead.item.published)
        if apart >= _SAME_TIME:
            found.append(f"date_published is {age(apart)} away from what the feed says")
    if lead.title and article.headline and not _alike(lead.title, article.headline):
        found.append(f"headline is not what the list names: {cut(lead.title)!r}")
    return found


def _alike(one: str, other: str) -> bool:
    """Tell whether two titles are of one story: they are edited, not written anew."""
    words = [set(title.casefold().split()) for title in (one, other)]
    return _SHARED * len(words[0] & words[1]) >= min(map(len, words))
