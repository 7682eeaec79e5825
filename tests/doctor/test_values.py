"""Values in short."""

from datetime import timedelta

import pytest

from newscrawl.doctor.values import age, cut, printable, value_of
from newscrawl.items import Dateline, Image, Related
from tests.making import article


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ({"seconds": -3}, "0 seconds"),
        ({"seconds": 61}, "1 minute"),
        ({"minutes": 12}, "12 minutes"),
        ({"hours": 47}, "1 day"),
        ({"days": 9}, "9 days"),
    ],
)
def test_age(span: dict[str, int], said: str) -> None:
    """A span is told in its largest unit."""
    assert age(timedelta(**span)) == said


def test_nothing_steers_a_terminal() -> None:
    """Control and direction marks of a page are not printed, and lines stay one."""
    assert "\x1b" not in printable("a\x1b[31mred\x9b2J")
    assert printable("a\u202eb\n c") == "a?b c"
    assert cut("kata " * 40, 20) == "kata kata kata kata…"


def test_values() -> None:
    """Each kind of value has a short form, and an empty one has none."""
    record = article(
        editors=["Budi", "Sari"],
        dateline=Dateline(place="Baku", text="Baku (ANTARA) - "),
        images=[Image(url="https://x/1.jpg", caption="Kapal"), Image(url="https://x/2.jpg")],
        related=[Related(article_id=2, url="https://www.antaranews.com/berita/2", title="Lain")],
    )
    assert value_of(record, "editors") == "Budi, Sari"
    assert value_of(record, "dateline") == "Baku (ANTARA) -"
    assert value_of(record, "images") == "2 (1 with caption, 0 with credit): Kapal"
    assert value_of(record, "related") == "1: Lain"
    assert (
        value_of(record, "body") == "8 words: Menteri itu mengatakan hal nomor 1 kepada wartawan."
    )
    assert value_of(record, "tags") is None
