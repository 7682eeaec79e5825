"""What of a record follows from its address, its body and the time."""

from datetime import datetime

from newscrawl.antara.dates import utc_iso
from newscrawl.antara.editions import edition_of_label
from newscrawl.antara.text import count_and_sha256
from newscrawl.antara.urls import StoryUrl
from newscrawl.items import Article

EXTRACTOR_VERSION = 1
"""Rises whenever reading changes, so that records read differently can be told apart."""


def complete(
    article: Article, story: StoryUrl, fetched_at: datetime, fallbacks: dict[str, str]
) -> Article:
    """Fill in identity, language, counts, digest and time of fetch; return the same record.

    A page that does not name its language is in its edition's.
    """
    article.id, article.article_id, article.edition = story.id, story.article_id, story.edition
    article.url, article.kind = story.url, story.kind
    article.language = article.language or edition_of_label(story.edition).language
    article.fallbacks = fallbacks
    article.extractor_version = EXTRACTOR_VERSION
    article.fetched_at = utc_iso(fetched_at)
    if article.body is not None:
        article.word_count, article.body_sha256 = count_and_sha256(article.body)
    return article
