"""Addresses of the site: which are stories, which story, and the one form each is kept in."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from newscrawl.antara.editions import (
    ENGLISH,
    NATIONAL,
    PLAIN_LABELS,
    SITE_DOMAIN,
    Edition,
    edition_of_label,
)
from newscrawl.items import Kind

KINDS: dict[str, Kind] = {
    "berita": "article",
    "news": "article",
    "foto": "photo",
    "video": "video",
    "infografik": "infographic",
    "rilis-pers": "press_release",
}
"""First segment of a story's path, and the kind of story it leads to."""

LONGEST_ADDRESS = 2000
"""Characters of an address that is looked at; the site's have fewer than 300."""
_LONGEST_KEPT = 500
"""Characters of a link whose story is kept in mind."""
_LONGEST_HOST = 253  # RFC 1035, section 2.3.4, as text
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*" + re.escape(SITE_DOMAIN) + r"\.?")
# Ids are sequential numbers or, before 2011, Unix times; more digits than these are no id.
_STORY_PATH = re.compile(
    rf"(?P<english>/en)?/(?P<type>{'|'.join(KINDS)})/0*(?P<id>[1-9][0-9]{{0,14}})"
    r"(?:/(?P<slug>[^/]*)(?:/[0-9]{1,3})?)?/?"  # the last: the page of a story that has several
)
# Nearly every link of the site: no signs in it that anything but a look at its parts would matter
# for, no port, no dots in its path, and of the query only words.
_PLAIN = re.compile(
    rf"(?:https?://(?P<host>[a-z0-9]{{1,63}}\.{re.escape(SITE_DOMAIN)}))?"
    r"(?P<path>/[\w-][\w/-]*)(?:\?[\w=&-]*)?",
    re.ASCII,
)
_PLAIN_ORIGIN = re.compile(rf"https?://([a-z0-9]{{1,63}}\.{re.escape(SITE_DOMAIN)})/")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"utm_\w*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|ref_src", re.IGNORECASE
)
_PATH_MARKS = "%-._~!$&'()*+,;=:@"
"""What RFC 3986, section 3.3 lets stand in a path segment, and the sign of what is encoded."""


@dataclass(frozen=True, slots=True)
class StoryUrl:
    """The address of one story, and which story it is."""

    id: str
    """Identity: ``antara:<n>``, ``antara-en:<n>`` or ``antara-<host>:<n>``."""
    article_id: int
    edition: str
    url: str
    """Canonical address, as records keep it: https, the edition's host, no query, no fragment, the
    slug as found. Old English stories keep the national host that served them."""
    kind: Kind
    address: str
    """Where to ask for it: the same, on the host that the link names (a topic's, say)."""


def is_site_host(host: str) -> bool:
    """Tell whether a host name, without port, is the site's; letters of other scripts never are."""
    return len(host) <= _LONGEST_HOST and host.isascii() and bool(_HOST.fullmatch(host.lower()))


def story_url(url: str, base: str | None = None) -> StoryUrl | None:
    """Return which story a link leads to, or None when it leads to none of the site's.

    AMP and mobile addresses are the plain page; whatever parameters they carry, none belongs to a
    story. Links of any shape may be passed, also broken ones.

    Args:
        url: the address or link, absolute, relative or without a scheme.
        base: the page that the link stands on; without it only absolute addresses are stories.
    """
    url = str(url)  # what an XPath gives is kept in mind with its whole page
    # Longer ones, which are none, would fill the memory of what is kept here.
    return _story_url(url, base) if len(url) <= _LONGEST_KEPT else _read_story_url(url, base)


def _read_story_url(url: str, base: str | None) -> StoryUrl | None:
    host, path = _plain_parts(url, base) or _host_and_path(url, base)
    path = path.removeprefix("/amp") if path.startswith("/amp/") else path
    match = _STORY_PATH.fullmatch(path) if host else None
    if match is None:
        return None
    label = _label(host)
    edition = _edition(label, english=match["english"] is not None, type_=match["type"])
    number = int(match["id"])
    slug = _quoted(match["slug"] or "")
    folder = (match["english"] or "") + "/" + match["type"]
    path = f"{folder}/{number}" + (f"/{slug}" if slug else "")
    named = f"{label or 'www'}.{SITE_DOMAIN}"
    host = edition.host if edition is NATIONAL else named
    return StoryUrl(
        id=f"{edition.id_prefix}:{number}",
        article_id=number,
        edition=edition.name,
        url=f"https://{host}{path}",
        kind=KINDS[match["type"]],
        address=f"https://{named}{path}",
    )


