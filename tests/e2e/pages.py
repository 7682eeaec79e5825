"""Small pages of an invented site in ANTARA's present shapes, for tests that need just so much."""

from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime

from tests.e2e.serving import Answer
from tests.making import hours_ago

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
WWW = "www.antaranews.com"
ROBOTS = (WWW, "/robots.txt")
FEED = (WWW, "/rss/dunia.xml")
LISTING = (WWW, "/dunia")

Pages = dict[tuple[str, str], Answer]


def path(number: int) -> str:
    """Return the path of an invented story."""
    return f"/berita/{number}/kabar-{number}"


def url(number: int, host: str = WWW) -> str:
    """Return the canonical address of an invented story."""
    return f"https://{host}{path(number)}"


def published(number: int) -> datetime:
    """Return when a story was published: an hour later for each number, 100 being the tests' noon."""
    return hours_ago(100 - number)


def printed(time: datetime) -> str:
    """Return a time as an article prints it."""
    day, month = DAYS[time.weekday()], MONTHS[time.month - 1]
    return f"{day}, {time.day} {month} {time.year} {time:%H:%M} WIB"


def feed(*numbers: int) -> Answer:
    """Return a feed of stories."""
    items = "".join(
        f"<item><title>Kabar {n}</title><link>{url(n)}</link>"
        f"<pubDate>{format_datetime(published(n))}</pubDate>"
        f"<description><![CDATA[Teras kabar {n} ...]]></description><guid>{url(n)}</guid></item>"
        for n in numbers
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>Dunia - ANTARA News</title>{items}</channel></rss>"
    )
    return Answer(text.encode(), "text/xml; charset=utf-8")


def listing(*numbers: int, next_page: str | None = None) -> Answer:
    """Return a listing page of stories."""
    cards = "".join(
        '<div class="card__post card__post-list card__post__transition mt-30"><div class="row">'
        '<div class="col-md-5"></div><div class="col-md-7"><div class="card__post__content">'
        '<div class="card__post__author-info mb-2"><ul class="list-inline">'
        '<li class="list-inline-item"><span class="text-dark text-capitalize">'
        f"{published(n).day} {MONTHS[published(n).month - 1]} {published(n).year}</span></li></ul>"
        f'</div><div class="card__post__title"><h2 class="h5"><a href="{url(n)}" title="Kabar {n}">'
        f"Kabar {n}</a></h2></div></div></div></div></div>"
        for n in numbers
    )
    pagination = f'<li><a href="{next_page}" aria-label="Next">»</a></li>' if next_page else ""
    return Answer(
        f'<html><body><div class="row"><div class="col-md-8"><div class="wrapper__list__article">'
        f'{cards}</div><ul class="pagination"><li class="active"><a>1</a></li>{pagination}</ul>'
        "</div></div></body></html>".encode()
    )


def story(number: int, links: Sequence[str] = (), body: str | None = None) -> Answer:
    """Return the page of a story, with "Baca juga" links to others."""
    also = "".join(
        f'<p><span class="baca-juga"><b>Baca juga: <a href="{link}">Kabar lain</a></b></span></p>'
        for link in links
    )
    text = body or f"Menteri nomor {number} mengatakan bahwa perundingan berjalan lancar."
    return Answer(
        f'<html lang="id"><head><title>Kabar {number}</title></head><body>'
        '<ul class="breadcrumbs"><li class="breadcrumbs__item"><a href="/">Home</a></li>'
        '<li class="breadcrumbs__item"><a href="/dunia">Dunia</a></li></ul>'
        '<div class="col-md-8"><div class="wrap__article-detail">'
        f'<div class="wrap__article-detail-title"><h1>Kabar {number}</h1></div>'
        '<div class="wrap__article-detail-info"><ul class="list-inline">'
        '<li class="list-inline-item"><span class="text-secondary font-weight-normal">'
        f"{printed(published(number))}</span></li></ul></div>"
        '<div class="wrap__article-detail-content post-content">'
        f"<p>Jakarta (ANTARA) - {text}</p>{also}"
        '<p class="text-muted mt-2 small">Pewarta: Sari<br>Editor: Budi<br>Copyright © ANTARA 2026'
        "</p></div></div></div></body></html>".encode()
    )


def site(*numbers: int) -> Pages:
    """Return a site with these stories, newest first, in the feed and on one listing page."""
    pages: Pages = {
        ROBOTS: Answer(b"User-agent: *\nAllow: /\n", "text/plain"),
        FEED: feed(*numbers),
        LISTING: listing(*numbers),
    }
    return pages | {(WWW, path(n)): story(n) for n in numbers}
