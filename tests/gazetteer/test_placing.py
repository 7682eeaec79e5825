"""What a name means by what stands beside it, and by how it is written."""

import pytest

from newscrawl.gazetteer import Placed, of_dateline, of_headline, of_tag


@pytest.mark.parametrize(
    ("place", "countries", "unplaced"),
    [
        ("Baku/Yerevan", ("AZ", "AM"), ()),
        ("Moskow-Kiev", ("RU", "UA"), ()),
        ("Lima-Santiago", ("PE", "CL"), ()),
        ("Port-au-Prince", ("HT",), ()),
        ("PBB, New York", ("US",), ()),
        ("Mataram, NTB", ("ID",), ()),
        ("Paris, Texas", ("US",), ()),
        ("Jakarta, Bandung", ("ID",), ()),
        ("Kinshasa, Kongo", ("CD",), ()),
        ("HANOI DAN VIENTIANE", ("VN", "LA"), ()),
        ("Kabupaten Yang Tak Dikenal", ("ID",), ()),
        ("Perbatasan Gaza-Mesir", ("PS", "EG"), ()),
        ("Suriah Utara", ("SY",), ()),
        ("Yerusalem/Ramallah", ("PS",), ("Yerusalem",)),
        ("Kairo/Xinhua", ("EG",), ()),
        ("Kepulauan Virgin AS", ("VI",), ()),
        ("San Jose", (), ("San Jose",)),
        ("San Jose, Kosta Rika", ("CR",), ()),
        ("Laut China Selatan", (), ()),
        ("Negeri Antah Berantah", (), ("Negeri Antah Berantah",)),
        ("", (), ()),
        ("/, -", (), ()),
    ],
)  # fmt: skip
def test_a_dateline(place: str, countries: tuple[str, ...], unplaced: tuple[str, ...]) -> None:
    """The wider place decides where the narrower is; several places are several countries."""
    assert of_dateline(place) == Placed(countries, unplaced)


@pytest.mark.parametrize(
    ("headline", "countries"),
    [
        ("Lima orang hilang di Lima", ("PE",)),
        ("Serang balik, Rusia rebut desa", ("RU",)),
        ("Petinju Jordan Wahono menang angka", ()),
        ("Wali Kota London Agus Wahono mundur", ("GB",)),
        ("Presiden Rusia Igor Wahono temui PM Israel Dan Wahono", ("RU", "IL")),
        ("Israel Wahono juara tinju", ()),
        ("Sydney Wahono rilis lagu baru", ()),
        ("Rusia Tolak Usul Gencatan Senjata Ukraina", ("RU", "UA")),
        ("RUSIA TOLAK USUL GENCATAN SENJATA UKRAINA", ("RU", "UA")),
        ("AS Roma ditahan tamunya", ("IT",)),
        ("Menlu AS tiba di Roma", ("US", "IT")),
        ("Roda as kereta patah", ()),
        ("Konvensi Jenewa dilanggar di Suriah", ("SY",)),
        ("Kapal tenggelam di Laut Jepang", ()),
        ("Harga nasi padang naik di Den Haag", ("NL",)),
        ("Di Gedung Putih, RI-Jepang sepakat", ("US", "ID", "JP")),
        ("Tornado di negara bagian Georgia", ("US",)),
        ("Presiden Georgia veto aturan baru", ("GE",)),
        ("", ()),
    ],
)
def test_a_headline(headline: str, countries: tuple[str, ...]) -> None:
    """Persons, verbs, dishes, treaties and seas that have a place's name are no place."""
    assert of_headline(headline).countries == countries


def test_a_town_that_few_know_is_believed_only_where_it_is_said_to_be_a_place() -> None:
    """After *di* it is a place; after *dari*, which people follow too, it is left open."""
    assert of_headline("Kebakaran pasar di Keflavik padam") == Placed(("IS",))
    assert of_headline("Umpan dari Keflavik berbuah gol") == Placed((), ("Keflavik",))
    assert of_headline("Gol Keflavik batal") == Placed()


@pytest.mark.parametrize(
    ("tag", "countries"),
    [("as", ("US",)), ("as roma", ("IT",)), ("medan", ("ID",)), ("medan perang", ()), ("la nina", ()),
     ("konflik israel hamas", ("IL",)), ("jordan wahono", ()), ("wni di kamboja", ("KH",))],
)  # fmt: skip
def test_a_tag(tag: str, countries: tuple[str, ...]) -> None:
    """A tag has no capitals: what is a word or a name as well has to stand alone."""
    assert of_tag(tag).countries == countries


def test_what_is_left_open_is_named_as_written() -> None:
    """Jerusalem, Kashmir and their like are in no country here, and are told."""
    assert of_headline("Bentrokan di Kashmir, dialog di Yerusalem").unplaced == (
        "Kashmir",
        "Yerusalem",
    )
