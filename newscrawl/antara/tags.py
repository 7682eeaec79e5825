"""Tags with too many attributes, found in a page's text before it is parsed.

lxml's parser needs time that grows with the square of a tag's attributes: 200,000 of them take
minutes.
"""

import re
from collections.abc import Iterator

MOST_ATTRIBUTES = 500
"""Attributes that one tag may have; the site's have fewer than twenty."""

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


def crowded(text: str) -> str | None:
    """Return the name of the first tag with too many attributes, where there is any."""
    at = 0
    while (token := _TOKEN.search(text, at)) is not None:
        at = token.end()
        if token["tag"] is not None:
            name = token["tag"].lower()
            if _are_too_many(token["attributes"]):
                return name
            if name in _RAW_END and not _EMPTY.match(text, at):
                at = _raw_end(name, text, at)
    return None


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
    return text[at:quote].rstrip().endswith("=")


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


def _are_too_many(attributes: str) -> bool:
    # Each takes a character at least; nearly every tag is shorter than that.
    if len(attributes) <= MOST_ATTRIBUTES:
        return False
    return sum(1 for _ in re.finditer(_ATTRIBUTE, attributes)) > MOST_ATTRIBUTES
