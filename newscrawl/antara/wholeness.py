"""Whether all of a story that a page shows is in the record that was read from it.

A tag too many or too few in an editor's text ends the container early, or hides what follows in an
ad: the page looks whole, the text read from it is short, and nothing else would tell. So all text
that a browser would show is looked at again, wherever it stands: what reads as a sentence of the
story, stands in the story's container or near a sentence that was read, and is not in the record,
casts doubt on the whole.
"""

from collections.abc import Callable
from functools import cache, partial

from lxml import etree

from newscrawl.antara.comparison import is_about, shares_a_word, words
from newscrawl.antara.markup import content, is_whole
from newscrawl.antara.pagers import Sequel
from newscrawl.antara.shown import Place, Shown, not_apart, parent, strings
from newscrawl.antara.templates.base import Template
from newscrawl.antara.told import Sense, Told
from newscrawl.items import Article

_NEAR = 400
"""Letters of shown text between a lost sentence and the story: room for links and an ad."""
_MOST_SINGLY = 5
"""Texts, or containers, that are looked at one by one; of more that would take too long."""
_STORYLIKE = frozenset({Place.INSIDE, Place.AROUND})
_BEGINS = frozenset({Sense.READ, Sense.CREDITS})
"""What the story goes on with behind a sentence that is lost."""
_ENDS = frozenset({Sense.CREDITS, Sense.NOTICE})
_AFTER = etree.XPath("following::text()[normalize-space()]")


def is_whole_story(
    article: Article,
    root: etree._Element,
    template: type[Template],
    element: etree._Element,
    sequel: Sequel | None = None,
) -> bool:
    """Tell whether nothing that looks like the story's is on the page but in the record.

    Args:
        article: the record as far as it is read.
        root: the page.
        template: which read it.
        element: the template's story element.
        sequel: given of a story in several pages. A further one has no dateline and need say
            nothing of the headline.
    """
    goes_on = sequel is not None and sequel.before is not None
    containers = _containers(root, template, element)
    if article.dateline is None and not (goes_on or _is_its_own(article)):
        return False
    if _is_cut(root, containers[0]) and not _has_end(article, containers[0]):
        return False
    told = Told(article, partial(template.summary, element))
    boxes = partial(template.apart, element)
    shown = Shown(root, containers, boxes, has_turns=sequel is not None)
    suspects = _suspects(root, containers, shown, told)
    return not (suspects and _has_lost(shown, told, suspects))


def _is_its_own(article: Article) -> bool:
    """Tell whether a body without a dateline is the headline's; captions need say little of it."""
    captions = {image.caption for image in article.images}
    if article.body and captions.issuperset(article.body.split("\n\n")):
        return True
    if article.kind == "article":
        return is_about(article.headline, article.body)
    return shares_a_word(article.headline, article.body)


def _containers(
    root: etree._Element, template: type[Template], element: etree._Element
) -> list[etree._Element]:
    """Return the container that was read, and others like it beside it."""
    own = template.body(element) or [element]
    around = {*own[0].iterancestors()}
    return list(dict.fromkeys([*own, *(e for e in template.body(root) if e not in around)]))


def _has_end(article: Article, container: etree._Element) -> bool:
    """Tell whether the container goes as far as the copyright, which stands under a story."""
    notice = "".join(words(article.copyright_notice or ""))
    return bool(notice) and notice in "".join(words(content(container)))


def _is_cut(root: etree._Element, container: etree._Element) -> bool:
    """Tell whether the page ends with the container, and before its own end."""
    return not is_whole(root) and not _AFTER(container)


def _suspects(
    root: etree._Element, containers: list[etree._Element], shown: Shown, told: Told
) -> set[str]:
    """Return the texts that are lost, if anything of the story is near; mostly there is none.

    So nearly all pages are done with here, by strings alone.

    Args:
        root: the page.
        containers: the story's. A page has one or two; of one with many all texts are looked at as
            if they were inside, and so are those that stand both inside and elsewhere.
        shown: the page's texts.
        told: the record.
    """
    texts = strings(root)
    inside = {text for one in containers[:_MOST_SINGLY] for text in strings(one)}
    if len(containers) > _MOST_SINGLY:
        inside.update(texts)
    suspects: set[str] = set()
    looked_up = 0
    for text in not_apart(root, texts):
        if not told.may_be_lost(text, inside=text in inside):
            continue
        places: list[int] = []
        if looked_up <= _MOST_SINGLY:
            places = [at for at, other in enumerate(texts) if other == text]
            looked_up += len(places)
        if looked_up > _MOST_SINGLY or _is_lost(text, root, places, shown, told):
            suspects.add(text)
    return suspects


def _is_lost(text: str, root: etree._Element, places: list[int], shown: Shown, told: Told) -> bool:
    """Tell whether a text is lost in one of the places of the page where it stands."""
    found = {shown.place_in(parent(root, at)) for at in places} & _STORYLIKE
    return any(told.sense(text, inside=place is Place.INSIDE) is Sense.LOST for place in found)


def _has_lost(shown: Shown, told: Told, suspects: set[str]) -> bool:
    """Tell whether a sentence is lost that stands in a container, or near one that was read."""

    @cache
    def sense(at: int) -> Sense:
        return told.sense(shown.texts[at], inside=shown.place(at) is Place.INSIDE)

    for at, text in enumerate(shown.texts):
        if text not in suspects or shown.place(at) not in _STORYLIKE:
            continue
        if sense(at) is Sense.LOST and (
            shown.place(at) is Place.INSIDE or _is_near(at, shown, sense)
        ):
            return True
    return False


def _is_near(at: int, shown: Shown, sense: Callable[[int], Sense]) -> bool:
    """Tell whether a text stands near one that was read, or before credits.

    Before it, a story's page ends with credits, a notice or a pagination: then nothing near is
    the story's.
    """
    for other in shown.near(at, -1, _NEAR):
        if shown.is_turn(other) or sense(other) in _ENDS:
            break
        if sense(other) is Sense.READ:
            return True
    behind = (other for other in shown.near(at, 1, _NEAR) if not shown.is_turn(other))
    return any(sense(other) in _BEGINS for other in behind)
