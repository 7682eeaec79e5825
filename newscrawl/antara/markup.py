"""Markup to a tree, and the limits that keep a hostile page from stopping a crawl.

lxml's parser needs time that grows with the square of a tag's attributes (200,000 of them take
minutes), below 2,048 levels it leaves out the rest of the page without a word, and it drops what
stands behind an ``</html>`` in the middle. The first is looked for in the text, which takes
milliseconds; the second the parser's log tells; the third is mended.
"""

import re
from collections.abc import Iterator

from lxml import etree

MOST_ATTRIBUTES = 500
"""Attributes that one tag may have; the site's have fewer than twenty."""
DEEPEST = 200
"""Levels of elements; the site's pages have fewer than forty, and unclosed spans add some."""
MOST_TAGS = 30_000
"""Elements of a page; the site's have a few thousand, its page for 404 with all its links ten."""
LONGEST = 3_000_000
"""Characters of a page that is parsed at all; the largest known, that for 404, has 800,000."""
_FEW_TAGS = 3 * (MOST_TAGS - 3)
"""Characters of a page that cannot have more: each takes three, but for html, head and body."""
MOST_TEXT = 250_000
"""Characters of text, without scripts and styles; the longest articles have some ten thousand."""

_RAW = "script|style|title|textarea|xmp|iframe|noembed|noframes"
_BLANK = "\t\n\f\r "
"""All that is white space in a tag; to Python there is more."""
# One pass in document order, as the parser itself goes (WHATWG HTML, section 13.2.5): what stands
# in a comment, a raw-text element or a quoted value is no tag.
_ATTRIBUTE = (
    rf"""[^{_BLANK}/>][^{_BLANK}/>=]*"""
    rf"""(?:[{_BLANK}]*=[{_BLANK}]*(?:"[^"]*"?|'[^']*'?|[^{_BLANK}>]*))?"""
)
_TOKEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?:[!?]|/(?![a-zA-Z]))[^>]*"
    rf"|</[a-zA-Z][^{_BLANK}/>]*(?:[{_BLANK}/]*{_ATTRIBUTE})*+"  # the parser drops them all
    rf"|<(?P<tag>[a-zA-Z][^{_BLANK}/>]*)"
    rf"(?P<attributes>(?:[{_BLANK}/]*{_ATTRIBUTE}){{0,{MOST_ATTRIBUTES + 1}}})",
    re.DOTALL,
)
_LONGEST_TAG = 2 * MOST_ATTRIBUTES
"""Characters of a tag that cannot have too many attributes: each has one at least, and another that
parts it from the next."""
_TAG = re.compile("<[a-zA-Z]")
_QUOTED_END = re.compile(r"""=\s*(?:"[^">]*>|'[^'>]*>)""")
_OPEN_QUOTE = re.compile(r"""=\s*(?:"[^"]*|'[^']*)\Z""")
_RAW_END = {
    name: re.compile(rf"</{name}(?=[{_BLANK}/>])", re.IGNORECASE | re.ASCII)
    for name in _RAW.split("|")
}
_EMPTY = re.compile(rf"[{_BLANK}/]*/>")
"""The rest of a tag that is its element's end as well, to the parser whatever the element."""
_IN_SCRIPT = re.compile(rf"<!--(?!-*>)|-->|</?script(?=[{_BLANK}/>])", re.IGNORECASE | re.ASCII)
_ENDINGS = re.compile(
    # Most end tags are others, which the first letter tells soonest.
    r"</(?=[pPbBhH])(?i:p\s*|br\s*/?|(?P<page>(?:body|html)(?:\s[^>]*)?))>"
)
_BEGINNING = re.compile(r"<[^\s<>]*\Z")
_END_MARK = "page-end"
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")
_COUNT = etree.XPath("count(//*)")
_LENGTH = etree.XPath("string-length(/)")
_ENDS = etree.XPath(f"//{_END_MARK}")


class MarkupError(ValueError):
    """A page that is not parsed, because parsing it would take too long or lose text."""

    def __init__(self, reason: str, message: str) -> None:
        """Keep the short name of the limit, for a statistic, apart from the message."""
        super().__init__(message)
        self.reason = reason


def tree(text: str) -> etree._Element:
    """Return the parsed page; comments are left out.

    Raises:
        MarkupError: ``empty``, ``too_long``, ``too_many_attributes``, ``too_many_tags`` or
            ``too_deep``.
    """
    if not text or text.isspace():
        raise MarkupError("empty", "nothing is on the page")
    if len(text) > LONGEST:
        raise MarkupError("too_long", f"longer than {LONGEST:,} characters")
    mended = mend(text)
    if may_have_many_attributes(mended):
        check(mended)
    root = _parse(mended)
    if len(mended) > _FEW_TAGS and _COUNT(root) > MOST_TAGS:
        raise MarkupError("too_many_tags", f"more than {MOST_TAGS:,} elements")
    # With scripts and styles first, and with the markup: most pages are shorter even so.
    is_long = len(text) > MOST_TEXT and _LENGTH(root) > MOST_TEXT
    if is_long and _text_length(root) > MOST_TEXT:
        raise MarkupError("too_long", f"more than {MOST_TEXT:,} characters of text")
    return root


def is_whole(root: etree._Element) -> bool:
    """Tell whether the parser came to the page's own end.

    It does not where the page is cut, or where an unclosed comment, script or quote hides the rest.
    """
    body = root[-1] if len(root) else root
    # There it stands on whole pages, and costs no search.
    return (len(body) > 0 and body[-1].tag == _END_MARK) or bool(_ENDS(root))


