"""Addresses of pictures: what stays the same in all forms of one."""

import pytest

from newscrawl.antara.images import file_name


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
