"""Links from a story to other ones."""

from lxml import etree

from newscrawl.antara.dates import is_time
from newscrawl.antara.mentions import Mention
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import fold_or_none
from newscrawl.antara.urls import StoryUrl, story_url
from newscrawl.items import Related, RelatedKind

MOST_LINKS = 200
"""Links that are looked at in the text, and as many in the blocks; the site's pages have ten."""


def related(
    template: type[Template], root: etree._Element, own: StoryUrl, mentions: list[Mention]
) -> list[Related]:
    """Return the related links of a page, each story once: those of the body, then the blocks'.

    Args:
        template: says where the blocks outside the body stand.
        root: the page.
        own: the page's story; links to itself are none.
        mentions: the links that the text announces.
    """
    found = {own.id: Related()}
    for mention in mentions[:MOST_LINKS]:
        story = story_url(mention.href, own.url)
        if story is not None and story.id not in found:
            found[story.id] = _related(story, mention.title, mention.kind, mention.after)
    for kind, links in template.related:
        for link in links(root)[:MOST_LINKS]:
            _add(found, link, own.url, kind)
    del found[own.id]
    return list(found.values())


def _add(found: dict[str, Related], link: etree._Element, base: str, kind: RelatedKind) -> None:
    story = story_url(link.get("href", ""), base)
    if story is None:
        return
    # In lists a link may hold its story's time too.
    text = fold_or_none("".join(text for text in link.itertext() if not is_time(text)))
    if story.id not in found:
        title = text or fold_or_none(link.get("title"))
        found[story.id] = _related(story, title, kind, None)
    elif found[story.id].title is None:  # the first link to it was only its picture
        found[story.id].title = text


def _related(story: StoryUrl, title: str | None, kind: RelatedKind, after: int | None) -> Related:
    return Related(
        article_id=story.article_id,
        url=story.url,
        title=title,
        kind=kind,
        after_paragraph=after,
    )
