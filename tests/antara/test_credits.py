"""Credits: labels with and without a colon, and what only looks like one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscrawl.antara.credits import Role, byline_credits, credits_of
from newscrawl.antara.lines import parts
from tests.antara.pages import era_b, read


@pytest.mark.parametrize(
    ("line", "role", "names"),
    [
        ("Oleh Otniel Wiratama", Role.REPORTERS, ("Otniel Wiratama",)),
        ("OLEH PUTRI ANGGUN DAN WIRA", Role.REPORTERS, ("PUTRI ANGGUN", "WIRA")),
        ("Oleh Putri Anggun dan A.A. Gde Raka", Role.REPORTERS, ("Putri Anggun", "A.A. Gde Raka")),
        ("By Wira Nugraha", Role.REPORTERS, ("Wira Nugraha",)),
        ("Reporting by Wira, Ratih and Bayu", Role.REPORTERS, ("Wira", "Ratih", "Bayu")),
        ("Reported by Wira Nugraha", Role.REPORTERS, ("Wira Nugraha",)),
        ("Translated by Ratih", Role.TRANSLATORS, ("Ratih",)),
        ("(Edited by Ratih)", Role.EDITORS, ("Ratih",)),
        ("Uploader : Admin Antarajatim", Role.NOISE, ("Admin Antarajatim",)),
        ("Pewarta foto: Bayu", Role.NOISE, ("Bayu",)),
    ],
)
def test_credits(line: str, role: Role, names: tuple[str, ...]) -> None:
    """Where names fill the line, some labels need no colon; some have no field in a record."""
    (part,) = credits_of(line)
    assert (part.role, part.names) == (role, names)


@pytest.mark.parametrize(
    "line",
    [
        "Oleh karena itu, sidang ditunda.",
        "Oleh Presiden Velmaria, usul itu ditolak mentah-mentah.",
        "By Monday evening, the road was open.",
        "By The Numbers",
        "Reporter: Mengapa Anda menolak usul itu?",
        "Penulis: orang yang menulis setiap hari selama bertahun-tahun tanpa pernah berhenti.",
        "Oleh-oleh Khas Velmaria",
    ],
)
def test_what_is_no_credit(line: str) -> None:
    """Sentences, questions of an interview and compounds are story."""
    assert credits_of(line) == []
    assert [part.role for part in parts(line)] == [Role.STORY]


@pytest.mark.parametrize("joint", ["/", " / ", " dan ", " & "])
def test_two_labels_share_a_name(joint: str) -> None:
    """Who translated and edited is both."""
    found = [(part.role, part.names) for part in parts(f"Penerjemah{joint}Editor : Ratih")]
    assert found == [(Role.TRANSLATORS, ("Ratih",)), (Role.EDITORS, ("Ratih",))]


def test_a_byline_without_a_field() -> None:
    """A label that a record has no field for is passed over."""
    assert read(era_b("Teras.", byline="Uploader: Ratih")).reporters == []


def test_many_credits_behind_sentences() -> None:
    """However many there are, the line is read at once."""
    assert parts("Kata dia. Editor: Ratih " * 10_000)


def test_reporting_and_editing_in_one_bracket() -> None:
    """A wire's closing bracket names both."""
    found = [(part.role, part.names) for part in parts("(Reporting by Wira; Editing by Ratih)")]
    assert found == [(Role.REPORTERS, ("Wira",)), (Role.EDITORS, ("Ratih",))]


def test_credits_behind_the_last_sentence() -> None:
    """Credits that follow a sentence without a break are none of it."""
    story, reporter, editor = parts('"Kami siap," katanya. Pewarta: Wira NugrahaEditor: Ratih')
    assert (story.role, story.text) == (Role.STORY, '"Kami siap," katanya.')
    assert (reporter.names, editor.names) == (("Wira Nugraha",), ("Ratih",))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Pewarta: Oleh Imam Hanafi", [(Role.REPORTERS, ("Imam Hanafi",))]),
        ("Reporter: By Anita, Kenzu", [(Role.REPORTERS, ("Anita", "Kenzu"))]),
        ("Editor: Agus Salim *)", [(Role.EDITORS, ("Agus Salim",))]),
        ("Pewarta: Dedy Azis (KR-DDY)", [(Role.REPORTERS, ("Dedy Azis",))]),
        ("Oleh Dr. Andi Wijaya *)", [(Role.REPORTERS, ("Dr. Andi Wijaya",))]),
        ("Penterjemah: Ratih", [(Role.TRANSLATORS, ("Ratih",))]),
        ("Alih bahasa: Ratih", [(Role.TRANSLATORS, ("Ratih",))]),
        ("Kontributor: Ratih", [(Role.REPORTERS, ("Ratih",))]),
        ("Video Editor: Ratih", [(Role.NOISE, ("Ratih",))]),
        ("Pewarta: Antara", [(Role.REPORTERS, ())]),
        ("Pewarta: Xinhua", [(Role.REPORTERS, ("Xinhua",)), (Role.SOURCES, ("Xinhua",))]),
        (
            "(Reporting by Reuters; Editing by Ratih)",
            [(Role.REPORTERS, ()), (Role.SOURCES, ("Reuters",)), (Role.EDITORS, ("Ratih",))],
        ),
    ],
)
def test_names_as_they_should_be(line: str, found: list[tuple[Role, tuple[str, ...]]]) -> None:
    """Codes, marks and a second label are no part of a name; a wire is a source."""
    assert [(part.role, part.names) for part in parts(line)] == found


@given(
    st.text()
    | st.lists(st.sampled_from(["Oleh ", "By ", "A", " dan ", ":", ".", "("])).map("".join)
)
@example("ED\u0130TOR: A")
@example("Penerjemah/Ed\u0131tor: A")
@example("alih baha\u017fa: A")
@example("Ed\u0131ted by A")
def test_nothing_raises(line: str) -> None:
    """No text makes them fail."""
    credits_of(line)
    byline_credits(line)
