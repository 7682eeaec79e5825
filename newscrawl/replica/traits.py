"""The hard cases that a page may have, and how often each occurs.

A story's ``traits`` name those of its page: a test that needs one looks for it there.
"""

from random import Random
from typing import Literal

Era = Literal["A", "B", "C", "D"]
"""The site's article templates, oldest first."""
Template = Literal["A", "B", "C", "D", "AMP"]
"""What a record's ``template`` may say of a page of the replica."""
_ANY: dict[str, float] = {
    "empty_canonical": 0.12,  # <link rel="canonical" href="">
    "empty_related": 0.10,  # a link block with an address that lacks its id
    "leading_newline": 0.35,  # a blank line before the doctype
    "no_dateline": 0.02,  # the story begins at once
    "no_image": 0.07,
    "nbsp": 0.25,  # no-break spaces in the text
    "pull_quote": 0.14,  # one of the quotes, set apart before the text
    "two_places": 0.06,  # "Kota/Kota" in the dateline
    "two_reporters": 0.12,
}
_D: dict[str, float] = {
    "bare_text": 0.14,  # the text as bare text parted by <br><br>
    "broken_json_ld": 0.04,  # a raw newline inside a JSON string
    "colon_space": 0.25,  # "Pewarta : X"
    "curly_quotes": 0.10,
    "grouped_paragraphs": 0.10,  # one <p> holds several paragraphs
    "h5_subheads": 0.50,
    "hash_tags": 0.15,
    "info_reversed": 0.30,  # reading time before the date
    "inline_baca_juga": 0.15,  # the link stands in a paragraph of text, after <br><br>
    "lazy_image": 0.35,
    "no_json_ld": 0.15,
    "no_og_url": 0.20,
    "no_rights": 0.10,
    "no_seconds": 0.07,  # nothing but the printed date, to the minute
    "regional_link": 0.06,  # a "Baca juga" link to the regional host
    "related_article": 0.40,  # the block of related news under the story
    "repeated_link": 0.08,  # that block repeats a "Baca juga" link
    "second_image": 0.05,  # another picture inside the text
    "shouting_copyright": 0.30,
    "tracked_links": 0.50,  # utm parameters on the story's own links
    "two_wires": 0.08,
    "wire_in_dateline": 0.15,
}
_B: dict[str, float] = {
    "baca_juga_in_body": 0.25,
    "desk_code": 0.30,  # "(Uu.T008)" or "(*)" after the text
    "double_br_indented": 0.40,  # <br><br> and three blanks, as of 2017
    "fly_in": 0.60,
    "terkait_bottom": 0.85,
}

_D_LATER: dict[str, float] = {
    "release_link": 0.05,  # a "Baca juga" link to a press release on a bureau's host
}
_A: dict[str, float] = {
    "desk_code": 0.50,
    "related_box": 0.85,  # "Berita Terkait" before the text
    "stray_end_tag": 0.10,  # one </div> too many before the text
}
_C: dict[str, float] = {
    "bold_baca_juga": 0.25,  # <b>Baca juga: …</b> without a class, as of 2019
    "broken_json_ld": 0.05,
    "no_editor": 0.15,  # "Editor :&nbsp;" and nobody behind it, on regional hosts
    "no_json_ld": 0.15,
    "no_og_url": 0.20,
    "no_seconds": 0.15,
    "quote_in_body": 0.40,  # the pull quote stands at the head of the text's container
}
_AMP: dict[str, float] = {
    "repeated_end": 0.60,  # the last paragraphs and the source stand there twice
}
_ENGLISH: dict[str, float] = {
    "archive_link": 0.08,  # a link to a story of the years before the English host
    "rsquo": 0.40,  # &rsquo; for the apostrophe, in the description too
}
_VIDEO: dict[str, float] = {
    "crew": 0.50,  # the crew in brackets behind the text, and no other credits
}
_RELEASE: dict[str, float] = {
    "business_wire": 0.40,  # "KOTA, Negara--(ANTARA/Business Wire)-- "
    "source_line": 0.50,  # "Sumber: " and the company
    "unclosed_span": 0.40,
}
_OF_ERA = {"A": _A, "B": _B, "C": _C, "D": _D, "AMP": _AMP}
_CONTENT = frozenset(
    {
        "business_wire", "crew", "curly_quotes", "no_dateline", "no_image", "no_rights", "pull_quote",
        "rsquo", "source_line", "two_places", "two_reporters", "two_wires", "wire_in_dateline",
    }
)  # fmt: skip
"""What is in the story and not in its page: it stays when the story is shown in another template."""

ALL: frozenset[str] = frozenset(
    _ANY | _A | _B | _C | _D | _D_LATER | _AMP | _ENGLISH | _RELEASE | _VIDEO
)
"""Every hard case there is."""


def draw_traits(era: Template, draw: Random) -> frozenset[str]:
    """Return the hard cases of one page."""
    return _consistent(_drawn(_ANY | _OF_ERA[era], draw))


def draw_language_traits(language: str, draw: Random) -> frozenset[str]:
    """Return the hard cases that only English stories have."""
    return _drawn(_ENGLISH, draw) if language == "en" else frozenset()


def draw_release_traits(draw: Random) -> frozenset[str]:
    """Return the hard cases of a press release, which never has a picture."""
    return _drawn(_RELEASE, draw) | {"no_image"}


def draw_video_traits(draw: Random) -> frozenset[str]:
    """Return the hard cases of a video's page."""
    return _drawn(_VIDEO, draw)


def dressed(traits: frozenset[str], era: Template, draw: Random) -> frozenset[str]:
    """Return the hard cases of a story in a template that it was not written for."""
    return _consistent((traits & _CONTENT) | (draw_traits(era, draw) - _CONTENT))


def later_traits(era: Template, draw: Random) -> frozenset[str]:
    """Return those of today's template that came to the replica after the others."""
    return _drawn(_D_LATER, draw) if era == "D" else frozenset()


def _drawn(shares: dict[str, float], draw: Random) -> frozenset[str]:
    return frozenset(name for name, share in shares.items() if draw.random() < share)


def _consistent(traits: frozenset[str]) -> frozenset[str]:
    if "no_seconds" in traits:
        traits = traits - {"broken_json_ld"} | {"no_json_ld"}
    if "no_json_ld" in traits:
        traits -= {"broken_json_ld"}
    if "no_dateline" in traits:
        traits -= {"wire_in_dateline", "two_places"}
    return traits
