"""What of a record follows from its address, its body and the time; and whether it is whole.

A tag too many or too few in an editor's text ends the container early, or hides what follows in an
ad: the page looks whole, the text read from it is short, and nothing else would tell. So the text
in the container, and the text on either side of it, is read again by other means and compared.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from lxml import etree, html

from newscrawl.antara.credits import Role
from newscrawl.antara.dates import utc_iso
from newscrawl.antara.editions import edition_of_label
from newscrawl.antara.lines import parts
from newscrawl.antara.markup import content, is_whole
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import fold, sha256, word_count, word_set
from newscrawl.antara.urls import StoryUrl
from newscrawl.items import Article

EXTRACTOR_VERSION = 1
"""Rises whenever reading changes, so that records read differently can be told apart."""

_WORD = re.compile(r"\w+")
_SHINGLE = 4
"""Words of a sequence by which texts are compared."""
_MOST_LOST = 7
"""Sequences of one piece of text that a record may lack: desk codes, a source, names of makers."""
_FEWEST_LOST = 2
"""Sequences of a sentence of which a record has less than half."""
_LONGEST_APART = 45
"""Words of a headline, a pull quote or a caption."""
_TAIL = 300
"""Characters at the end of a text in which its end is looked for."""
_MOST_STRAYS = 60
"""Pieces of text on either side of a container that are looked at."""
_UNSEEN = word_set("script style noscript template svg xml head select button figcaption a")
"""Elements whose text a page does not show as its story's."""
_PLAIN = word_set("p span b i u em strong font blockquote div br center o:p")
"""Elements that text of a story stands in; with a class of its own, a box is something else."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_RELATED = re.compile(r"(?:baca|also\s+read|read\s+also|related)\b", re.IGNORECASE)
_CLOSED = re.compile(r"[.!?…][\"'”’)]*$")
_MAKERS = re.compile(r"\([^()]*\)\W*$")
_TEXTS = etree.XPath(".//text()")
_UNCLOSED = etree.XPath(".//a[.//p or .//br] | .//figcaption[.//p or .//br]")
_AFTER = etree.XPath("following::text()")
_BEFORE = etree.XPath("preceding::text()")


def complete(
    article: Article, story: StoryUrl, fetched_at: datetime, fallbacks: dict[str, str]
) -> Article:
    """Fill in identity, language, counts, digest and time of fetch; return the same record.

    A page that does not name its language is in its edition's.
    """
    article.id, article.article_id, article.edition = story.id, story.article_id, story.edition
    article.url, article.kind = story.url, story.kind
    article.language = article.language or edition_of_label(story.edition).language
    article.fallbacks = fallbacks
    article.extractor_version = EXTRACTOR_VERSION
    article.fetched_at = utc_iso(fetched_at)
    if article.body is not None:
        article.word_count, article.body_sha256 = word_count(article.body), sha256(article.body)
    return article


def is_whole_story(
    article: Article, root: html.HtmlElement, template: type[Template], element: html.HtmlElement
) -> bool:
    """Tell whether nothing that looks like the story's is on the page but in the record.

    Args:
        article: the record as far as it is read.
        root: the page.
        template: which read it.
        element: the template's story element.
    """
    containers = _containers(root, template, element)
    known = _told(article, template.summary(element))
    if any(_is_lost(text, known) for text in _shown(containers[0])):
        return False
    has_end = _has_end(article, containers[0])
    if not has_end and article.dateline is None:
        return False
    if not has_end:
        after = [text for text in _AFTER(containers[0]) if text.strip()]
        beside = [text for container in containers[1:] for text in _shown(container)]
        beside += _strays(after, containers)
        is_cut = not after and not is_whole(root)
        if is_cut or any(_is_lost(text, known) for text in beside):
            return False
    if article.dateline is None:
        before = _strays(reversed(_BEFORE(containers[0])), containers)
        return not any(_is_lost(text, known) for text in before)
    return True


def _containers(
    root: html.HtmlElement, template: type[Template], element: html.HtmlElement
) -> list[html.HtmlElement]:
    """Return the container that was read, and others like it anywhere on the page."""
    return list(dict.fromkeys([*template.body(element), *template.body(root)])) or [element]


def shingles(text: str) -> set[tuple[str, ...]]:
    """Return a text's sequences of words, by which two texts can be compared."""
    return set(_shingles(text))


def is_closed(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return _CLOSED.search(text, max(0, len(text) - _TAIL)) is not None


def _shingles(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return zip(*(words[at:] for at in range(_SHINGLE)), strict=False)


def _told(article: Article, summaries: list[Any]) -> set[tuple[str, ...]]:
    """Return the sequences of words that stand in a record, or apart from the story."""
    opening = article.dateline.text if article.dateline else ""
    texts = [opening + (article.body or ""), article.copyright_notice, article.rights_notice]
    # A headline, a quote or a caption that was never closed has the story in it.
    apart = [article.headline, *map(content, summaries)]
    apart += [image.caption for image in article.images]
    texts += [text for text in apart if text and word_count(text) <= _LONGEST_APART]
    return {shingle for text in texts if text for shingle in _shingles(text)}


def _has_end(article: Article, container: html.HtmlElement) -> bool:
    """Tell whether the container goes as far as the copyright, which stands under a story."""
    notice = "".join(_WORD.findall(article.copyright_notice or ""))
    return bool(notice) and notice in "".join(_WORD.findall(content(container)))


def _shown(container: html.HtmlElement) -> Iterator[str]:
    """Yield the pieces of text in a container; what has paragraphs in it is no link or caption."""
    unclosed = set(_UNCLOSED(container))
    for text in _TEXTS(container):
        holders = (element for element in _holders(text, {container}) if element not in unclosed)
        if not any(map(_is_unseen, holders)):
            yield text


def _strays(texts: Iterable[str], containers: list[html.HtmlElement]) -> Iterator[str]:
    """Yield the nearest pieces of text that no box of its own parts from the container."""
    around = {*containers[0].iterancestors(), *containers}
    for text in islice(filter(str.strip, texts), _MOST_STRAYS):
        if all(map(_is_plain, _holders(text, around))):
            yield text


def _holders(text: str, around: set[html.HtmlElement]) -> list[html.HtmlElement]:
    """Return the elements that a piece of text stands in, up to the first of some."""
    holder = text.getparent()  # type: ignore[attr-defined] # lxml's strings know where they stand
    holder = holder.getparent() if text.is_tail else holder  # type: ignore[attr-defined] # as above
    found = []
    while holder is not None and holder not in around:
        found.append(holder)
        holder = holder.getparent()
    return found


def _is_unseen(element: html.HtmlElement) -> bool:
    return (
        element.tag in _UNSEEN
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _is_plain(element: html.HtmlElement) -> bool:
    plain = element.tag in _PLAIN and (element.tag != "div" or not element.get("class"))
    return plain and not _is_unseen(element)


def _is_lost(text: str, known: set[tuple[str, ...]]) -> bool:
    """Tell whether a piece of text is a sentence or more of the story that a record lacks."""
    text = fold(text)
    makers = _MAKERS.search(text, max(0, len(text) - _TAIL))
    found = [shingle in known for shingle in _shingles(text[: makers.start()] if makers else text)]
    lost = found.count(False)
    is_sentence = lost >= _FEWEST_LOST and lost * 2 > len(found) and is_closed(text)
    if lost <= _MOST_LOST and not is_sentence:
        return False
    return not _RELATED.match(text) and any(part.role is Role.STORY for part in parts(text))
