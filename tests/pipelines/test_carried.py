"""A later visit knows what only the feed had said."""

from newscrawl.pipelines.carried import carry_over
from tests.making import article


def test_what_the_feed_said_stays_known() -> None:
    """A field that was the feed's and that the page has not is as it was; nothing else is."""
    earlier = article(
        description="Ringkasan.",
        section="Dunia",
        fallbacks={"description": "feed", "section": "meta"},
    )
    later = article(description=None, section=None)
    carry_over(later, earlier)
    assert (later.description, later.section) == ("Ringkasan.", None)
    assert later.fallbacks == {"description": "feed"}


def test_what_the_page_says_now_counts() -> None:
    """Where the page has the field itself by now, the feed's old word is no matter."""
    earlier = article(description="Ringkasan.", fallbacks={"description": "feed"})
    later = article(description="Ringkasan baru.")
    carry_over(later, earlier)
    assert (later.description, later.fallbacks) == ("Ringkasan baru.", {})
