"""News agencies and other sources that a story is credited to."""

import re

from newscrawl.antara.text import fold

WIRES = (
    "Reuters|AFP|AP|Associated Press|Xinhua(?:-OANA)?|Anadolu(?: Agency)?|Kyodo(?: News)?|Sputnik"
    "|RIA Novosti|RIA|TASS|ITAR-TASS|Itar-Tass|Interfax|Yonhap|Bernama|dpa|DPA|EFE|ANSA|PTI|IRNA"
    "|WAFA|SPA|MENA|NHK|VNA|QNA|WAM|CNA|BBC|CNN|Al Jazeera|AAP|UPI|OANA|PRNewswire|PR Newswire"
    "|Business Wire|Antara|ANTARA|AKP|ANI|APA|Armenpress|Azertac|BSS|CCTV|CTK|Fars|GNA|IANS|KCNA"
    "|Lusa|MCOT|Mehr|MINA|MTI|NAN|Notimex|PAP|Petra|PNA|SANA|Tanjug|Tasnim|TNA|TRT"
)
"""Wires that a closing "demikian …" is believed to name; whatever else follows is a speaker."""
OWN = frozenset({"antara", "antara news", "jacx"})
"""Names of the agency itself and of its desks: no source of a story of its own."""

WIRE = rf"(?:{WIRES})(?![\w-])"
"""A regular expression for one of them."""
_CLOSING = re.compile(
    r"\b[Dd]emikian(?:,?\s+(?:seperti|di?laporkan|laporan|lapor|dikutip|dilansir|diwartakan|warta"
    r"|menurut|oleh|dari|kantor\s+berita|media|yang|sebagaimana))*\s+"
    rf"(?P<wires>{WIRE}(?:\s*(?:/|,|dan|-)\s*{WIRE})*)[^.]{{0,60}}\.?[\"”’')\s]*$"
)
_SOURCE_JOINTS = re.compile(r"\s*[,;/]\s*|\s+dan\s+|\s+and\s+|\s+&\s+")
_TAIL = 300
"""Characters at a story's end in which the closing sentence is looked for."""
_MOST_WORDS = 8
"""Words of one source's name; a line of longer parts is a sentence."""


def split_sources(text: str) -> list[str] | None:
    """Return the sources that a ``Sumber:`` line names, or None when it is a sentence."""
    parts = (fold(part).strip(" .()") for part in _SOURCE_JOINTS.split(text))
    names = [part for part in parts if part]
    return names if all(map(_is_name, names)) else None


def _is_name(text: str) -> bool:
    words = text.split()
    # "dpa" is one; "menurut warga di pasar" begins a sentence.
    return len(words) <= _MOST_WORDS and (len(words) == 1 or not text[0].islower())


def closing_wires(paragraph: str) -> list[str]:
    """Return the wires that a story's last sentence names, as in ``…, demikian Reuters.``."""
    match = _CLOSING.search(paragraph[-_TAIL:])
    if match is None:
        return []
    return re.findall(WIRE, match["wires"])


def each_once(names: list[str]) -> list[str]:
    """Return sources in order, each once in whatever letters, without the agency itself."""
    kept: dict[str, str] = {}
    for name in names:
        if name.casefold() not in OWN:
            kept.setdefault(name.casefold(), name)
    return list(kept.values())
