"""From what is known of a story to the story."""

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from newscrawl.replica.casting import MOTORING_HOST
from newscrawl.replica.copy import Block, lead, write
from newscrawl.replica.credits import (
    Credits,
    check_credits,
    draw_credits,
    release_credits,
    video_credits,
)
from newscrawl.replica.datelines import dateline
from newscrawl.replica.dressing import (
    copyright_line,
    page_traits,
    rights_notice,
    sections,
    template,
)
from newscrawl.replica.facts import revised
from newscrawl.replica.grammar import sentence
from newscrawl.replica.heads import Head
from newscrawl.replica.pictures import graphic, picture
from newscrawl.replica.related import Earlier, Layout, links, with_release
from newscrawl.replica.rhythm import corrected_after
from newscrawl.replica.story import Correction, Link, Picture, Story
from newscrawl.replica.traits import (
    Era,
    draw_language_traits,
    draw_release_traits,
    draw_traits,
    draw_video_traits,
    dressed,
    later_traits,
)

_ERA_B, _ERA_B_MOTORING, _CORRECTED, _OWN = 0.12, 0.60, 0.09, 0.25
_SUMMARY = 150
_SHORTEST = 6
_QUOTE = re.compile(r'"([^"]+?)[,.]?"')
_QUOTED = re.compile(r'"([^"]*)"')
_AT_HOME = re.compile(r"Indonesia|KBRI|WNI|\bRI\b|Kedutaan Besar")


class Plan(NamedTuple):
    """What is settled before a story is worded."""

    head: Head
    era: Era
    """The template that it is written for; see ``dressing`` for the one it is shown in."""
    traits: frozenset[str]
    credit: Credits
    wording: float
    """Seed of the sentences, so that a correction finds the same ones."""


class _Sources(NamedTuple):
    """Where a story's chances come from."""

    text: Random
    page: Random
    look: Random


def write_story(seed: int, head: Head, earlier: Earlier, era: Era | None = None) -> Story:
    """Return the story of a head; ``earlier`` is what it may point to.

    Without an ``era`` it is in the template that the site itself shows it in.
    """
    draw = _sources(seed, head)
    plan = _plan(head, draw.text)
    # Drawn in any case, so that a page looks the same whether its template was told or not.
    own_choice = template(head, plan.era, draw.look)
    era = era or own_choice
    blocks = _blocks(plan)
    place, filed = dateline(head, plan.era, plan.traits, plan.credit, draw.text)
    quote = _pull_quote(blocks) if "pull_quote" in plan.traits else None
    summary = cut(blocks[0].text, _SUMMARY)
    path = sections(head, era)
    traits = _page_traits(plan, era, draw.look)
    credit = plan.credit._replace(editors=()) if "no_editor" in traits else plan.credit
    return Story(
        head=head,
        era=era,
        headline=head.headline,
        description=quote or summary,
        summary=summary,
        section=path[0] if path else None,
        breadcrumbs=("Home", *path) if era == "D" else (),
        tags=head.tags,
        modified=None,
        dateline_place=place,
        dateline_text=filed,
        blocks=blocks,
        credit=credit,
        images=_images(plan, era, draw),
        links=_links(plan, earlier, Layout(era, traits, len(blocks)), draw),
        copyright_line=copyright_line(head, era, traits),
        rights_notice=rights_notice(head, era, traits),
        traits=traits if quote else traits - {"pull_quote", "quote_in_body"},
        corrections=_corrections(plan, draw.page),
    )


def _sources(seed: int, head: Head) -> _Sources:
    own = f"{seed}/{head.host}/{head.article_id}"
    text = Random(f"{seed}/{head.host}/{head.copy_of or head.article_id}/text")
    return _Sources(text, Random(f"{own}/page"), Random(f"{own}/look"))


