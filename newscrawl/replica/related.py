"""Which earlier stories a story points to, and where."""

from collections.abc import Sequence
from random import Random
from typing import Literal, NamedTuple

from newscrawl.replica.heads import Head
from newscrawl.replica.story import Link
from newscrawl.replica.traits import Era

_COUNTS = (0, 1, 2, 2, 3, 3, 4, 5)
"""How many "Baca juga" lines a story of today's template has."""


class Earlier(NamedTuple):
    """What a story may point to."""

    near: Sequence[Head]
    """Stories of its own host's id space."""
    beside: Sequence[Head]
    """Stories of another host: the bureau's, or the one that English stories once stood on."""


class Layout(NamedTuple):
    """What decides where links stand."""

    era: Era
    traits: frozenset[str]
    blocks: int


def links(head: Head, earlier: Earlier, layout: Layout, draw: Random) -> tuple[Link, ...]:
    """Return the links of a page in page order, best fitting stories first."""
    pool = _by_fit(head, earlier.near, draw)
    if layout.era == "B":
        return _era_b(pool, layout, draw)
    if layout.era == "A":
        shown = min(5, len(pool)) if "related_box" in layout.traits else 0
        return tuple(_link(pool.pop(), "related_news", None) for _ in range(shown))
    chosen = [pool.pop() for _ in range(min(draw.choice(_COUNTS), len(pool)))]
    if layout.traits & {"regional_link", "archive_link"} and earlier.beside:
        chosen.append(draw.choice(earlier.beside))
    places = sorted(_place(layout.blocks, draw) for _ in chosen)
    # English copy says "Related news", and says it inside the text too.
    kind: Literal["baca_juga", "related_news"] = (
        "related_news" if head.edition == "en" else "baca_juga"
    )
    inside = [_link(to, kind, at) for to, at in zip(chosen, places, strict=True)]
    under: list[Link] = []
    if "related_article" in layout.traits:
        under = [_link(pool.pop(), "related_news", None) for _ in range(min(4, len(pool)))]
        if "repeated_link" in layout.traits and inside:
            under.insert(0, inside[0]._replace(kind="related_news", after_paragraph=None))
    return (*inside, *under)


def with_release(found: tuple[Link, ...], earlier: Earlier, blocks: int) -> tuple[Link, ...]:
    """Return a page's links and, behind its text, one to a press release."""
    release = [
        _link(other, "baca_juga", blocks)
        for other in earlier.near
        if other.kind == "press_release" and not other.taken_down
    ]
    inside = [link for link in found if link.after_paragraph is not None]
    return (*inside, *release[-1:], *found[len(inside) :])


def _era_b(pool: list[Head], layout: Layout, draw: Random) -> tuple[Link, ...]:
    found: list[Link] = []
    if "baca_juga_in_body" in layout.traits and pool:
        found.append(_link(pool.pop(), "baca_juga", draw.randint(2, layout.blocks - 1)))
    if "terkait_bottom" in layout.traits:
        found += [_link(pool.pop(), "related_news", None) for _ in range(min(8, len(pool)))]
    if "fly_in" in layout.traits:
        found += [_link(pool.pop(), "baca_juga", None) for _ in range(min(2, len(pool)))]
    return tuple(found)


def _by_fit(head: Head, earlier: Sequence[Head], draw: Random) -> list[Head]:
    """The best fitting ones stand last: same topic, same country."""

    def fit(other: Head) -> float:
        same = (other.scenario.topic == head.scenario.topic) + (other.country == head.country)
        return same + draw.random()

    # A story that the site takes away would leave the link dead: the desk does not link to those.
    kinds = {"article", "infographic", "press_release"}  # all are drawn for, articles are linked
    lasting = (other for other in earlier if other.kind in kinds and not other.taken_down)
    return [other for other in sorted(lasting, key=fit) if other.kind == "article"][-16:]


def _place(blocks: int, draw: Random) -> int:
    """Often two lines stand together, and often some stand at the end."""
    return draw.choice((min(4, blocks), draw.randint(2, blocks), blocks))


def _link(to: Head, kind: Literal["baca_juga", "related_news"], after: int | None) -> Link:
    return Link(to.article_id, to.url, to.headline, kind, after)
