"""AMP: the form of a story for telephones, which states less than its page."""

from dataclasses import replace
from html import escape
from random import Random

from newscrawl.replica import dates
from newscrawl.replica.markup import LABEL, Around, baca_juga_address, link_places, names, text
from newscrawl.replica.story import Link, Story
from newscrawl.replica.traits import dressed

_PAGE = """<!doctype html>
<html amp lang="{language}">
<head>
<meta charset="utf-8">
<script async src="https://cdn.ampproject.org/v0.js"></script>
<title>{title} - ANTARA News</title>
<link rel="canonical" href="{url}">
<meta name="viewport" content="width=device-width,minimum-scale=1,initial-scale=1">
<meta name="description" content="{summary}">
<style amp-boilerplate>body{{animation:-amp-start 8s steps(1,end) 0s 1 normal both}}</style>
<style amp-custom>h1{{font-size:22px}}</style>
<script async custom-element="amp-ad" src="https://cdn.ampproject.org/v0/amp-ad-0.1.js"></script>
</head>
<body>
<header class="headerbar"><a href="https://{host}/">ANTARA News</a></header>
<amp-sidebar id="menu" layout="nodisplay" side="left"><ul><li><a href="https://{host}/terkini">Terkini</a></li></ul></amp-sidebar>
<article class="amp-article">
{story}
<div class="share"><amp-social-share type="twitter" width="40" height="32"></amp-social-share></div>
</article>
{under}
<footer><p>{label}</p></footer>
</body>
</html>
"""
_AD = '<amp-ad width="300" height="250" type="adsense" data-ad-client="ca-pub-0000000000000000" data-ad-slot="5005"><div overflow></div></amp-ad>'
_LISTED = 2


def amp_form(story: Story, around: Around, year: int) -> Story:
    """Return what the AMP form of a story states in a year: a bureau prints the present one."""
    bureau = story.edition == "jatim"
    draw = Random(f"{story.id}/amp")
    traits = dressed(story.traits, "AMP", draw) - {"pull_quote", "empty_canonical"}
    # Some pages of the bureaus end twice; those of the national host do not.
    traits = traits | {"no_seconds"} if bureau else (traits | {"no_seconds"}) - {"repeated_end"}
    inside = [link for link in story.links if link.after_paragraph is not None]
    return replace(
        story,
        era="AMP",
        description=story.summary,
        section=None,
        breadcrumbs=(),
        modified=None,
        images=story.images[:1],
        tags=() if bureau else story.tags,
        links=(*inside, *(_listed(around) if bureau else ())),
        copyright_line=f"Copyright © ANTARA {year if bureau else story.published.year}",
        rights_notice=None,
        traits=frozenset(traits),
    )


def page(story: Story, around: Around) -> str:
    """Return the AMP page of a story in its AMP form."""
    bureau = story.edition == "jatim"
    head = (
        f'<h1>{escape(story.headline)}</h1>\n<p class="date">{_date(story)}</p>\n{_picture(story)}'
    )
    body = f'<div class="text">\n{_body(story)}\n</div>'
    pieces = [head, body] if bureau else [body, head]
    pieces.append(f'<div class="credits">{_credits(story)}</div>')
    if not bureau:
        pieces.append(f'<div class="tags">Tags: {_tags(story)}</div>')
    markup = _PAGE.format(
        language=story.language,
        title=escape(story.headline),
        url=escape(story.url),
        summary=escape(story.summary).replace("’", "&rsquo;"),
        host=story.host.replace("www.", "m."),
        story="\n".join(pieces),
        under=_terkait(around) if bureau else "",
        label=LABEL,
    )
    return "\n" + markup if "leading_newline" in story.traits else markup


def _listed(around: Around) -> tuple[Link, ...]:
    return tuple(
        Link(head.article_id, head.url, head.headline, "related_news", None)
        for head in around.popular[:_LISTED]
    )


def _date(story: Story) -> str:
    """A bureau prints the weekday, the national host does not."""
    if story.language == "en":
        return dates.printed_english(story.published)
    printed = dates.printed(story.published)
    return printed if story.edition == "jatim" else printed.partition(", ")[2]


def _picture(story: Story) -> str:
    if not story.images:
        return ""
    image = story.images[0]
    shown = f'<amp-img src="{escape(image.url)}" width="800" height="533" layout="responsive" alt="{escape(story.headline)}"></amp-img>'
    return f"<figure>{shown}<figcaption>{escape(image.printed)}</figcaption></figure>"


def _body(story: Story) -> str:
    pieces: list[str] = []
    starts: list[int] = []
    places = link_places(story)
    for at, block in enumerate(story.blocks):
        marked = text(block.text, story, first=at == 0)
        marked = f"<b>{marked}</b>" if block.kind == "subhead" else marked
        starts.append(len(pieces))
        pieces.append(escape(story.dateline_text or "") + marked if at == 0 else marked)
        if at + 1 == len(story.blocks):
            pieces[-1] += escape(story.crew)
        pieces += [_link(link, story) for link in places.get(at + 1, [])]
    if story.credit.source_line:
        pieces.append(escape(story.credit.source_line))
    if "repeated_end" in story.traits and len(starts) > 3:  # noqa: PLR2004 - one more than is repeated
        pieces += [piece for piece in pieces[starts[-2] :] if not piece.startswith("<b>Baca")]
    if "(ANTARA News)" in (story.dateline_text or ""):
        pieces.append("(Uu.T008)")
    pieces.insert(min(2, len(pieces)), _AD)
    return "<br><br>\n".join(pieces)


def _link(link: Link, story: Story) -> str:
    label = "Related news" if story.language == "en" else "Baca juga"
    return f'<b>{label}: <a href="{baca_juga_address(link, story)}">{escape(link.title)}</a></b>'


def _credits(story: Story) -> str:
    bureau, english = story.edition == "jatim", story.language == "en"
    label, joint = (" : " if bureau else ": "), (" and " if english else ", ")
    lines = [
        f"{word}{label}{names(people, joint)}"
        for word, people in (
            ("Reporting by" if english else "Pewarta", story.credit.reporters),
            ("Translator" if english else "Penerjemah", story.credit.translators),
            ("Editor", story.credit.editors),
        )
        if people
    ]
    return "<br>".join([*lines, escape(story.copyright_line).replace("©", "&copy;")])


def _tags(story: Story) -> str:
    host = "en" if story.language == "en" else "m"
    return ", ".join(
        f'<a href="https://{host}.antaranews.com/tag/{tag.replace(" ", "-")}">{escape(tag)}</a>'
        for tag in story.tags
    )


def _terkait(around: Around) -> str:
    """The list names the months in English and the year twice."""
    items = "".join(
        f'<div class="item"><a href="{escape(head.url.replace(".com/", ".com/amp/"))}">{escape(head.headline)}</a><span>{head.published.day} {head.published:%B %Y} {head.published.hour}:{head.published:%M} WIB, {head.published.year}</span></div>'
        for head in around.popular[:_LISTED]
    )
    return f'<div class="terkait"><h3>Terkait</h3>{items}</div>'
