"""The text container of today's template, with all that stands in it and is not the story."""

from html import escape

from newscrawl.replica.copy import Block
from newscrawl.replica.markup import (
    AD,
    AD_FRAME,
    baca_juga_address,
    credits_of,
    link_places,
    text,
)
from newscrawl.replica.part_links import part_links
from newscrawl.replica.story import Link, Story
from newscrawl.replica.word import word_paragraphs

_TOTAL_VIEWS = (
    '<div class="total-views"><div class="total-views-read">{views} <span>views</span></div>'
    '<ul class="list-inline"><span class="share">share on:</span>'
    '<li class="list-inline-item"><a class="btn btn-social-o facebook" href="#"><i class="fa fa-facebook-f"></i> <span>facebook</span></a></li>'
    '<li class="list-inline-item"><a class="btn btn-social-o whatsapp" href="#"><i class="fa fa-whatsapp"></i> <span>whatsapp</span></a></li></ul></div>'
)


def container(story: Story) -> str:
    """Return ``div.wrap__article-detail-content`` of a story."""
    views = f"{story.article_id % 47 + 1}.{story.article_id % 9}k"
    if story.scenario.form == "release":
        body = word_paragraphs(story)
    else:
        body = _bare(story) if "bare_text" in story.traits else _paragraphs(story)
    rights = f"\n<p>{escape(story.rights_notice)}</p>" if story.rights_notice else ""
    return (
        '<div class="wrap__article-detail-content post-content">\n'
        f"{_TOTAL_VIEWS.format(views=views)}\n{body}\n"
        f"{_pages(story, inside=True)}{AD.format(slot=2002)}\n{_credit_lines(story)}{rights}\n</div>"
        f"{_pages(story, inside=False)}"
    )


def _credit_lines(story: Story) -> str:
    """Return the paragraph with who wrote, translated and edited the story."""
    if not story.part.shows_credits:
        return ""
    return f'<p class="text-muted mt-2 small">{credits_of(story)}</p>'


def _pages(story: Story, *, inside: bool) -> str:
    """Return the links to the story's other pages, which stand in the text or under it."""
    return part_links(story) if inside == (story.article_id % 3 == 0) else ""


def _baca_juga(link: Link, story: Story) -> str:
    href, title = baca_juga_address(link, story), escape(link.title)
    label = "Related news" if story.language == "en" else "Baca juga"
    return f'<span class="baca-juga"><b>{label}: <a href="{href}" title="{title}">{title}</a></b></span>'


def _block(block: Block, at: int, story: Story) -> str:
    marked = text(block.text, story, first=at == 0)
    if block.kind == "subhead":
        return f"<b>{marked}</b>"
    if at + 1 == len(story.blocks):
        marked += escape(story.crew)
    return escape(story.dateline_text or "") + marked if at == 0 else marked


def _paragraphs(story: Story) -> str:
    units = _units(story)
    pieces = [
        unit[0] if unit[0].startswith("<h5>") else f"<p>{'<br><br>'.join(unit)}</p>"
        for unit in units
    ]
    pieces.insert(min(3, len(pieces)), AD.format(slot=1001))
    if len(pieces) > 7:  # noqa: PLR2004 - long stories have a second ad
        pieces.insert(6, AD_FRAME)
    if _has_second_image(story):
        pieces.insert(2, _second_image(story))
    return "\n".join(pieces)


def _units(story: Story) -> list[list[str]]:
    """Return the paragraphs of the markup, which are not always those of the story."""
    units: list[list[str]] = []
    places = link_places(story)
    for at, block in enumerate(story.blocks):
        fragment = _block(block, at, story)
        if block.kind == "subhead" and "h5_subheads" in story.traits:
            units.append([f"<h5>{fragment[3:-4]}</h5>"])
        elif "grouped_paragraphs" in story.traits and at % 3 and _open(units):
            units[-1].append(fragment)
        else:
            units.append([fragment])
        if at + 1 == len(story.blocks) and story.credit.source_line:
            units.append([escape(story.credit.source_line)])
        _add_links(units, [_baca_juga(link, story) for link in places.get(at + 1, [])], story)
    return units


def _open(units: list[list[str]]) -> bool:
    """Whether the last paragraph can take more text."""
    return bool(units) and not units[-1][0].startswith(("<h5>", "<span"))


def _add_links(units: list[list[str]], links: list[str], story: Story) -> None:
    if links and "inline_baca_juga" in story.traits and _open(units):
        units[-1] += links
    elif links and story.article_id % 2:
        units.append(links)
    else:
        units.extend([link] for link in links)


def _bare(story: Story) -> str:
    pieces: list[str] = []
    places = link_places(story)
    for at, block in enumerate(story.blocks):
        pieces.append(_block(block, at, story))
        if at + 1 == len(story.blocks) and story.credit.source_line:
            pieces.append(escape(story.credit.source_line))
        pieces += [_baca_juga(link, story) for link in places.get(at + 1, [])]
        if at == 2:  # noqa: PLR2004 - where ad and second picture stand
            picture = _second_image(story) if _has_second_image(story) else ""
            pieces[-1] += f"\n{AD.format(slot=1001)}{picture}"
    return "<br />\n<br />\n".join(pieces)


def _has_second_image(story: Story) -> bool:
    return story.kind == "article" and len(story.images) > 1


def _second_image(story: Story) -> str:
    image = story.images[1]
    return (
        f'<figure class="image"><img class="img-fluid lazyload" src="/img/blank.gif" data-src="{escape(image.url)}" alt="">'
        f"<figcaption>{escape(image.printed)}</figcaption></figure>"
    )
