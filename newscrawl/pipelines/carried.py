"""What only the feed said of a story stays known when the story is visited again without it."""

from newscrawl.items import Article

_FEED = "feed"


def carry_over(article: Article, earlier: Article) -> None:
    """Fill the fields of a record that its page leaves empty with what a feed had said."""
    for field, source in earlier.fallbacks.items():
        if source == _FEED and not getattr(article, field):
            setattr(article, field, getattr(earlier, field))
            article.fallbacks[field] = _FEED