def cut(text: str, length: int) -> str:
    """Return the text cut at a word, with the site's `` ...`` after it, if it is longer."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + " ..."


def _plan(head: Head, draw: Random) -> Plan:
    is_article, form = head.kind == "article", head.scenario.form
    old = draw.random() < (_ERA_B_MOTORING if head.host == MOTORING_HOST else _ERA_B)
    era: Era = "B" if old and is_article and form == "news" and head.edition != "en" else "D"
    traits = draw_traits(era, draw) if is_article else frozenset[str]()
    traits |= draw_language_traits(head.scenario.language, draw)
    if form == "release":
        traits = draw_release_traits(draw)
        company = head.facts.get("perusahaan") or head.facts["lembaga"]
        return Plan(head, era, traits, release_credits(company, traits), draw.random())
    if head.kind == "video":
        traits = draw_video_traits(Random(f"{head.article_id}/video"))
    if form == "check":
        return Plan(head, era, traits - {"no_dateline"}, check_credits(draw), draw.random())
    own = head.scenario.section not in {"Dunia", "World"} or draw.random() < _OWN
    own = own or head.country.wire == "ANTARA"
    credit = draw_credits(head.country, traits, draw, own=own)
    if "crew" in traits:
        credit = video_credits(Random(f"{head.article_id}/crew"))
    if era == "B":
        # Era B ends a story with "demikian Reuters", which has room for one name.
        credit = credit._replace(agencies=credit.agencies[:1], source_line=None)
    if head.edition == "en" and credit.source_line:
        credit = credit._replace(source_line=credit.source_line.replace("Sumber", "Source"))
    return Plan(head, era, traits, credit, draw.random())


def _page_traits(plan: Plan, era: Era, look: Random) -> frozenset[str]:
    if plan.head.kind != "article":
        return page_traits(plan.head, era, plan.traits)
    shown = plan.traits if era == plan.era else dressed(plan.traits, era, look)
    return page_traits(plan.head, era, shown | later_traits(era, look))


def _blocks(plan: Plan) -> tuple[Block, ...]:
    head = plan.head
    if head.kind in {"photo", "video", "infographic"}:
        return (_caption_text(head, Random(plan.wording)),)
    blocks = write(head.scenario, head.angle, head.facts, Random(plan.wording))
    if plan.era == "B" and plan.credit.agencies:
        blocks = _closed_by(blocks, plan.credit.agencies[0])
    if "curly_quotes" in plan.traits:
        blocks = tuple(b._replace(text=_QUOTED.sub(r"“\1”", b.text)) for b in blocks)
    if "rsquo" in plan.traits:
        blocks = tuple(b._replace(text=b.text.replace("'", "’")) for b in blocks)
    return blocks


def _caption_text(head: Head, draw: Random) -> Block:
    """A photo, video or infographic page has one paragraph."""
    lede, told = lead(head.scenario, head.angle, draw)
    lines = (lede, told[0])
    return Block("paragraph", " ".join(sentence(line, head.facts, draw) for line in lines))


def _closed_by(blocks: tuple[Block, ...], wire: str) -> tuple[Block, ...]:
    """Return the story with the wire named in its last sentence, which is not one on Indonesia."""
    while len(blocks) > _SHORTEST and (
        _AT_HOME.search(blocks[-1].text) or blocks[-1].kind == "subhead"
    ):
        blocks = blocks[:-1]
    last = blocks[-1].text
    closed = (
        f'{last[:-2]}," demikian {wire}.'
        if last.endswith('."')
        else f"{last[:-1]}, demikian {wire}."
    )
    return (*blocks[:-1], blocks[-1]._replace(text=closed))


def _pull_quote(blocks: Sequence[Block]) -> str | None:
    return next((found[1] for b in blocks if (found := _QUOTE.search(b.text))), None)


def _images(plan: Plan, era: Era, draw: _Sources) -> tuple[Picture, ...]:
    """Return the pictures; templates other than today's have one, but for galleries in C."""
    head = plan.head
    if "no_image" in plan.traits:
        return ()
    if head.kind == "infographic":
        return (graphic(head, era, draw.text),)
    gallery = head.kind == "photo"
    count = 2 if "second_image" in plan.traits or gallery else 1
    found = [picture(head, era, draw.text) for _ in range(count)]
    if gallery:
        found += [picture(head, era, draw.look) for _ in range(draw.look.choice((0, 1, 3, 4)))]
    alone = era in {"A", "B"} or (era == "C" and not gallery)
    return tuple(found[:1] if alone else found)


def _links(plan: Plan, earlier: Earlier, layout: Layout, draw: _Sources) -> tuple[Link, ...]:
    """Return the links of a page; in another template than its own a story has others."""
    if plan.head.kind != "article":
        return ()
    # Drawn first, whatever is shown: what is drawn after it stays the same in all templates.
    written = Layout(plan.era, plan.traits, layout.blocks)
    found = links(plan.head, earlier, written, draw.page)
    if layout.era != plan.era:
        found = links(plan.head, earlier, layout, draw.look)
    if "release_link" in layout.traits:
        found = with_release(found, earlier, layout.blocks)
    return found


def _corrections(plan: Plan, draw: Random) -> tuple[Correction, ...]:
    """Some stories are corrected once or twice: a figure, and perhaps the headline with it."""
    head = plan.head
    fits = head.kind == "article" and head.scenario.form == "news" and not head.copy_of
    if not fits or draw.random() >= _CORRECTED:
        return ()
    found: list[Correction] = []
    for delay in corrected_after(draw, lively=head.lively):
        before = found[-1].blocks if found else _blocks(plan)
        for name in head.scenario.numbers:
            later = plan._replace(head=head.with_facts(revised(head.facts, name, draw)))
            if (blocks := _blocks(later)) != before:
                plan, head = later, later.head
                found.append(Correction(head.published + delay, _headline(head), blocks))
                break
    return tuple(found)


def _headline(head: Head) -> str:
    return sentence(head.angle, head.facts, Random(head.article_id))
