"""The body of a page that no template knows, found by trafilatura and cleaned by our own rules.

Only the text is taken from it: what it says of people and dates is wrong on most of the site's
pages. Of the text, our own reading decides what is story, credit or notice.
"""

import logging
import re
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree, html

from newscrawl.antara.blocks import Block, blocks
from newscrawl.antara.comparison import is_about, is_closed, shingles
from newscrawl.antara.credits import Role
from newscrawl.antara.datelines import read_dateline
from newscrawl.antara.lines import parts
from newscrawl.antara.markup import MarkupError, tree
from newscrawl.antara.pagers import Sequel
from newscrawl.antara.story import Story, read_story
from newscrawl.antara.templates.base import NOWHERE, Template
from newscrawl.antara.text import fold, word_count
from newscrawl.antara.wholeness import is_whole_story
from newscrawl.items import Article

FEWEST_WORDS = 40
"""Words of a body that is believed: the site's teasers, cut at 250 characters, have fewer, and so
have notices on cookies; its shortest stories have some sixty."""
MOST_ELEMENTS = 8_000
"""Elements of a page that trafilatura is asked about; the site's articles have two thousand."""
_SENTENCE = 12
"""Words of a paragraph that is neither an entry of a menu nor a headline."""
_COMMON_BEHIND = 10
"""One of so many words of a further page, at least, stands on the page before it; in halves of the
site's stories one of five does, in those of two stories one of ten."""
_MOST_JOINED = 3
"""Lines that a label may be torn into."""

_STORY_FIELDS = (
    "dateline", "reporters", "translators", "editors", "agencies", "copyright_notice",
    "rights_notice",
)  # fmt: skip
"""What the text around a story says, beside ``body`` itself."""
_KEPT = 0.9
"""Share of a doubtful body's word sequences that a better one has too."""

_HTML_NAMES = {
    "head": "h2", "ref": "a", "lb": "br", "list": "ul", "item": "li", "quote": "blockquote",
    "row": "tr", "cell": "td", "hi": "b", "del": "s",
}  # fmt: skip
"""What trafilatura's elements are in HTML; the others have the same name."""
# What its code was seen to raise, or might, on trees that nobody wrote on purpose.
_FAILURES = (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError)


class Unknown(Template):
    """No template of the site's; only microdata may say where the text is."""

    name = "generic"
    story = etree.XPath("/*")
    headline = printed_date = pictures = caption = NOWHERE
    body = etree.XPath("//*[@itemprop='articleBody'][not(self::meta)]")
    is_rough = True


@dataclass(slots=True)
class _Rough:
    """Blocks of a page's text that are the story's, and those around it."""

    story: list[Block] = field(default_factory=list)
    ends: list[Block] = field(default_factory=list)


def generic_story(root: etree._Element) -> Story:
    """Return the story that trafilatura finds on a page, without what is none; it may be empty."""
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        return Story()
    body = _extracted(root)
    if body is None:
        return Story()
    text = etree.tostring(body, encoding="unicode")
    if len(body) == 1:  # all text of the page in one element, line by line
        text = text.replace("\n", "<br/><br/>")
    try:
        rough = _parted(_joined(blocks(tree(_in_html(text)), frozenset())))
    except MarkupError:
        return Story()
    return read_story(rough.story, rough.ends, is_rough=True)


def is_plausible(body: list[str], headline: str | None, description: str | None) -> bool:
    """Tell whether a text that no template vouches for is a story, and the page's own."""
    text = " ".join(body)
    if word_count(text) < FEWEST_WORDS:
        return False
    return is_about(f"{headline or ''} {description or ''}", text)


def supplement(
    article: Article,
    root: etree._Element,
    template: type[Template],
    element: etree._Element,
    sequel: Sequel | None = None,
) -> dict[str, str]:
    """Find the body elsewhere where the template gave none or, it seems, not all of it.

    Args:
        article: the record as far as it is read.
        root: the page.
        template: which read it.
        element: the template's story element.
        sequel: given where the page is one of several of its story.

    Returns:
        Which fields did not come from the template, and whence. ``body`` is ``generic`` also where
        the template's own is kept, but the page has more text that looks like the story's.
    """
    microdata = {}
    before = sequel.before if sequel else None
    if before is not None:
        article.headline = article.headline or before.headline
    if template is Unknown and article.body:
        microdata = {name: "meta" for name in ("body", *_STORY_FIELDS) if getattr(article, name)}
        if _is_plausible(article, article.body.split("\n\n"), before):
            return microdata
        article.body = None
        del microdata["body"]
    # A further page may have no text any more, but the credits.
    has_text = bool(article.body) or (before is not None and template is not Unknown)
    if has_text and is_whole_story(article, root, template, element, sequel):
        return {}
    story = generic_story(root)
    if _is_plausible(article, story.body, before) and _is_better(story, article.body):
        return microdata | _take(story, article)
    return microdata | ({"body": "generic"} if has_text else {})


