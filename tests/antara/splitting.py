"""Whole pages cut into several, as the site would serve a long story."""

from copy import deepcopy

from lxml import etree, html

from newscrawl.antara.decoding import decode
from newscrawl.antara.markup import tree
from newscrawl.antara.templates import template_of
from newscrawl.antara.templates.amp import Amp
from newscrawl.antara.urls import story_url

PAGER = (
    '<nav><ul class="pagination">{numbers}</ul>'
    '<a class="btn" href="{next}">Halaman selanjutnya</a></nav>'
)


def split(
    page: bytes, url: str, cuts: int, pager: str = PAGER, *, inside: bool = True
) -> list[bytes]:
    """Return a page as several: each has all of it, but its part of the text.

    None, where there is no text or too little: an AMP page of a sentence is not even known for one.

    Args:
        page: the whole one.
        url: its address.
        cuts: into how many pages it goes.
        pager: the markup of the pagination.
        inside: whether that stands in the text's container, or behind it.
    """
    root = tree(decode(page))
    found = template_of(root)
    boxes = found[0].body(found[1])[:1] if found else []
    if not found or not boxes:
        return []
    container = boxes[0]
    if container.find(".//h1") is not None:  # it is the whole story
        boxes = [
            box for box in container.iter("span", "div", "article") if box.find(".//h1") is None
        ]
        container = max(boxes, key=lambda box: len(_places(box)))
    places = _places(container)
    if len(places) < (4 * cuts if found[0] is Amp else cuts):
        return []
    ends = [places[len(places) * at // cuts] for at in range(1, cuts)]
    bounds = [0, *ends, len(container)]
    return [
        _page(
            root,
            container,
            bounds[at],
            bounds[at + 1],
            _pager(url, at + 1, cuts, pager),
            inside=inside,
        )
        for at in range(cuts)
    ]


def _places(container: etree._Element) -> list[int]:
    """Return before which children of a container it can be cut: between paragraphs."""
    children = list(container)
    places = []
    for at in range(1, len(children)):
        before, child = children[at - 1], children[at]
        is_break = before.tag == child.tag == "br" and not (before.tail or "").strip()
        is_block = (
            child.tag in ("p", "div")
            and before.tag in ("p", "div")
            and not (before.tail or "").strip()
        )
        if is_break or is_block:
            places.append(at)
    return places


def _page(
    root: etree._Element,
    container: etree._Element,
    start: int,
    end: int,
    pager: str,
    *,
    inside: bool,
) -> bytes:
    path = root.getroottree().getpath(container)
    copy = deepcopy(root)
    (box,) = copy.xpath(path)
    if start:
        box.text = None
    for at, child in enumerate(list(box)):
        if not start <= at < end:
            box.remove(child)
    nav = html.fragment_fromstring(pager)
    if inside:
        box.append(nav)
    else:
        nav.tail, box.tail = box.tail, None
        box.addnext(nav)
    text: bytes = html.tostring(copy, encoding="utf-8", doctype="<!DOCTYPE html>")  # type: ignore[call-overload] # any tree will do
    return text + b"<!-- -->"


def _pager(url: str, here: int, most: int, pager: str) -> str:
    story = story_url(url)
    assert story is not None
    numbers = "".join(
        f'<li class="active"><span>{at}</span></li>'
        if at == here
        else f'<li><a href="{story.address}?page={at}">{at}</a></li>'
        for at in range(1, most + 1)
    )
    return pager.format(numbers=numbers, next=f"?page={min(most, here + 1)}")
