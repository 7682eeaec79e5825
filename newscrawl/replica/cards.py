"""The cards of a list, in the templates of lists that the site has had since 2018."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import NamedTuple

from newscrawl.replica import dates
from newscrawl.replica.dressing import sections
from newscrawl.replica.story import Story
from newscrawl.replica.writing import cut

_TEASER = 110


class Shown(NamedTuple):
    """What a list's cards say beside headline and teaser."""

    now: datetime
    """When they are looked at: today's are dated by how long ago it was."""
    dates: bool = True
    categories: bool = False


def cards_d(stories: Sequence[Story], shown: Shown) -> str:
    """Return the cards as they are today."""
    return "\n".join(_card_d(story, shown) for story in stories)


def cards_c(stories: Sequence[Story], shown: Shown) -> str:
    """Return the cards as they were from 2018 to 2022."""
    return "\n".join(_card_c(story, shown) for story in stories)


def _card_d(story: Story, shown: Shown) -> str:
    url, title = escape(story.url), escape(story.headline)
    when = (
        f'<li class="list-inline-item"><span class="text-dark text-capitalize">{_when(story, shown)}</span></li>'
        if shown.dates
        else ""
    )
    category = f'<li class="list-inline-item">{_category(story)}</li>' if shown.categories else ""
    return f"""<div class="card__post card__post-list card__post__transition mt-30"><div class="row"><div class="col-md-5"><div class="card__post__transition"><a href="{url}" title="{title}"><picture><img class="img-fluid lazyload" src="/img/blank.gif" data-src="{_picture(story)}" alt="{title}"></picture></a></div></div>
<div class="col-md-7 my-auto pl-0"><div class="card__post__body"><div class="card__post__content"><div class="card__post__author-info mb-2"><ul class="list-inline">{when}{category}</ul></div>
<div class="card__post__title"><h2 class="h5"><a href="{url}" title="{title}">{title}</a></h2><p>{_teaser(story)}</p></div></div></div></div></div></div>"""


def _card_c(story: Story, shown: Shown) -> str:
    url, title = escape(story.url), escape(story.headline)
    when = (
        f'<span><i class="fa fa-clock-o"></i> {_when(story, shown)}</span>' if shown.dates else ""
    )
    category = f"{_category(story)} / " if shown.categories else ""
    return f"""<article class="simple-post simple-big clearfix"><div class="simple-thumb"><a href="{url}" title="{title}"><picture><img class="lazyload" src="/img/blank.gif" data-src="{_picture(story)}" alt="{title}"></picture></a></div>
<header><p class="simple-share">{category}{when}</p><h3><a href="{url}" title="{title}">{title}</a></h3><p>{_teaser(story)}</p></header></article>"""


def _when(story: Story, shown: Shown) -> str:
    return dates.relative(story.published, shown.now, story.language)


def _teaser(story: Story) -> str:
    return escape(cut(story.blocks[0].text, _TEASER))


def _picture(story: Story) -> str:
    if not story.images:
        return ""
    return escape(story.images[0].url.replace("/1200x800/", "/360x240/"))


def _category(story: Story) -> str:
    """Return the link to the narrowest section that a story is filed under."""
    names = sections(story.head, "D")
    path = "/".join(name.lower().replace(" ", "-") for name in names)
    host = story.url.split("/", 3)[2]
    return f'<a href="https://{host}/{escape(path)}">{escape(names[-1])}</a>'