# A crawl meets an address when it is found, asked for, read and kept.
_story_url = lru_cache(maxsize=1000)(_read_story_url)


def canonical(url: str) -> str:
    """Return the form in which the address of any page is kept; see :func:`site_url`.

    An address that is not one of the site's comes back as it came.
    """
    return site_url(url) or url


def site_url(url: str, base: str | None = None) -> str | None:
    """Return the canonical address of a page of the site, or None when a link leads elsewhere.

    A story's is that of :func:`story_url`. Other pages get https, the host in lower case, no
    fragment and no tracking parameters; the rest of the query stays, in its order.

    Args:
        url: the address or link.
        base: the page that the link stands on.
    """
    story = story_url(url, base)
    if story is not None:
        return story.url
    parts = _site_parts(url, base)
    if parts is None:
        return None
    query = urlencode(without_tracking(parts.query), errors="replace")
    path = quote(parts.path or "/", safe="/" + _PATH_MARKS, errors="replace")
    return urlunsplit(("https", (parts.hostname or "").rstrip("."), path, query, ""))


def without_tracking(query: str) -> list[tuple[str, str]]:
    """Return the parameters of a query that say something of the page, in their order."""
    pairs = parse_qsl(query, keep_blank_values=True)
    return [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]


def _plain_parts(url: str, base: str | None) -> tuple[str, str] | None:
    """Return host and path of a plain link of the site, or None where only the long way has them.

    Of such a link :func:`_host_and_path` makes the same: joining keeps a path without dots, and
    takes no more of the base than its host.
    """
    match = _PLAIN.fullmatch(url) if len(url) <= LONGEST_ADDRESS else None
    if match is None or match["host"] is not None:
        return match and (match["host"], match["path"])
    origin = _PLAIN_ORIGIN.match(base) if base else None
    return origin and (origin[1], match["path"])


def _host_and_path(url: str, base: str | None) -> tuple[str, str]:
    """Return host and path of a link of the site; of any other two empty texts."""
    parts = _site_parts(url, base)
    return ("", "") if parts is None else (parts.hostname or "", parts.path)


def _quoted(slug: str) -> str:
    """Return a slug with what no address may have encoded; mostly it is words and hyphens."""
    if slug.isascii() and slug.replace("-", "").isalnum():
        return slug
    return quote(slug, safe=_PATH_MARKS, errors="replace")


def _site_parts(url: str, base: str | None) -> SplitResult | None:
    """Return the parts of a link when it leads to one of the site's hosts, by http or https."""
    url = url.strip()
    if not url or url.startswith("#") or len(url) > LONGEST_ADDRESS:  # "#": the page itself
        return None
    if url.startswith("//"):
        url = "https:" + url
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        host, port = parts.hostname or "", parts.port
    except ValueError:  # unbalanced brackets, a port that is no number, odd Unicode
        return None
    odd = parts.username is not None or port not in (None, _DEFAULT_PORTS.get(parts.scheme))
    if parts.scheme not in _DEFAULT_PORTS or odd or not parts.netloc.isascii():
        return None
    return parts if is_site_host(host) else None


def _label(host: str) -> str:
    """Return what stands before the site's domain, without the labels that do not matter."""
    labels = host.rstrip(".").removesuffix(SITE_DOMAIN).rstrip(".").split(".")
    while labels and labels[0] in PLAIN_LABELS:
        labels.pop(0)
    return ".".join(labels)


def _edition(label: str, *, english: bool, type_: str) -> Edition:
    if english:  # www.antaranews.com/en/news/… until about 2017
        return ENGLISH
    # Press releases carry national ids on every host.
    return NATIONAL if type_ == "rilis-pers" and label != ENGLISH.name else edition_of_label(label)
