"""A crawl over real pages of 2015 and 2016, served over loopback as the site served them.

The expected values were read from the pages by hand. They are facts (names, dates, counts) and
digests; the texts are ANTARA's and stay where they are.
"""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from newscrawl.schema import validator
from tests.e2e.crawling import crawl, records, report
from tests.e2e.serving import Answer, PageServer

WWW = "www.antaranews.com"
LOMBOK = "/berita/527615/29-penerbangan-bandara-internasional-lombok-dibatalkan"
LAMPUNG = "/berita/546643/prostitusi-ditenggarai-sudah-merambah-ke-pelajar-lampung"
OTOMOTIF = "/berita/546646/prototype"


def digest(text: str | None) -> str:
    """Return the first 16 hexadecimal digits of a text's SHA-256."""
    return hashlib.sha256((text or "").encode()).hexdigest()[:16]


@pytest.fixture(scope="module")
def crawled(
    real_pages: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[int, dict[str, Any]]:
    """Serve the real feed and pages, crawl them twice, and return the records by article id."""

    def page(name: str) -> Answer:
        return Answer((real_pages / name).read_bytes())

    feed = (real_pages / "antara-rss-news-2015-11-05.xml").read_bytes()
    pages = {
        (WWW, "/rss/dunia.xml"): Answer(feed, "text/xml; charset=utf-8"),
        (WWW, LOMBOK): page("antara-article-2015-11-05-lombok.html"),
        (WWW, LAMPUNG): page("antara-article-2016-02-23-lampung.html"),
        ("otomotif.antaranews.com", OTOMOTIF): page("antara-otomotif-article-2016-02-23.html"),
    }
    data = tmp_path_factory.mktemp("real")
    with PageServer(pages) as site:
        crawl(site.origin, data)
        assert report(data)["outcomes"]["new"] == {"": 1}
        urls = f"http://{WWW}{LAMPUNG},http://otomotif.antaranews.com{OTOMOTIF}?utm_source=fly"
        named = crawl(site.origin, data, urls=urls, follow_depth=0)
        assert named.returncode == 0, named.stderr
        assert max(count for (_, path), count in site.asked.items() if "robots" not in path) == 1
    found = {record["article_id"]: record for record in records(data)}
    assert sorted(found) == [527615, 546643, 546646]
    return found


def test_the_records_are_valid(crawled: dict[int, dict[str, Any]]) -> None:
    """Every record of a real page keeps to the schema."""
    for record in crawled.values():
        validator()(record)


@pytest.mark.parametrize(
    ("article_id", "expected"),
    [
        (
            527615,
            {
                "url": f"https://{WWW}{LOMBOK}",
                "headline": "6dd91cbdf72b3b72",
                "caption": "b70bc5711e4ddf8e",
                "paragraphs": [
                    "2f577b6522688740",
                    "d91433512d254589",
                    "49022952c65b8820",
                    "e8713a0fa39282b6",
                    "4579a771afdb3940",
                ],
                "word_count": 137,
                "date_published": "2015-11-05T14:56:43+07:00",
                "reporters": ["Nur Imansyah"],
                "editors": ["Ade Marboen"],
                "credit": "ANTARA FOTO/Budi Setya",
                "dateline": {"place": "Mataram, NTB", "text": "Mataram, NTB (ANTARA News) - "},
                "copyright_notice": "COPYRIGHT © ANTARA 2015",
                "via": "feed",
            },
        ),
        (
            546643,
            {
                "url": f"https://{WWW}{LAMPUNG}",
                "headline": "ccab52a2c3fd2130",
                "caption": "21f8e63a24c83627",
                "paragraphs": [
                    "8fcc222433a4e523",
                    "6be679145f3cef48",
                    "d9cd9732962893a2",
                    "fbcf7a2ad482e884",
                    "940c04af2ff376a6",
                    "60aa440c02534747",
                    "b8b81a3c0d67dc89",
                    "eb987aebb00c4930",
                    "999d5827f363f882",
                ],
                "word_count": 221,
                "date_published": "2016-02-23T14:49:30+07:00",
                "reporters": ["Budisantoso Budiman", "Agus S"],
                "editors": ["Ade Marboen"],
                "credit": "ANTARA FOTO/Sahrul Manda Tikupadang",
                "dateline": {
                    "place": "Bandarlampung, Lampung",
                    "text": "Bandarlampung, Lampung (ANTARA News) - ",
                },
                "copyright_notice": "COPYRIGHT © ANTARA 2016",
                "via": "url",
            },
        ),
        (
            546646,
            {
                "url": f"https://{WWW}{OTOMOTIF}",
                "headline": "dde0ef0b15b51621",
                "caption": "69a38c4cedf0b3c3",
                "paragraphs": [
                    "623b727f30fff41d",
                    "945b3efa8255b0dd",
                    "5df7fc0736bc4656",
                    "76239e2e4772e213",
                    "20bef0d57b577bb2",
                    "4c757fb8f2af0560",
                    "138ac55a1090e4f5",
                    "cf7b342f28e155d4",
                    "03e0c39ed40a87d6",
                ],
                "word_count": 299,
                "date_published": "2016-02-23T15:06:00+07:00",
                "reporters": ["Monalisa"],
                "editors": ["B Kunto Wibisono"],
                "credit": "Antaranews/Monalisa",
                "dateline": {"place": "Jakarta", "text": "Jakarta (ANTARA News) - "},
                "copyright_notice": "COPYRIGHT © 2016",
                "via": "url",
            },
        ),
    ],
)
def test_what_the_page_states(
    crawled: dict[int, dict[str, Any]], article_id: int, expected: dict[str, Any]
) -> None:
    """Address, headline, date with offset, names, caption, credit, body and copyright are right.

    Headline, caption and each paragraph of the body are compared by digest: credits, copyright or
    an ad in the body would change it.
    """
    record = crawled[article_id]
    stated = {
        **{name: record[name] for name in expected if name in record},
        "headline": digest(record["headline"]),
        "caption": digest(record["images"][0]["caption"]),
        "credit": record["images"][0]["credit"],
        "paragraphs": [digest(paragraph) for paragraph in record["body"].split("\n\n")],
        "via": record["discovered"]["via"],
    }
    assert stated == expected
