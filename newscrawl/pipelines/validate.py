"""First pipeline: a record that would mislead its readers is dropped, with a named reason."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from fastjsonschema import JsonSchemaValueException
from scrapy.crawler import Crawler

from newscrawl.items import Article
from newscrawl.ledger.rules import Rules
from newscrawl.pipelines.drops import Invalid, OutOfRange
from newscrawl.records import to_dict
from newscrawl.schema import validator

if TYPE_CHECKING:
    from newscrawl.spiders.antara import AntaraSpider


class ValidatePipeline:
    """Checks a record against the range of a run, the schema, and what makes a story."""

    def __init__(self, rules: Rules) -> None:
        """Check on behalf of a run of these rules."""
        self._rules = rules
        self._validate = validator()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the pipeline of a crawler."""
        spider: AntaraSpider = crawler.spider  # type: ignore[assignment]
        return cls(spider.arguments)

    def process_item(self, article: Article) -> Article:
        """Let a good record through.

        Raises:
            OutOfRange: it is outside the run's range.
            Invalid: it breaks the schema, or lacks headline or body.
        """
        if flaw := article.flaw():
            raise Invalid(f"{article.id}: {flaw}", flaw)
        try:
            self._validate(to_dict(article))
        except JsonSchemaValueException as error:
            raise Invalid(f"{article.id}: {error.message}", "schema") from error
        self._check_range(article)
        return article

    def _check_range(self, article: Article) -> None:
        if article.date_published is None:
            return
        published = datetime.fromisoformat(article.date_published)
        if self._rules.skip_reason(0, published):
            raise OutOfRange(f"{article.id} was published {article.date_published}")
