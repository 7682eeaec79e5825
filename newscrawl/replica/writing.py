"""From what is known of a story to the story."""

import re
from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import NamedTuple

from newscrawl.replica.copy import Block, lead, write
from newscrawl.replica.credits import Credits, draw_credits
from newscrawl.replica.facts import revised
from newscrawl.replica.grammar import expand, sentence
from newscrawl.replica.heads import Head
from newscrawl.replica.pictures import picture
from newscrawl.replica.related import Earlier, Layout, links
from newscrawl.replica.story import Correction, Era, Picture, Story
from newscrawl.replica.traits import draw_traits

RIGHTS_NOTICE = (
    "Dilarang keras menyalin isi situs ini, menjalankan crawling, atau mengindeksnya secara otomatis "
    "untuk AI tanpa izin tertulis dari pengelola Kantor Berita ANTARA."
)
_RIGHTS_SINCE = 2026
_ERA_B, _CORRECTED, _OWN = 0.12, 0.09, 0.25
_LATER = (timedelta(minutes=40), timedelta(hours=5), timedelta(hours=20), timedelta(hours=50))
_SUMMARY = 150
_SHORTEST = 6
_QUOTE = re.compile(r'"([^"]+?)[,.]?"')
_QUOTED = re.compile(r'"([^"]*)"')
_AT_HOME = re.compile(r"Indonesia|KBRI|WNI|\bRI\b|Kedutaan Besar")


class _Plan(NamedTuple):
    """What is settled before a story is worded."""

    head: Head
    era: Era
    traits: frozenset[str]
    credit: Credits
    wording: float
    """Seed of the sentences, so that a correction finds the same ones."""


def write_story(seed: int, head: Head, earlier: Earlier) -> Story:
    """Return the story of a head; ``earlier`` is what it may point to."""
    draw = Random(f"{seed}/{head.host}/{head.copy_of or head.article_id}/text")
    page = Random(f"{seed}/{head.host}/{head.article_id}/page")
    plan = _plan(head, draw)
    era, traits = plan.era, plan.traits
    blocks = _blocks(plan)
    place, dateline = _dateline(plan, draw)
    quote = _pull_quote(blocks) if "pull_quote" in traits else None
    summary = cut(blocks[0].text, _SUMMARY)
    sections = section_of(head, era)
    is_article = head.kind == "article"
    return Story(
        head=head,
        era=era,
        headline=head.headline,
        description=quote or summary,
        summary=summary,
        section=sections[0],
        breadcrumbs=("Home", *sections) if era == "D" else (),
        tags=tuple(dict.fromkeys(expand(tag, head.facts, draw) for tag in head.scenario.tags)),
        modified=None,
        dateline_place=place,
        dateline_text=dateline,
        blocks=blocks,
        credit=plan.credit,
        images=_images(plan, draw),
        links=links(head, earlier, Layout(era, traits, len(blocks)), page) if is_article else (),
        copyright_line=_copyright(plan),
        rights_notice=_rights(plan),
        traits=traits if quote else traits - {"pull_quote"},
        corrections=_corrections(plan, page),
    )


def cut(text: str, length: int) -> str:
    """Return the text cut at a word, with the site's `` ...`` after it, if it is longer."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + " ..."


def section_of(head: Head, era: Era) -> tuple[str, ...]:
    """Return section and subsection as the menus of an era name them."""
    section, sub = head.scenario.section, head.scenario.subsection
    if section == "Dunia" and era == "B":
        return ("Internasional", sub or head.country.region)
    if section == "Dunia" and sub is None:
        sub = "ASEAN" if head.country.region == "Asia Tenggara" else "Internasional"
    return (section, sub) if sub else (section,)


def _plan(head: Head, draw: Random) -> _Plan:
    is_article = head.kind == "article"
    era: Era = "B" if draw.random() < _ERA_B and is_article else "D"
    traits = draw_traits(era, draw) if is_article else frozenset[str]()
    own = head.scenario.section != "Dunia" or draw.random() < _OWN
    credit = draw_credits(head.country, traits, draw, own=own)
    if era == "B":
        # Era B ends a story with "demikian Reuters", which has room for one name.
        credit = credit._replace(agencies=credit.agencies[:1], source_line=None)
    return _Plan(head, era, traits, credit, draw.random())


def _blocks(plan: _Plan) -> tuple[Block, ...]:
    head = plan.head
    if head.kind != "article":
        return (_caption_text(head, Random(plan.wording)),)
    blocks = write(head.scenario, head.angle, head.facts, Random(plan.wording))
    if plan.era == "B" and plan.credit.agencies:
        blocks = _closed_by(blocks, plan.credit.agencies[0])
    if "curly_quotes" in plan.traits:
        blocks = tuple(b._replace(text=_QUOTED.sub(r"“\1”", b.text)) for b in blocks)
    return blocks


def _caption_text(head: Head, draw: Random) -> Block:
    """A photo or video page has one paragraph."""
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


def _dateline(plan: _Plan, draw: Random) -> tuple[str | None, str | None]:
    """Return the places and the whole line."""
    facts = plan.head.facts
    if plan.head.kind == "video":
        return None, "ANTARA - "
    if plan.head.kind == "photo" or "no_dateline" in plan.traits:
        return None, None
    place = draw.choice((facts["kota"], facts["kota"], facts["kota"], facts["ibu_kota"], "Jakarta"))
    if "two_places" in plan.traits:
        place = f"{facts['kota']}/{facts['ibu_kota_tetangga']}"
    agency = "ANTARA News" if plan.era == "B" else "ANTARA"
    if plan.credit.wire_in_dateline:
        agency = f"ANTARA/{plan.credit.wire_in_dateline}"
    return place, f"{place} ({agency}) {draw.choice('---–')} "


def _pull_quote(blocks: Sequence[Block]) -> str | None:
    return next((found[1] for b in blocks if (found := _QUOTE.search(b.text))), None)


def _images(plan: _Plan, draw: Random) -> tuple[Picture, ...]:
    if "no_image" in plan.traits:
        return ()
    count = 2 if "second_image" in plan.traits or plan.head.kind == "photo" else 1
    return tuple(picture(plan.head, plan.era, draw) for _ in range(count))


def _copyright(plan: _Plan) -> str:
    loud = plan.era == "B" or "shouting_copyright" in plan.traits
    return f"{'COPYRIGHT' if loud else 'Copyright'} © ANTARA {plan.head.published.year}"


def _rights(plan: _Plan) -> str | None:
    missing = plan.era == "B" or plan.head.kind != "article" or "no_rights" in plan.traits
    return None if missing or plan.head.published.year < _RIGHTS_SINCE else RIGHTS_NOTICE


def _corrections(plan: _Plan, draw: Random) -> tuple[Correction, ...]:
    """Some stories are corrected once or twice: a figure, and perhaps the headline with it."""
    head = plan.head
    if head.kind != "article" or head.copy_of or draw.random() >= _CORRECTED:
        return ()
    found: list[Correction] = []
    for delay in sorted(draw.sample(_LATER, draw.choice((1, 1, 2)))):
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
