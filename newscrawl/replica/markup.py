"""Small pieces of markup that several templates use."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from newscrawl.replica.casting import HOST, REGIONAL_HOST
from newscrawl.replica.heads import Head
from newscrawl.replica.story import Link, Story

LABEL = "Situs contoh: semua berita, nama, dan angka di sini rekaan."
"""The line in the foot of every page that says what the site is."""
AD = (
    '<div style="min-width:300px;min-height:250px;text-align:center">'
    '<ins class="adsbygoogle" style="display:block" data-ad-client="ca-pub-0000000000000000" data-ad-slot="{slot}"></ins>'
    "<script>(adsbygoogle = window.adsbygoogle || []).push({{}});</script></div>"
)
AD_FRAME = (
    '<iframe src="https://ads.example/frame.html" title="Iklan" width="300" height="250"></iframe>'
)


class Around(NamedTuple):
    """The other stories that a page shows beside its own."""

    popular: Sequence[Head]
    following: Head | None


def text(value: str, story: Story, *, first: bool = False) -> str:
    """Return copy as markup, with the no-break spaces that some pages have."""
    marked = escape(value, quote="shouting_copyright" in story.traits).replace("’", "&rsquo;")
    if "nbsp" not in story.traits or first or len(value) % 2:
        return marked
    words = marked.split(" ")
    at = len(value) % len(words)
    return "&nbsp;".join(filter(None, (" ".join(words[:at]), " ".join(words[at:])))) + "&nbsp;"


def names(people: Sequence[str], joint: str) -> str:
    """Return names as a line of credits prints them."""
    return escape(joint.join(people))


def address(url: str, campaign: str, *, tracked: bool) -> str:
    """Return a link's address as an attribute, with today's tracking parameters if it has any."""
    query = f"?utm_source=antaranews&utm_medium=desktop&utm_campaign={campaign}" if tracked else ""
    return escape(url + query)


def baca_juga_address(link: Link, story: Story) -> str:
    """Return the address of a link of the text; press releases are linked on a bureau's host."""
    url = link.url
    if "/rilis-pers/" in url:
        url = url.replace(f"://{HOST}/", f"://{REGIONAL_HOST}/")
    return address(url, "baca_juga", tracked="tracked_links" in story.traits)


def credits_of(story: Story) -> str:
    """Return who wrote, translated and edited a story, and the copyright, as of 2018 and later."""
    label = " : " if "colon_space" in story.traits else ": "
    english = story.language == "en"
    joint = ", " if story.article_id % 2 else (" and " if english else " dan ")
    lines = [
        f"{word}{label}{names(people, joint)}"
        for word, people in (
            ("Reporting by" if english else "Pewarta", story.credit.reporters),
            ("Translator" if english else "Penerjemah", story.credit.translators),
            ("Editor", story.credit.editors),
        )
        if people
    ]
    lines.append(escape(story.copyright_line).replace("©", "&copy;"))
    return "<br>".join(lines)


def link_places(story: Story) -> dict[int, list[Link]]:
    """Return the links inside the text by the number of blocks before them."""
    places: dict[int, list[Link]] = {}
    for link in story.links:
        if link.after_paragraph is not None:
            places.setdefault(link.after_paragraph, []).append(link)
    return places
