"""Markup to a tree, and the limits that keep a hostile page from stopping a crawl.

lxml's parser needs time that grows with the square of a tag's attributes (200,000 of them take
minutes), and below 2,048 levels (256 without ``huge_tree``) it leaves content out without a word.
Both are looked for in the text first, which takes milliseconds.
"""

import re
from collections import Counter

from lxml import etree, html

from newscrawl.antara.text import word_set

MOST_ATTRIBUTES = 500
"""Attributes that one tag may have; the site's have fewer than twenty."""
DEEPEST = 500
"""Elements that may stand open inside one another; the site's pages have fewer than forty."""
MOST_TAGS = 100_000
"""Tags of a page; the site's have a few thousand, its page for 404 with all its links ten."""
LONGEST = 20_000_000
"""Characters of a page that is parsed at all."""

_RAW = "script|style|title|textarea|xmp|iframe|noembed|noframes"
# One pass in document order, as the parser itself goes (WHATWG HTML, section 13.2.5): what stands
# in a comment, a raw-text element or a quoted value is no tag.
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]*))?"""
_TOKEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*"
    rf"|<(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[\s/]*{_ATTRIBUTE}){{0,{MOST_ATTRIBUTES + 1}}})"
    r"|</(?P<end>[a-zA-Z][^\s/>]*)",
    re.DOTALL,
)
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW.split("|")}
# These close themselves when the next of their kind opens, so they do not nest by being left open.
_SHALLOW = word_set(
    "area base br col embed frame hr img input link meta param source track wbr basefont p "
    "li dt dd option optgroup tr td th tbody thead tfoot colgroup html head body"
)
_PARSER = html.HTMLParser(
    encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
)


class MarkupError(ValueError):
    """A page that is not parsed, because parsing it would take too long or lose text."""

    def __init__(self, reason: str, message: str) -> None:
        """Keep the short name of the limit, for a statistic, apart from the message."""
        super().__init__(message)
        self.reason = reason


def tree(text: str) -> html.HtmlElement:
    """Return the parsed page; comments are left out.

    Raises:
        MarkupError: ``empty``, ``too_long``, ``too_many_attributes``, ``too_many_tags`` or
            ``too_deep``.
    """
    if not text.strip():
        raise MarkupError("empty", "nothing is on the page")
    if len(text) > LONGEST:
        raise MarkupError("too_long", f"longer than {LONGEST:,} characters")
    check(text)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=_PARSER)
    except etree.LxmlError as error:
        raise MarkupError("empty", f"no element is on the page: {error}") from error


def check(text: str) -> None:
    """Refuse markup that the parser would take minutes for, or lose parts of.

    Raises:
        MarkupError: ``too_many_attributes``, ``too_many_tags`` or ``too_deep``.
    """
    open_: list[str] = []
    count: Counter[str] = Counter()
    at = tags = 0
    while (token := _TOKEN.search(text, at)) is not None:
        at, tags = token.end(), tags + 1
        if tags > MOST_TAGS:
            raise MarkupError("too_many_tags", f"more than {MOST_TAGS:,} tags")
        if token["tag"] is not None:
            name = token["tag"].lower()
            _check_attributes(name, token["attributes"])
            if name in _RAW_END:
                end = _RAW_END[name].search(text, at)
                at = end.start() if end else len(text)
            elif name not in _SHALLOW:
                open_.append(name)
                count[name] += 1
                if len(open_) > DEEPEST:
                    raise MarkupError("too_deep", f"elements nest deeper than {DEEPEST}")
        elif token["end"] is not None:
            _close(token["end"].lower(), open_, count)


def _check_attributes(name: str, attributes: str) -> None:
    # Each takes a character at least; nearly every tag is shorter than that.
    if len(attributes) <= MOST_ATTRIBUTES:
        return
    if sum(1 for _ in re.finditer(_ATTRIBUTE, attributes)) > MOST_ATTRIBUTES:
        raise MarkupError("too_many_attributes", f"<{name}> has more than {MOST_ATTRIBUTES}")


def _close(name: str, open_: list[str], count: Counter[str]) -> None:
    """Take an end tag: it closes what was left open inside its element too."""
    if count[name]:
        last = ""
        while last != name:
            last = open_.pop()
            count[last] -= 1


def content(element: html.HtmlElement) -> str:
    """Return all text of an element, in document order, as it stands."""
    return "".join(element.itertext())
