"""The XML of a feed, also of one that is not well-formed."""

import html as entities
import re

from lxml import etree

_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_REFERENCE = re.compile(r"&(?:#(\d{1,7}|[xX][0-9a-fA-F]{1,6});|([a-zA-Z][a-zA-Z0-9]{1,31});)?")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_FORBIDDEN = re.compile("[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0, section 2.2 allows nowhere."""


class FeedError(ValueError):
    """What was read is no RSS feed."""


def root(text: str) -> etree._Element:
    """Return the ``rss`` element of a feed, mended where it is damaged.

    Nothing outside the text is read and no entity is expanded.

    Raises:
        FeedError: it is no RSS, or declares a document type of its own.
    """
    start = re.search(r"<rss[\s>]", text)
    if start is None:
        raise FeedError("there is no <rss> element")
    if "<!DOCTYPE" in text[: start.start()]:
        raise FeedError("the feed declares a document type of its own")
    whole = _repair(_whole(text[start.start() :]))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    feed = etree.fromstring(whole.encode(), parser)
    if feed is None or feed.tag != "rss":
        raise FeedError("it cannot be parsed as XML")
    return feed


def _whole(text: str) -> str:
    """Return a feed without the item that it breaks off in, if it does."""
    if "</rss" in text:
        return text
    end = text.rfind("</item>")
    cut = text[: end + len("</item>")] if end >= 0 else text.partition("<item")[0]
    return f"{cut}</channel></rss>"


def _repair(text: str) -> str:
    """Return XML without forbidden characters and with only the references that XML knows."""
    parts = _CDATA.split(_FORBIDDEN.sub("", text))
    return "".join(
        part if part.startswith("<![CDATA[") else _REFERENCE.sub(_reference, part) for part in parts
    )


def _reference(match: re.Match[str]) -> str:
    whole, number, name = match[0], match[1], match[2]
    if name in _XML_NAMES:
        return whole
    if number or name:
        # html.unescape knows HTML's names, and turns numbers of no character into U+FFFD or "".
        return entities.escape(_FORBIDDEN.sub("", entities.unescape(whole)))
    return "&amp;" + whole[1:]
