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
OWN = frozenset({"ant", "antara", "antara news", "antaranews", "lkbn antara", "jacx"})
"""Names of the agency itself and of its desks: no source of a story of its own."""

WIRE = rf"(?:{WIRES})(?![\w-])"
"""A regular expression for one of them."""
_WIRE = re.compile(WIRE)
_PEOPLE_TOO = "AP|ANI|APA|Fars|Lusa|Mehr|MINA|NAN|Petra"
"""Wires whose names are a person's name or initials as well."""
_DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu|Ahad)\b"
_CLOSING = re.compile(
    r"\b[Dd]emikian(?:,?\s+(?:seperti|di?laporkan|laporan|lapor|dikutip|dilansir|diwartakan|warta"
    r"|diberitakan|siaran|keterangan|laman|situs|resmi"
    r"|menurut|oleh|dari|[Kk]antor\s+[Bb]erita|media|yang|sebagaimana))*"
    # "kantor berita resmi Suriah, SANA"
    r"(?:(?:(?<=erita)|(?<=resmi))\s+[A-Z]\w{2,20}(?:\s[A-Z]\w{2,20})?,)?\s+"
    rf"(?!(?:{_PEOPLE_TOO})\s+(?!{_DAY})[A-Z])"
    rf"(?P<wires>{WIRE}(?:\s*(?:/|,|dan|-)\s*{WIRE})*)[^.]{{0,60}}\.?[\"”’')\s]*$"
)
_SOURCE_JOINTS = re.compile(r"\s*[,;/]\s*|\s+dan\s+|\s+and\s+|\s+&\s+")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_TAIL = 300
"""Characters at a story's end in which the closing sentence is looked for."""
_MOST_WORDS = 8
"""Words of one source's name; a line of longer parts is a sentence."""


def split_sources(text: str) -> list[str] | None:
    """Return the sources that a ``Sumber:`` line names, or None when it is a sentence.

    An address is no name.
    """
    parts = (fold(part).strip(" .()") for part in _SOURCE_JOINTS.split(_URL.sub(" ", text)))
    names = [part for part in parts if part]
    return names if all(map(_is_name, names)) else None


def _is_name(text: str) -> bool:
    words = text.split()
    # "dpa" is one; "menurut warga di pasar" begins a sentence.
    return len(words) <= _MOST_WORDS and (len(words) == 1 or not text[0].islower())


def closing_wires(paragraph: str) -> list[str]:
    """Return the wires that a story's last sentence names, as in ``…, demikian Reuters.``."""
    tail = paragraph[-_TAIL:]
    match = _CLOSING.search(tail) if "emikian" in tail else None
    if match is None:
        return []
    return re.findall(WIRE, match["wires"])


def is_agency(name: str) -> bool:
    """Tell whether a name where a person's is expected is a wire's or the agency's own."""
    if name.casefold() in OWN:
        return True
    return _WIRE.fullmatch(name) is not None and name not in _PEOPLE_TOO.split("|")[1:]


def each_once(names: list[str]) -> list[str]:
    """Return sources in order, each once in whatever letters, without the agency itself."""
    kept: dict[str, str] = {}
    for name in names:
        if name.casefold() not in OWN:
            kept.setdefault(name.casefold(), name)
    return list(kept.values())
