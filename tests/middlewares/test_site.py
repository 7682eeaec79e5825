"""The guard before every request: which addresses pass it."""

import pytest
from scrapy import Request

from newscrawl.antara.urls import LONGEST_ADDRESS
from newscrawl.middlewares.site import Malformed, OffSite, SiteMiddleware

WWW = "https://www.antaranews.com"


def refusal(url: str, origin: str | None = None) -> type[Exception] | None:
    """Return what is raised for an address, exactly as given: ``Request`` would tidy it."""
    request = Request(WWW)
    request._url = url
    try:
        SiteMiddleware(origin).process_request(request)
    except OffSite as error:
        return type(error)
    return None


@pytest.mark.parametrize(
    "url",
    [
        f"{WWW}/berita/1/a",
        "http://www.antaranews.com:80/",
        f"{WWW}:443/rss/dunia.xml",
        "https://jatim.antaranews.com/mancanegara?page=2",
        "HTTPS://M.ANTARANEWS.COM/robots.txt",
        f"{WWW}/" + "x" * (LONGEST_ADDRESS - len(WWW) - 1),
    ],
)
def test_pages_of_the_site_pass(url: str) -> None:
    """Any page of any of the site's hosts, by http or https at its usual port, may be asked for."""
    assert refusal(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/",
        "https://antaranews.com.evil.example/",
        "https://evilantaranews.com/",
        "https://www.antaranews.com@evil.example/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://localhost/",
        "https://www.\u0430ntaranews.com/",  # Cyrillic а
        "https://www.xn--ntaranews-86g.com/",
        "file:///etc/hostname",
        "file://www.antaranews.com/etc/hostname",
        "ftp://www.antaranews.com/",
        "data:text/html,x",
        "s3://www.antaranews.com/x",
        "gopher://www.antaranews.com/",
        "javascript:alert(1)",
        "//www.antaranews.com/",
        "",
    ],
)
def test_everything_else_is_off_the_site(url: str) -> None:
    """Other hosts, whatever they look like, and other schemes are refused."""
    assert refusal(url) is OffSite


@pytest.mark.parametrize(
    "url",
    [
        "https://user:pw@www.antaranews.com/",
        "https://user@www.antaranews.com/",
        "https://@www.antaranews.com/",
        "https://evil.example\\@www.antaranews.com/",
        f"{WWW}:8443/",
        f"{WWW}:22/",
        f"{WWW}:99999/",
        f"{WWW}:x/",
        "https://[www.antaranews.com/",
        f"{WWW}/a\\b",
        f"{WWW}/a\x00b",
        f"{WWW}/a\r\nHost: evil.example",
        f"{WWW}/a b",
        f"{WWW}/\u202eb",
        f"{WWW}/" + "x" * LONGEST_ADDRESS,
        f"{WWW}/\x7f",
    ],
)
def test_odd_shapes(url: str) -> None:
    """Credentials, other ports, control characters, backslashes and endless addresses are refused."""
    assert refusal(url) is Malformed


def test_the_port_of_the_origin() -> None:
    """Where ``origin`` stands for the site, its port is the site's too; no other is."""
    origin = "http://127.0.0.1:8000"
    assert refusal(f"{WWW}:8000/", origin) is None
    assert refusal(f"{WWW}/", origin) is None
    assert refusal(f"{WWW}:8001/", origin) is Malformed
    assert refusal(f"{origin}/", origin) is OffSite  # it is put in at the last step, see origin.py
