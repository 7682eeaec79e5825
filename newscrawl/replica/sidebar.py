"""The column beside stories and lists, whose cards bear the names of a list's own cards."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from newscrawl.replica.heads import Head
from newscrawl.replica.markup import address


def sidebar(popular: Sequence[Head]) -> str:
    """Return the block of popular stories."""
    cards = "".join(_card(head) for head in popular)
    return f'<aside class="wrapper__list__article"><h4 class="border_section">Terpopuler</h4><div class="wrapper__list__article-small">{cards}</div></aside>'


@lru_cache(maxsize=500)
def _card(head: Head) -> str:
    href, title = address(head.url, "popular_right", tracked=True), escape(head.headline)
    return (
        '<div class="card__post card__post-list"><div class="image-sm"><a href="{href}"><img class="img-fluid lazyload" src="/img/blank.gif" data-src="https://cdn.antaranews.com/cache/270x180/noimage.jpg" alt=""></a></div>'
        '<div class="card__post__body"><div class="card__post__content"><div class="card__post__author-info mb-2"><ul class="list-inline"><li class="list-inline-item"><span class="text-secondary">{when}</span></li></ul></div>'
        '<div class="card__post__title"><h6><a href="{href}" title="{title}">{title}</a></h6></div></div></div></div>'
    ).format(href=href, title=title, when=f"{head.published:%H:%M}")
