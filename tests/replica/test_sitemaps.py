"""Sitemaps."""

import gzip
import http.client
from datetime import date, datetime
from typing import Literal

import pytest
from lxml import etree

from newscrawl.clock import WIB
from newscrawl.replica import Offers, Replica

HOST = "www.antaranews.com"
NOON = datetime(2026, 10, 9, 12, tzinfo=WIB)
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def site(form: Literal["plain", "gzip"] | None) -> Replica:
    """Return a replica with stories of three months."""
    return Replica(
        seed=5,
        start=date(2026, 8, 28),
        clock=lambda: NOON,
        per_day=6,
        offers=Offers(sitemap=form),
    )


def fetched(replica: Replica, path: str) -> tuple[etree._Element, str]:
    """Return what is served under a path, over a socket, and its type."""
    connection = http.client.HTTPConnection("127.0.0.1", int(replica.origin.rpartition(":")[2]))
    try:
        connection.request("GET", path, headers={"Host": HOST, "Accept-Encoding": "gzip"})
        response = connection.getresponse()
        body, kind = response.read(), response.getheader("Content-Type") or ""
        on_the_way = response.getheader("Content-Encoding") == "gzip"
    finally:
        connection.close()
    assert response.status == 200
    assert not (on_the_way and "gzip" in kind)
    packed = on_the_way or "gzip" in kind
    return etree.fromstring(gzip.decompress(body) if packed else body), kind


def test_no_sitemap_unless_asked_for() -> None:
    """As on the real site, robots.txt names none, and there is none."""
    replica = site(None)
    assert b"Sitemap" not in replica.site.respond(HOST, "/robots.txt").body
    answer = replica.site.respond(HOST, "/sitemap.xml")
    assert (answer.status, answer.kind) == (404, "sitemap")


@pytest.mark.parametrize(("form", "kind"), [("plain", "text/xml"), ("gzip", "application/x-gzip")])
def test_sitemaps_name_every_story(form: Literal["plain", "gzip"], kind: str) -> None:
    """From robots.txt over the index, the months' sitemaps name every story, its date and change."""
    with site(form) as replica:
        robots = replica.site.respond(HOST, "/robots.txt").body.decode()
        assert robots.rstrip().endswith(f"Sitemap: https://{HOST}/sitemap.xml")
        index, _ = fetched(replica, "/sitemap.xml")
        months = index.xpath("s:sitemap/s:loc/text()", namespaces=NAMES)
        assert [month.split("/")[-1][:7] for month in months] == ["2026-10", "2026-09", "2026-08"]
        found = []
        for month in months:
            body, name = fetched(replica, month.removeprefix(f"https://{HOST}"))
            assert name == kind
            found += [
                (
                    entry.findtext("s:loc", namespaces=NAMES),
                    entry.findtext("n:news/n:publication_date", namespaces=NAMES),
                    entry.findtext("s:lastmod", namespaces=NAMES),
                )
                for entry in body
            ]
        assert found == [
            (s.url, s.published.isoformat(), (s.modified or s.published).isoformat())
            for s in replica.stories()
        ]


def test_index_dates_no_month_too_early() -> None:
    """No story of a month changed later than the index says of the month."""
    replica = site("plain")
    index = etree.fromstring(replica.site.respond(HOST, "/sitemap.xml").body)
    said = index.xpath("s:sitemap/s:lastmod/text()", namespaces=NAMES)
    for month, (stated, number) in enumerate(zip(said, (10, 9, 8), strict=True)):
        changes = [
            s.modified or s.published for s in replica.stories() if s.published.month == number
        ]
        assert max(changes) <= datetime.fromisoformat(stated) <= NOON, month


def test_no_other_files() -> None:
    """Months before the first story or to come, and the other form, are not found."""
    replica = site("plain")
    for path in ("/sitemap/2026-07.xml", "/sitemap/2026-11.xml", "/sitemap/2026-13.xml"):
        assert replica.site.respond(HOST, path).status == 404
    assert replica.site.respond(HOST, "/sitemap/2026-09.xml").status == 200
    assert replica.site.respond(HOST, "/sitemap/2026-09.xml.gz").status == 404
