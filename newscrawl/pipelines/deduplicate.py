"""Second pipeline: every story once, every change of it once, every copy marked."""

from typing import Self

from scrapy.crawler import Crawler

from newscrawl.extensions.lifecycle import run_of
from newscrawl.items import Article
from newscrawl.ledger.lines import Line
from newscrawl.pipelines.carried import carry_over
from newscrawl.pipelines.drops import OLDER, Enough, Unchanged
from newscrawl.records import story_sha256
from newscrawl.run import Run

_FEED = "feed"
"""The template of a record that is a feed's metadata alone."""


class DeduplicatePipeline:
    """Compares a record with the newest line of its story, and its body with all others."""

    def __init__(self, run: Run) -> None:
        """Look into the ledger of a run."""
        self._run = run

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the pipeline of a crawler."""
        return cls(run_of(crawler))

    def process_item(self, article: Article) -> Article:
        """Number the revision and mark a copy.

        Raises:
            Unchanged: there is nothing new to write.
        """
        lines = self._run.lines
        if lines.is_claimed(article.id):
            raise Unchanged(f"{article.id} is being written already")
        newest = lines.newest(article.id)
        if newest is not None:
            self._compare(article, newest)
        article.revision = 1 if newest is None else newest.revision + 1
        article.first_seen = lines.first_seen(article.id) or article.fetched_at
        article.near_duplicate_of = lines.neighbours.original(article)
        if self._run.frontier.has_enough(lines.claims):
            raise Enough(f"{article.id} is one more than max_articles")
        lines.claim(article)
        return article

    def _compare(self, article: Article, newest: Line) -> None:
        if article.fetched_at < newest.fetched_at:
            raise Unchanged(f"{article.id}: the file has a later capture", OLDER)
        if article.template != newest.template == _FEED:
            return
        if newest.template != article.template == _FEED:
            raise Unchanged(f"{article.id}: the file has the whole story", "known")
        if story_sha256(article) != newest.story_sha256 and (
            earlier := self._run.lines.record(article.id)
        ):
            carry_over(article, earlier)
        if story_sha256(article) == newest.story_sha256:
            raise Unchanged(f"{article.id} reads as before")
        if article.extractor_version != newest.extractor_version:
            with self._run.storing():
                self._run.lines.reread(article)
            raise Unchanged(f"{article.id} is only read differently", "reread")
        archive = self._run.archive
        if archive is not None and archive.is_repeat(article.warc):
            # What differs is not the page's: its earlier line is not there any more, say.
            raise Unchanged(f"{article.id} came again byte for byte")