def _is_plausible(article: Article, body: list[str], before: Article | None) -> bool:
    if before is None:
        return is_plausible(body, article.headline, article.description)
    # What goes on may say little of the headline, and what is none of it stands under that too.
    text = " ".join(block for block in body if word_count(block) >= _SENTENCE)
    known = " ".join(filter(None, (before.headline, before.description, before.body)))
    return word_count(text) >= FEWEST_WORDS and is_about(text, known, one_in=_COMMON_BEHIND)


def _is_better(story: Story, body: str | None) -> bool:
    """Tell whether a story has what a doubtful body has, and more."""
    wanted, found = shingles(body or ""), shingles("\n".join(story.body))
    return len(found) > len(wanted) and len(wanted & found) >= _KEPT * len(wanted)


def _take(story: Story, article: Article) -> dict[str, str]:
    taken = {"body": "generic"}
    article.body = "\n\n".join(story.body)
    for name in _STORY_FIELDS:
        if not getattr(article, name) and getattr(story, name):
            setattr(article, name, getattr(story, name))
            taken[name] = "generic"
    return taken


def _extracted(root: etree._Element) -> etree._Element | None:
    # Imported when it is needed: that takes a third of a second, and most runs never do.
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            _copy(root), include_comments=False, include_links=True, include_tables=True
        )
    except _FAILURES:
        return None
    return getattr(document, "body", None)


def _copy(root: etree._Element) -> html.HtmlElement:
    """Return a copy of a page in the elements of ``lxml.html``, which trafilatura asks for."""
    copy = html.Element(root.tag, root.attrib)
    copy.text = root.text
    for child in root:
        copy.append(deepcopy(child))  # type: ignore[arg-type] # it is one as soon as it is there
    return copy


def _in_html(text: str) -> str:
    return re.sub(
        r"<(/?)([a-z]+)\b(?: target=)?",
        lambda match: match[0].replace(match[2], _HTML_NAMES.get(match[2], match[2]), 1),
        text,
    ).replace(" target=", " href=")


def _joined(found: list[Block]) -> list[Block]:
    """Return blocks in which a label and what it labels stand together again."""
    joined: list[Block] = []
    missing = 0
    for block in found:
        rest = block
        if missing:
            joined[-1][-1].raw += f" {block[0].raw}"
            missing = missing - 1 if _is_torn(joined[-1]) else 0
            rest = block[1:]
        if rest:
            joined.append(rest)
            missing = _MOST_JOINED if _is_torn(rest) else 0
    return joined


def _is_torn(block: Block) -> bool:
    last = parts(block[-1].text)[-1]
    if last.role is Role.COPYRIGHT:
        return not re.search(r"\d{4}", last.text)
    return last.role in (Role.REPORTERS, Role.TRANSLATORS, Role.EDITORS) and not last.names


def _parted(found: list[Block]) -> _Rough:
    """Return the blocks from the dateline, or from the first long one, to the credits."""
    texts = [fold(" ".join(line.raw for line in block)) for block in found]
    long = [at for at, text in enumerate(texts) if word_count(text) >= _SENTENCE]
    closed = [at for at, text in enumerate(texts) if is_closed(text) and word_count(text) > 1]
    start = next((at for at, text in enumerate(texts) if read_dateline(text)), min(long, default=0))
    ends = (at for at in range(start + 1, len(found)) if _is_end(found[at]))
    end = next(ends, max(long + closed, default=-1) + 1)
    return _Rough(found[start:end], found[:start] + found[end:])


def _is_end(block: Block) -> bool:
    """Tell whether a block is a credit line or the copyright, which stand under a story."""
    roles = {part.role for line in block for part in parts(line.text)}
    return bool(roles & {Role.EDITORS, Role.COPYRIGHT})
