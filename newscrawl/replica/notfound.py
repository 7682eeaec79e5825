"""The page for what is not there: about 800 kB with hundreds of links to stories."""

from collections.abc import Sequence
from html import escape

from newscrawl.replica.heads import Head

LINKS, SIZE = 481, 800_000
_CARD = '<div class="card__post card__post-list"><div class="card__post__title"><h6><a href="https://www.antaranews.com/berita/{id}/{slug}" title="{title}">{title}</a></h6></div></div>\n'


def not_found(existing: Sequence[Head]) -> bytes:
    """Return the page; some of its links lead to stories that exist, most to none."""
    cards = [
        _CARD.format(id=head.article_id, slug=head.slug, title=escape(head.headline))
        for head in existing[:40]
    ]
    old = range(200_000, 200_000 + (LINKS - len(cards)) * 397, 397)
    cards += [_CARD.format(id=number, slug="arsip", title="Arsip berita") for number in old]
    start = '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><title>Halaman tidak ditemukan - ANTARA News</title></head><body><h1>404</h1><p>Halaman yang Anda cari tidak ditemukan.</p>\n'
    page = start + "".join(cards)
    filler = "<!-- .menu-nusantara .submenu { display: none } -->\n"
    page += filler * ((SIZE - len(page)) // len(filler))
    return (page + "</body></html>\n").encode()
