"""Challenge pages, and pages of the site that speak of them."""

from pathlib import Path

import pytest
from scrapy.http import HtmlResponse, Response

from newscrawl.middlewares.challenge import is_challenge
from tests.e2e.pages import feed, listing, story

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "antara"
URL = "https://www.antaranews.com/berita/5812345/judul"
WORDS = (
    "Just a moment... Attention Required! Access denied. Checking your browser before accessing,"
    " captcha, cf-chl, Turnstile, _cf_chl_opt, DDoS-Guard, Sucuri, Incapsula"
)

CLOUDFLARE = """<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow"></head><body class="no-js"><div class="main-wrapper">
<noscript>Enable JavaScript and cookies to continue</noscript></div><script>
(function(){window._cf_chl_opt={cvId:'3',cZone:"www.antaranews.com",
cUPMDTk:"/berita/5812345/judul?__cf_chl_tk=x"};var a=document.createElement('script');
a.src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=x';}());</script></body></html>"""
CHALLENGES = {
    "cloudflare": CLOUDFLARE,
    "cloudflare in another language": CLOUDFLARE.replace("Just a moment...", "Tunggu sebentar..."),
    "cloudflare block": (
        "<html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have"
        " been blocked</h1><p>You are unable to access antaranews.com</p></body></html>"
    ),
    "incapsula": (
        '<html><head><META NAME="robots" CONTENT="noindex,nofollow"></head><body><iframe id="main-'
        'iframe" src="/_Incapsula_Resource?CWUDNSAI=9&incident_id=1" frameborder=0>Request'
        " unsuccessful. Incapsula incident ID: 1</iframe></body></html>"
    ),
    "sucuri": (
        "<html><title>You are being redirected...</title><noscript>Javascript is required."
        "</noscript><script>var s={},u,c,e=eval;sucuri_cloudproxy_js='';S='x';</script></html>"
    ),
    "sucuri block": (
        "<html><head><title>Sucuri WebSite Firewall - Access Denied</title></head><body></body></html>"
    ),
    "captcha": (
        "<html><head><title>antaranews.com</title></head><body><p>Are you human?</p>"
        '<form method="post"><div class="g-recaptcha" data-sitekey="x"></div></form></body></html>'
    ),
    "turnstile": (
        "<html><head><title>One more step</title></head><body><form>"
        '<div class="cf-turnstile" data-sitekey="x"></div></form></body></html>'
    ),
}


def page(body: str | bytes, status: int = 200, **headers: str) -> Response:
    """Return an answer with a page."""
    text = body.encode() if isinstance(body, str) else body
    return HtmlResponse(URL, status=status, headers=headers, body=text, encoding="utf-8")


@pytest.mark.parametrize("status", [200, 403, 429, 503])
@pytest.mark.parametrize("name", CHALLENGES)
def test_a_challenge(name: str, status: int) -> None:
    """A challenge is one with any of the statuses that they come with."""
    assert is_challenge(page(CHALLENGES[name], status))


@pytest.mark.parametrize("status", [200, 403, 503])
def test_a_header_that_says_so(status: int) -> None:
    """Cloudflare says it in a header, whatever is on the page."""
    assert is_challenge(page(b"", status, **{"Cf-Mitigated": "challenge"}))
    assert not is_challenge(page(b"", status, **{"Cf-Mitigated": "none"}))


@pytest.mark.parametrize("case", sorted(path.name for path in FIXTURES.iterdir()))
def test_a_story_that_speaks_of_challenges(case: str) -> None:
    """No story is a challenge, in any template, also with all of the words and a captcha form."""
    body = (FIXTURES / case / "page.html").read_bytes()
    assert not is_challenge(page(body))
    form = f'<p>{WORDS}</p><form><div class="g-recaptcha"></div></form></body>'.encode()
    spoken = body.replace(b"</body>", form).replace(b"<title>", b"<title>Just a moment... ")
    assert not is_challenge(page(spoken))


def test_a_small_story_that_speaks_of_challenges() -> None:
    """A story of one sentence that is all about them is a story."""
    small = story(100, body=WORDS).body.replace(b"<title>", b"<title>Attention Required! ")
    assert not is_challenge(page(small))


def test_other_pages_of_the_site() -> None:
    """Neither a listing nor a feed is a challenge, whatever their stories are about."""
    cards = listing(1, 2, 3).body.replace(b"Kabar 1", f"Just a moment... {WORDS}".encode())
    box = b'<form><div class="h-captcha"></div></form></body>'
    assert not is_challenge(page(cards.replace(b"</body>", box)))
    items = feed(1, 2).body.replace(b"Kabar 1", WORDS.encode())
    assert not is_challenge(Response(URL, body=items, headers={"Content-Type": "text/xml"}))


@pytest.mark.parametrize("url", [URL, URL.removesuffix("/judul")])
def test_its_own_address_does_not_make_it_a_page_of_the_site(url: str) -> None:
    """A challenge names the story that it stands before, as often as it likes."""
    again = f'<script>var back = ["{url}", "{url}?__cf_chl_tk=y"]</script></head>'
    assert is_challenge(page(CLOUDFLARE.replace("</head>", again)))


def test_a_page_that_leads_to_stories() -> None:
    """A page that leads to several stories is the site's, also where no template knows it."""
    links = "".join(f'<a href="{URL.replace("5812345", str(n))}">Kabar</a>' for n in (1, 2))
    assert not is_challenge(page(CLOUDFLARE.replace("<body", f"{links}<body")))


@pytest.mark.parametrize("status", [404, 410, 500, 304])
def test_other_statuses_are_no_challenges(status: int) -> None:
    """What a page that is not there says is not looked at."""
    assert not is_challenge(page(CLOUDFLARE, status))


@pytest.mark.parametrize(
    "body",
    [b"", b"\0\xff captcha", b"captcha", b"<html><head><title>403 Forbidden</title></head></html>"],
)
def test_pages_that_are_nothing(body: bytes) -> None:
    """A plain refusal, an empty body and bytes that are no page are no challenges."""
    assert not is_challenge(page(body, 403))


def test_a_long_text_is_no_challenge() -> None:
    """A page with much to read that is in no template is not refused: it is quarantined."""
    text = "<p>Kalimat yang panjang tentang sebuah captcha.</p>" * 100
    body = f'<html><title>Just a moment</title><body>{text}<form class="g-recaptcha"></form></body></html>'
    assert not is_challenge(page(body))


def test_real_pages(real_pages: Path) -> None:
    """No page that was captured from the site is taken for a challenge."""
    for path in sorted(real_pages.glob("*.html")) + sorted(real_pages.glob("*.xml")):
        assert not is_challenge(page(path.read_bytes())), path
