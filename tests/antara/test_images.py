"""Addresses of pictures: what stays the same in all forms of one."""

import pytest

from newscrawl.antara.images import file_name, image_address


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
