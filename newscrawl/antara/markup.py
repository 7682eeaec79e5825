"""Markup to a tree, and the limits that keep a hostile page from stopping a crawl.

lxml's parser takes minutes for a tag with very many attributes, below 2,048 levels it leaves out
the rest of the page without a word, and it drops what stands behind an ``</html>`` in the middle.
The first is looked for in the text; the second the parser's log tells; the third is mended.
"""

import re

from lxml import etree

from newscrawl.antara.tags import MOST_ATTRIBUTES, crowded, may_have_many_attributes

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
    if may_have_many_attributes(mended) and (tag := crowded(mended)):
        raise MarkupError("too_many_attributes", f"<{tag}> has more than {MOST_ATTRIBUTES}")
    root = _parse(mended)
    if len(mended) > _FEW_TAGS and _COUNT(root) > MOST_TAGS:
        raise MarkupError("too_many_tags", f"more than {MOST_TAGS:,} elements")
    # With scripts and styles first, and with the markup: most pages are shorter even so.
    is_long = len(mended) > MOST_TEXT and _LENGTH(root) > MOST_TEXT
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


def _text_length(root: etree._Element) -> int:
    unseen = sum(len(element.text or "") for element in root.iter("script", "style"))
    return len(content(root)) - unseen
