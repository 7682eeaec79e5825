"""What is known of a page from one look at it is what a search of the page finds."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newscrawl.antara.looks import Look, all_of, one_look_at
from newscrawl.antara.markup import tree

_PIECES = (
    "<p>", "</p>", "<a href=/a>", "<a href='?page=2&amp;x=1'>", "<a>", "</a>", "<link href=/b>",
    "<a href='/a\n/b'>", "<script>a</script>", "<div>", "</div>", "x",
)  # fmt: skip
_pages = st.lists(st.sampled_from(_PIECES), max_size=20).map(
    lambda pieces: tree("".join(["<p>", *pieces]))
)


@given(_pages)
def test_links_are_found_by_their_addresses(root: etree._Element) -> None:
    """A link is found by any part of its address, in document order, and none without one."""
    look = Look(root)
    for mark in ("/a", "?page=", "&x", "=1", "/b", "nowhere"):
        assert look.links_with(mark) == root.xpath(f"//a[contains(@href, '{mark}')]")


@given(_pages)
def test_elements_of_a_kind_are_found_with_a_look_and_without(root: etree._Element) -> None:
    """Whether a page is being read makes no difference to what it has."""
    for tag in ("a", "script", "p", "table"):
        assert all_of(root, tag) == root.xpath(f"//{tag}")
        with one_look_at(root):
            assert all_of(root, tag) == all_of(root, tag) == root.xpath(f"//{tag}")


def test_another_page_is_looked_at_by_itself() -> None:
    """While one page is read, what is asked of another is not answered from the first."""
    page, other = tree("<a href=/a>x</a>"), tree("<a href=/b>y</a>")
    with one_look_at(page):
        assert [link.text for link in all_of(page, "a") + all_of(other, "a")] == ["x", "y"]
    page[0].clear()
    assert all_of(page, "a") == []
