"""Pages that want to know whether a person asks: Cloudflare's, Imperva's, Sucuri's, captchas.

They come with a 200 as well as with a 403, 429 or 503. Nothing here tries to get past one: it means
that the site refuses.
"""

import re

from lxml import etree
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.antara.decoding import decode
from newscrawl.antara.markup import MarkupError, tree
from newscrawl.antara.templates import template_of
from newscrawl.antara.urls import story_url
from newscrawl.middlewares.errors import Challenged
from newscrawl.middlewares.retry import tell

_STATUSES = frozenset({200, 403, 429, 503})
_LARGEST = 150_000
"""Bytes; challenge pages have some tens of thousands, nearly all of them script."""
_MOST_TEXT = 3_000
"""Characters that such a page shows at most."""

_SUSPICIOUS = (
    b"just a moment",
    b"attention required",
    b"access denied",
    b"checking your browser",
    b"ddos-guard",
    b"pardon our interruption",
    b"one moment, please",
    b"are you a robot",
    b"are you a human",
    b"security check",
    b"cf-chl",
    b"cf_chl",
    b"_incapsula_resource",
    b"sucuri",
    b"captcha",
    b"turnstile",
)
"""In lower case; a page with none of them is not looked at closely."""
_STORY = b".antaranews.com/berita/"
_NUMBER = re.compile(rb"[0-9]+")
_TITLES = (
    "just a moment",
    "attention required",
    "access denied",
    "checking your browser",
    "ddos-guard",
    "pardon our interruption",
    "one moment, please",
    "are you a robot",
    "are you a human",
    "security check",
    "sucuri website firewall",
)
# What stands in scripts and attributes, where no story's text comes.
_MACHINERY = etree.XPath(
    "boolean(//script[contains(., '_cf_chl_opt') or contains(., 'sucuri_cloudproxy_js')]"
    "| //script[contains(@src, '/chl_page/') or contains(@src, '_Incapsula_Resource')]"
    "| //iframe[contains(@src, '_Incapsula_Resource')]"
    "| //form[@id = 'challenge-form' or contains(@action, '__cf_chl')]"
    "| //form//*[contains(translate(concat(@class, ' ', @id, ' ', @name, ' ', @src), 'CAPTH',"
    " 'capth'), 'captcha') or contains(@class, 'cf-turnstile')]"
    "| //*[contains(@class, 'cf-turnstile') or contains(@class, 'h-captcha')"
    " or contains(@class, 'g-recaptcha')])"
)
_TITLE = etree.XPath("string(//head/title)")
_TEXTS = etree.XPath(
    "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
)
_LINKS = etree.XPath("//a/@href")


def is_challenge(response: Response) -> bool:
    """Tell whether an answer is a challenge, and not a page of the site that speaks of one."""
    if (response.headers.get("cf-mitigated") or b"").strip().lower() == b"challenge":
        return True
    body = response.body
    if response.status not in _STATUSES or len(body) > _LARGEST or not _is_suspicious(body):
        return False
    content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
    try:
        root = tree(decode(body, content_type))
    except MarkupError:
        return False
    return _is_made_as_one(root) and not _is_of_the_site(root, response.url)


def _is_suspicious(body: bytes) -> bool:
    """Tell whether a page may be a challenge, at a tenth of what a regular expression costs.

    Every page is asked that. Nearly all lead to several stories, which is told first: it is the
    shorter way to what :func:`_is_of_the_site` says.
    """
    if len({match[0] for match in map(_NUMBER.match, body.split(_STORY)[1:]) if match}) > 1:
        return False
    small = body.lower()
    return any(words in small for words in _SUSPICIOUS)


def _is_made_as_one(root: etree._Element) -> bool:
    title = " ".join(_TITLE(root).split()).lower()
    return title.startswith(_TITLES) or bool(_MACHINERY(root))


def _is_of_the_site(root: etree._Element, url: str) -> bool:
    """Tell whether a page has a story, the links of a listing, or much to read."""
    if template_of(root) is not None:
        return True
    stories = {story.id for link in _LINKS(root) if (story := story_url(link, url)) is not None}
    return len(stories) > 1 or len("".join(_TEXTS(root)).strip()) > _MOST_TEXT


class ChallengeMiddleware:
    """Turns a challenge of any status into a failure: what it says is not what was asked for."""

    def __init__(self, crawler: Crawler) -> None:
        """Take the crawler, which is told of a refusal."""
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "ChallengeMiddleware":
        """Return the middleware of a crawler."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Let everything else pass.

        Raises:
            Challenged: the answer is a challenge.
        """
        if not is_challenge(response):
            return response
        tell(self._crawler, request, "refused")
        raise Challenged(f"{response.url} answers {response.status} with a challenge")
