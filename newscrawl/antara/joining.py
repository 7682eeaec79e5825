"""The pages of one story to one record: nothing twice, and nothing left out."""

from dataclasses import dataclass, replace
from itertools import takewhile

from newscrawl.antara.comparison import words
from newscrawl.antara.images import file_name
from newscrawl.antara.urls import story_url
from newscrawl.items import Article, Image, Related
from newscrawl.loaders import Unique

_BREAK = "\n\n"
_MOST_AGAIN = 50
"""How many blocks of one page's end the next may begin with."""
_NAMED = ("reporters", "translators", "editors", "agencies")
_PRINTED_ONCE = ("dateline", "copyright_notice", "rights_notice")
_OF_THE_STORY = (
    "headline", "description", "section", "breadcrumbs", "tags", "language", "date_published",
    "date_modified",
)  # fmt: skip


@dataclass(slots=True)
class Part:
    """What one page of a story gives."""

    article: Article
    fallbacks: dict[str, str]
    """Which of its fields are not the template's."""


def join(parts: list[Part]) -> Part:
    """Return the record of all pages of a story, and which fields did not come from a template.

    The first page says what the story is; the text goes on from page to page. What a page says
    again of an earlier one, because the site repeats it or has given the same page once more, is
    there once; a page that has all of those before it takes their place.

    Args:
        parts: the pages in order, at least one; the first one's record is filled.
    """
    whole = parts[0]
    for part in parts[1:]:
        _add_names(whole, part)
        for field in (*_PRINTED_ONCE, *_OF_THE_STORY):
            if not getattr(whole.article, field):
                _take(whole, part, field)
        _add_images(whole, part)
    _join_texts(whole, parts)
    return whole


def _join_texts(whole: Part, parts: list[Part]) -> None:
    text = _Text()
    alone = all(_is_of_captions(part.article) for part in parts)
    for part in parts:
        body = part.article.body if alone or not _is_of_captions(part.article) else None
        text.add(body.split(_BREAK) if body else [], part.article.related)
    whole.article.body = _BREAK.join(text.blocks) or None
    whole.article.related = text.related()
    doubts = {part.fallbacks["body"] for part in parts if "body" in part.fallbacks}
    if doubts:
        whole.fallbacks["body"] = max(doubts, key="generic".__eq__)


def _is_of_captions(article: Article) -> bool:
    """Tell whether a page of a gallery has no other text than its captions."""
    captions = {image.caption for image in article.images}
    blocks = article.body.split(_BREAK) if article.body else []
    return article.kind == "photo" and captions.issuperset(blocks)


class _Text:
    """The blocks of the pages so far, and the links in and around them."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._links: list[Related] = []
        self._pages: list[list[str]] = []

    def add(self, blocks: list[str], links: list[Related]) -> None:
        """Add a page's text behind that of the pages before it."""
        if blocks and _has_all(blocks, self.blocks):  # the page that has all, or the first one
            self.blocks, self._links = blocks, links + self._links
        elif blocks and _has_all(self.blocks, blocks):
            self._links += links
        else:
            self._go_on(blocks, links)
        self._pages.append(blocks)

    def related(self) -> list[Related]:
        """Return the links to other stories, each once: those of the text, then the others."""
        links = sorted(self._links, key=_place)
        kept: dict[str, Related] = {}
        for link in links:
            story = story_url(link.url)
            kept.setdefault(story.id if story else link.url, _moved(link, 0, len(self.blocks)))
        return list(kept.values())

    def _go_on(self, blocks: list[str], links: list[Related]) -> None:
        starts = [_shared_start(blocks, page) for page in self._pages]
        again = max(_overlap(self.blocks, blocks), *starts) if starts else 0
        new = blocks[again:]
        end = _shared_start(self.blocks[::-1], new[::-1])
        del self.blocks[len(self.blocks) - end :]
        before = len(self.blocks)
        self.blocks += new
        self._links += [_moved(link, before - again, len(self.blocks)) for link in links]


def _place(link: Related) -> tuple[bool, int]:
    return link.after_paragraph is None, link.after_paragraph or 0


def _moved(link: Related, by: int, most: int) -> Related:
    """Return a link with its place in the whole text."""
    if link.after_paragraph is None:
        return link
    return replace(link, after_paragraph=min(most, max(0, link.after_paragraph + by)))


def _has_all(text: list[str], blocks: list[str]) -> bool:
    """Tell whether all blocks stand in a text, in their order and however it is parted."""
    said, at = f" {' '.join(words(' '.join(text)))} ", 0
    for block in blocks:
        at = said.find(f" {' '.join(words(block))} ", at)
        if at < 0:
            return False
    return True


def _shared_start(blocks: list[str], others: list[str]) -> int:
    """Return with how many same blocks two texts begin."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(blocks, others, strict=False))
    return sum(1 for _ in pairs)


def _overlap(before: list[str], blocks: list[str]) -> int:
    """Return with how many of the last blocks of one text another begins."""
    most = min(len(before), len(blocks), _MOST_AGAIN)
    lengths = range(most, 0, -1)
    return next((length for length in lengths if before[-length:] == blocks[:length]), 0)


def _add_names(whole: Part, part: Part) -> None:
    for field in _NAMED:
        found, more = getattr(whole.article, field), getattr(part.article, field)
        if not more:
            continue
        if not found or (field in whole.fallbacks and field not in part.fallbacks):
            _take(whole, part, field)
        elif field not in part.fallbacks:
            setattr(whole.article, field, Unique()([*found, *more]))


def _take(whole: Part, part: Part, field: str) -> None:
    """Take a field as a page has it."""
    value = getattr(part.article, field)
    if value:
        setattr(whole.article, field, value)
        whole.fallbacks.pop(field, None)
        if field in part.fallbacks:
            whole.fallbacks[field] = part.fallbacks[field]


def _add_images(whole: Part, part: Part) -> None:
    if not whole.article.images:
        _take(whole, part, "images")
        return
    if "images" in part.fallbacks:
        return
    known: dict[str, Image] = {file_name(image.url): image for image in whole.article.images}
    for image in part.article.images:
        same = known.setdefault(file_name(image.url), image)
        if same is not image and not (same.caption or same.credit):
            same.caption, same.credit = image.caption, image.credit
    whole.article.images = list(known.values())
