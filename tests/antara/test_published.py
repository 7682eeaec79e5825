"""The printed time of publication among other times."""

import pytest

from tests.antara.pages import era_d, read

_META = '<meta property="article:published_time" content="2026-06-05T19:42:37+07:00">'


@pytest.mark.parametrize(
    ("info", "head", "wanted"),
    [
        ("Diperbarui: Jumat, 5 Juni 2026 20:10 WIB</span> <span>Jumat, 5 Juni 2026 19:42 WIB", "", "2026-06-05T19:42:00+07:00"),
        ("Updated: June 6, 2026 20:10 GMT+7</span><span>June 5, 2026 19:42 GMT+7", "", "2026-06-05T19:42:00+07:00"),
        ("Sabtu, 6 Juni 2026 20:10 WIB</span><span>Jumat, 5 Juni 2026 19:42 WIB", _META, "2026-06-05T19:42:37+07:00"),
        ("Jumat, 5 Juni 2026 19:42 WIB</span><span>Diperbarui: 6 Juni 2026 20:10 WIB", "", "2026-06-05T19:42:00+07:00"),
        ("Jumat, 5 Juni 2026</span><span>20:10 WIB", _META, "2026-06-05T20:10:00+07:00"),
        ("Diperbarui: Jumat, 5 Juni 2026 20:10 WIB", "", None),
    ],
)  # fmt: skip
def test_a_change_is_no_publication(info: str, head: str, wanted: str | None) -> None:
    """Its label tells, or what the page states elsewhere."""
    article = read(era_d("Teras berita.", info=info, head=head))
    assert article.date_published == wanted


def test_a_time_that_no_other_zone_can_tell_is_passed_over() -> None:
    """A stated time at the end of the calendar is no reason to fail."""
    for stated in ("9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+00:00"):
        head = f'<meta property="article:published_time" content="{stated}">'
        article = read(era_d("Teras berita.", info="Jumat, 5 Juni 2026 19:42 WIB", head=head))
        assert article.date_published == "2026-06-05T19:42:00+07:00"
