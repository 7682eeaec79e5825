"""The pages of lists, in the templates that the site has had since 2018, with their pagination."""

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from newscrawl.replica.cards import Shown, cards_c, cards_d
from newscrawl.replica.heads import Head
from newscrawl.replica.markup import LABEL
from newscrawl.replica.offers import Cards
from newscrawl.replica.sidebar import sidebar
from newscrawl.replica.story import Story

_PAGE_D = """<!DOCTYPE html>
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
_PAGE_C = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title} - ANTARA News</title><link rel="canonical" href="{base}"></head>
<body>
<div id="main"><div id="main-container" class="container"><div class="main-content mag-content clearfix"><div class="row blog-content">
<div class="col-md-8"><h3 class="block-title"><span>{title}</span></h3>
{cards}
<nav><ul class="pagination pagination-sm">{pages}</ul></nav></div>
<div class="col-md-4"><aside class="sidebar clearfix"><div class="widget"><h3 class="block-title"><span>Terpopuler</span></h3>{sidebar}</div></aside></div>
</div></div></div></div>
<footer id="footer"><div class="container"><p>{label}</p></div></footer>
</body>
</html>
"""
_AROUND = 3
"""How many page numbers stand on each side of the current one."""


class Place(NamedTuple):
    """Which page of which list it is."""

    title: str
    address: Callable[[int], str]
    """Returns the address of a page by its number."""
    page: int
    last: int
    language: str = "id"


def listing(
    place: Place,
    stories: Sequence[Story],
    shown: Shown,
    popular: Sequence[Head],
    template: Cards = "D",
) -> str:
    """Return one page of a list; one without stories has no cards."""
    markup = _PAGE_D if template == "D" else _PAGE_C
    return markup.format(
        title=escape(place.title),
        base=escape(place.address(1)),
        language=place.language,
        cards=(cards_d if template == "D" else cards_c)(stories, shown),
        pages=_pages(place),
        sidebar=sidebar(popular) if template == "D" else _popular(popular),
        label=LABEL,
    )


def _popular(heads: Sequence[Head]) -> str:
    return "".join(
        f'<article class="simple-post clearfix"><header><h3><a href="{escape(head.url)}?utm_source=antaranews&amp;utm_medium=desktop&amp;utm_campaign=popular_right" title="{escape(head.headline)}">{escape(head.headline)}</a></h3></header></article>'
        for head in heads
    )


def _pages(place: Place) -> str:
    current, last = place.page, place.last
    items = []
    for number in range(max(1, current - _AROUND), min(last, current + _AROUND) + 1):
        active = " active" if number == current else ""
        items.append(f'<li class="page-item{active}">{_link(place, number, str(number))}</li>')
    if current > 1:
        previous = _link(place, current - 1, "&laquo;", "Previous")
        items.insert(0, f'<li class="page-item">{previous}</li>')
    if current < last:
        following = _link(place, current + 1, "&raquo;", "Next")
        items.append(f'<li class="page-item">{following}</li>')
    return "".join(items)


def _link(place: Place, number: int, text: str, label: str = "") -> str:
    named = f' aria-label="{label}"' if label else ""
    return f'<a class="page-link" href="{escape(place.address(number))}"{named}>{text}</a>'
