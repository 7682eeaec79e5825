"""The sentences in which people of a story speak, by language."""

from typing import NamedTuple


class Frames(NamedTuple):
    """Where quotations and reports are put in."""

    first: tuple[str, ...]
    """The first person's first quotation, with the office and the full name."""
    on: tuple[str, ...]
    """Further quotations of the first person."""
    reports: tuple[str, ...]
    """What the second person reports."""
    says: tuple[str, ...]
    """A quotation of the second person."""


FRAMES: dict[str, Frames] = {
    "id": Frames(
        first=(
            '"{kutipan}," [kata|ujar|tutur|ucap] {jabatan} {tokoh}[ dalam konferensi pers di {ibu_kota}| kepada wartawan di {kota}| dalam pernyataan tertulis|][, {hari_saja}|].',
            '{jabatan} {tokoh} [menyampaikan hal itu|menegaskan hal tersebut] [dalam jumpa pers|melalui keterangan tertulis|saat ditemui wartawan]. "{kutipan}," katanya.',
            'Dalam [keterangan pers|pernyataan] di {ibu_kota}, {jabatan} {tokoh} mengatakan, "{kutipan}."',
        ),
        on=(
            '"{kutipan}," [ujar|tutur|kata|ucap] {belakang}.',
            '"{kutipan}," katanya[ menambahkan| melanjutkan|].',
            '{belakang} menambahkan, "{kutipan}."',
            '"{kutipan}," tutur {belakang} [ketika ditanya wartawan|pada kesempatan yang sama|menjawab pertanyaan].',
            'Ketika dimintai penjelasan lebih lanjut, {belakang} menjawab, "{kutipan}."',
        ),
        reports=(
            "{jabatan2} {tokoh2} [secara terpisah |]mengatakan {isi}.",
            "Sementara itu, {jabatan2} {tokoh2} [menyebut|menyatakan|menilai] {isi}.",
            "Menurut {jabatan2} {tokoh2}, {isi}.",
            "Pada kesempatan berbeda, {jabatan2} {tokoh2} menjelaskan bahwa {isi}.",
        ),
        says=(
            '"{kutipan}," [ujar|kata|tutur] {belakang2}.',
            '{belakang2} mengatakan, "{kutipan}."',
            '"{kutipan}," kata {belakang2} [menekankan|mengingatkan|menambahkan].',
        ),
    ),
    "en": Frames(
        first=(
            '"{kutipan}," {jabatan} {tokoh} [said|stated|noted] [in {ibu_kota}|in {kota}|in a written statement] on {hari_saja}.',
            '{jabatan} {tokoh} [conveyed this|made the remarks] [at a press conference|in an official statement]. "{kutipan}," the official said.',
            'In a statement issued in {ibu_kota}, {jabatan} {tokoh} [said|affirmed], "{kutipan}."',
        ),
        on=(
            '"{kutipan}," {belakang} [said|added|remarked].',
            '{belakang} [added|continued], "{kutipan}."',
            '"{kutipan}," {belakang} noted [on the same occasion|when asked by reporters].',
        ),
        reports=(
            "{orang2} [separately|also] said that {isi}.",
            "Meanwhile, {orang2} [stated|remarked] that {isi}.",
            "Separately, {orang2} noted that {isi}.",
        ),
        says=(
            '"{kutipan}," {belakang2} [said|remarked].',
            '{belakang2} [added|emphasized], "{kutipan}."',
        ),
    ),
}
"""Indonesian and English."""
