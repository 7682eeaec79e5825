"""Pages whose bytes are not what they say."""

import pytest

from tests.e2e.pages import WWW, path, site, story
from tests.e2e.serving import Answer
from tests.hazards.conftest import Crawl
from tests.hazards.raw import RawServer

TEXT = "Perundingan “damai” di São Tomé – kata Müller – berjalan lancar sekali."


def body_of(crawl: Crawl, page: bytes, content_type: str) -> str:
    """Return the body of the record that is made of a page."""
    with RawServer(site(100) | {(WWW, path(100)): Answer(page, content_type)}) as server:
        done = crawl(server.origin)
    assert done.outcomes == {"new": {"": 1}}
    text = done.records[0]["body"]
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("declared", ["utf-8", "UTF8", "us-ascii", "x-unknown"])
def test_utf_8_label_on_cp1252(crawl: Crawl, declared: str) -> None:
    """Text in Windows-1252 is read as that, whatever the header says.

    Plain Scrapy believes the header, and leaves U+FFFD in the place of each such letter.
    """
    page = story(100, body=TEXT).body.decode().encode("cp1252")
    assert body_of(crawl, page, f"text/html; charset={declared}") == TEXT


def test_meta_utf_16_on_utf_8(crawl: Crawl) -> None:
    """A page that can say in ASCII that it is UTF-16 is not.

    Plain Scrapy believes it, and finds nothing on the page.
    """
    page = story(100, body=TEXT).body.replace(b"<title>", b'<meta charset="utf-16"><title>')
    assert body_of(crawl, page, "text/html") == TEXT


def test_nul_bytes(crawl: Crawl) -> None:
    """NUL bytes vanish, and what stands around them stays."""
    page = story(100, body=TEXT).body.replace(b"damai", b"da\x00mai\x00")
    assert body_of(crawl, page, "text/html; charset=utf-8") == TEXT
