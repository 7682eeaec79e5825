"""The hard cases that a page may have, and how often each occurs.

A story's ``traits`` name those of its page: a test that needs one looks for it there.
"""

from random import Random
from typing import Literal

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

ALL: frozenset[str] = frozenset(_ANY | _D | _B)
"""Every hard case there is."""


def draw_traits(era: Literal["B", "D"], draw: Random) -> frozenset[str]:
    """Return the hard cases of one page."""
    shares = _ANY | (_D if era == "D" else _B)
    traits = {name for name, share in shares.items() if draw.random() < share}
    if "no_seconds" in traits:
        traits = traits - {"broken_json_ld"} | {"no_json_ld"}
    if "no_json_ld" in traits:
        traits -= {"broken_json_ld"}
    if "no_dateline" in traits:
        traits -= {"wire_in_dateline", "two_places"}
    return frozenset(traits)