def may_have_many_attributes(text: str) -> bool:
    """Tell whether a tag may have too many attributes, by a look that most pages pass.

    A tag ends with the first ``>`` that stands in none of its quoted values. So one that is longer
    than :data:`_LONGEST_TAG` has no other ``>``, or all of them are quoted, and so is one at least
    of those behind which a stretch begins.
    """
    opens, is_quoted = dict.fromkeys("\"'", False), False
    for at, end in _stretches(text):
        if end - at > _LONGEST_TAG and _is_long_tag(text[at:end]):
            return True
        for quote in opens:
            last = text.rfind(quote, at, end)
            if last >= 0:  # else what was before goes on
                opens[quote] = _opens_value(text, at, last)
        is_quoted = is_quoted or any(opens.values())
    return is_quoted and _has_quoted_end(text)


def check(text: str) -> None:
    """Refuse markup that the parser would take minutes for.

    Raises:
        MarkupError: ``too_many_attributes``.
    """
    at = 0
    while (token := _TOKEN.search(text, at)) is not None:
        at = token.end()
        if token["tag"] is not None:
            name = token["tag"].lower()
            _check_attributes(name, token["attributes"])
            if name in _RAW_END and not _EMPTY.match(text, at):
                at = _raw_end(name, text, at)


def mend(text: str) -> str:
    """Return markup in which the parser loses and glues together nothing that a browser shows.

    An ``</html>`` or ``</body>`` ends nothing for a browser, ``</br>`` is a line break, and so is a
    ``</p>`` without its beginning. In place of the first two, where a tag's beginning is before
    it, stands an end of nothing, which every parser drops: ``<</body>script>`` becomes no tag.
    """
    pieces, at, last = [], 0, None
    for end in _ENDINGS.finditer(text):
        pieces.append(text[at : end.start()])
        at = end.end()
        if end["page"]:
            if _BEGINNING.match(pieces[-1], pieces[-1].rfind("<")):
                pieces.append(f"</{_END_MARK}>")
            last = len(pieces)
        else:
            pieces.append("</p>\n" if end[0][2] in "pP" else "<br>")
    if last is not None:
        pieces.insert(last, f"<{_END_MARK}></{_END_MARK}>")
    return "".join([*pieces, text[at:]])


def content(element: etree._Element) -> str:
    """Return all text of an element, in document order, as it stands."""
    return "".join(element.itertext())


def _parse(text: str) -> etree._Element:
    # A parser of its own for each page: its log says what became of this one.
    # lxml.html's own would ask a Python function for the class of each element.
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise MarkupError("empty", f"no element is on the page: {error}") from error
    if root is None:
        raise MarkupError("empty", "no element is on the page: Document is empty")
    limits = parser.error_log.filter_types([etree.ErrorTypes.ERR_RESOURCE_LIMIT])
    if len(limits) or _TOO_DEEP(root):
        raise MarkupError("too_deep", f"elements nest deeper than {DEEPEST}")
    return root


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where stretches begin and end: behind a ``>``, and with one.

    Each is as long as it can be, up to the length of a tag that is looked at, or has no ``>`` in it
    and is longer.
    """
    at = 0
    while at + _LONGEST_TAG < len(text):
        end = text.rfind(">", at, at + _LONGEST_TAG + 1)
        if end < 0:
            end = text.find(">", at)
            end = len(text) if end < 0 else end
        yield at, end
        at = end + 1


def _is_long_tag(stretch: str) -> bool:
    tag = _TAG.search(stretch)
    return tag is not None and len(stretch) - tag.start() > _LONGEST_TAG


def _opens_value(text: str, at: int, quote: int) -> bool:
    """Tell whether a quote stands behind the ``=`` of an attribute, or of a script."""
    equals = text.rfind("=", at, quote)
    return equals >= 0 and not text[equals + 1 : quote].strip()


def _has_quoted_end(text: str) -> bool:
    """Tell whether any ``>`` may stand in a tag's quoted value; in a script it is common."""
    return any(_is_in_tag(text, match.end() - 1) for match in _QUOTED_END.finditer(text))


def _is_in_tag(text: str, at: int) -> bool:
    """Tell whether a ``>`` may stand in a value of a tag that begins behind the last one."""
    tag = _TAG.search(text, text.rfind(">", 0, at) + 1, at)
    return tag is not None and _OPEN_QUOTE.search(text, tag.end(), at) is not None


def _raw_end(name: str, text: str, at: int) -> int:
    """Return where the text of an element ends in which no tags are, that of a page's rest too."""
    if name != "script":
        end = _RAW_END[name].search(text, at)
        return end.start() if end else len(text)
    # A script that stands in a comment of the script has an end of its own.
    is_comment = is_inner = False
    for mark in _IN_SCRIPT.finditer(text, at):
        if mark[0] in ("<!--", "-->"):
            is_comment = mark[0] == "<!--"
            is_inner = is_inner and is_comment
        elif not mark[0].startswith("</"):
            is_inner = is_comment
        elif is_inner:
            is_inner = False
        else:
            return mark.start()
    return len(text)


def _check_attributes(name: str, attributes: str) -> None:
    # Each takes a character at least; nearly every tag is shorter than that.
    if len(attributes) <= MOST_ATTRIBUTES:
        return
    if sum(1 for _ in re.finditer(_ATTRIBUTE, attributes)) > MOST_ATTRIBUTES:
        raise MarkupError("too_many_attributes", f"<{name}> has more than {MOST_ATTRIBUTES}")


def _text_length(root: etree._Element) -> int:
    unseen = sum(len(element.text or "") for element in root.iter("script", "style"))
    return len(content(root)) - unseen
