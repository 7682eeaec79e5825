"""Addresses of pictures: what stays the same in all forms of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.images import _joined, _path, file_name, image_address


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://cdn.antaranews.com/cache/1200x800/2026/06/05/a.jpg.webp?x=1", "a.jpg"),
        ("/new/2015/11/small/a.jpg", "a.jpg"),
        ("http://[/cache/1200x800/a.jpg", "http://[/cache/1200x800/a.jpg"),
        ("", ""),
    ],
)
def test_file_names(address: str, wanted: str) -> None:
    """A picture's forms share its file; a broken address is never taken for one of them."""
    assert file_name(address) == wanted


def test_an_address_that_cannot_be_written() -> None:
    """Half of a surrogate pair, which JSON can carry, makes an address that no line can have."""
    assert image_address("https://img.antaranews.com/a.jpg") == "https://img.antaranews.com/a.jpg"
    assert image_address("https://img.antaranews.com/\ud800.jpg") is None


_PIECES = st.lists(
    st.sampled_from(
        [
            "http://", "https://", "//", "/", ".", "..", "img.antaranews.com", "-", "/cache/1200x800/a.jpg",
            "/new", "/img/", "blank.gif", ".webp", "?", "#", ";x", ":80", "@", " ", "\n", "%20", "\u0660", "[",
        ]
    ),
    max_size=7,
).map("".join)  # fmt: skip


@given(_PIECES, st.none() | _PIECES | st.just("https://www.antaranews.com/berita/1/x"))
def test_plain_addresses_are_joined_by_a_look(address: str, base: str | None) -> None:
    """What is taken as it is would be the same by the rules for all addresses."""
    assert image_address(address, base) == _joined(address, base)
    path = _path(address)
    wanted = address if path is None else path.rpartition("/")[2].removesuffix(".webp")
    assert file_name(address) == wanted
