"""Listing pages: ten cards, dated as seen from the present moment, beside the same sidebar."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from newscrawl.replica import dates
from newscrawl.replica.heads import Head
from newscrawl.replica.markup import LABEL
from newscrawl.replica.sidebar import sidebar
from newscrawl.replica.story import Story
from newscrawl.replica.writing import cut

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title} - ANTARA News</title><link rel="canonical" href="{base}"></head>
<body>
<section class="pb-80"><div class="container"><div class="row">
<div class="col-md-8"><aside class="wrapper__list__article"><h4 class="border_section">{title}</h4>
<div class="wrapper__list__article">
{cards}
</div>
<div class="clearfix"></div>
<div class="pagination-area"><nav><ul class="pagination">{pages}</ul></nav></div></aside></div>
<div class="col-md-4"><div class="sticky-top">{sidebar}</div></div>
</div></div></section>
<footer><p>{label}</p></footer>
</body>
</html>
"""
_AROUND = 3
"""How many page numbers stand on each side of the current one."""


def listing(
    base: str,
    stories: Sequence[Story],
    page: tuple[int, int],
    now: datetime,
    popular: Sequence[Head],
) -> str:
    """Return one page of a list; ``page`` is its number and the last one."""
    title = base.rsplit("/", 1)[1].replace("-", " ").title()
    return _PAGE.format(
        title=escape(title),
        base=escape(base),
        language=stories[0].language,
        cards="\n".join(_card(story, now) for story in stories),
        pages=_pages(base, *page),
        sidebar=sidebar(popular),
        label=LABEL,
    )


def _card(story: Story, now: datetime) -> str:
    url, title = escape(story.url), escape(story.headline)
    picture = escape(story.images[0].url.replace("/1200x800/", "/360x240/")) if story.images else ""
    return f"""<div class="card__post card__post-list card__post__transition mt-30"><div class="row"><div class="col-md-5"><div class="card__post__transition"><a href="{url}" title="{title}"><picture><img class="img-fluid lazyload" src="/img/blank.gif" data-src="{picture}" alt="{title}"></picture></a></div></div>
<div class="col-md-7 my-auto pl-0"><div class="card__post__body"><div class="card__post__content"><div class="card__post__author-info mb-2"><ul class="list-inline"><li class="list-inline-item"><span class="text-dark text-capitalize">{dates.relative(story.published, now, story.language)}</span></li></ul></div>
<div class="card__post__title"><h2 class="h5"><a href="{url}" title="{title}">{title}</a></h2><p>{escape(cut(story.blocks[0].text, 110))}</p></div></div></div></div></div></div>"""


def _pages(base: str, current: int, last: int) -> str:
    items = []
    for number in range(max(1, current - _AROUND), min(last, current + _AROUND) + 1):
        active = " active" if number == current else ""
        items.append(
            f'<li class="page-item{active}"><a class="page-link" href="{_address(base, number)}">{number}</a></li>'
        )
    if current > 1:
        items.insert(
            0,
            f'<li class="page-item"><a class="page-link" href="{_address(base, current - 1)}" aria-label="Previous">&laquo;</a></li>',
        )
    if current < last:
        items.append(
            f'<li class="page-item"><a class="page-link" href="{_address(base, current + 1)}" aria-label="Next">&raquo;</a></li>'
        )
    return "".join(items)


def _address(base: str, number: int) -> str:
    return base if number == 1 else f"{base}/{number}"
