"""ArticleLoader: which processor serves which field of the record."""

import re
from html import unescape
from typing import Any

from itemloaders import ItemLoader
from itemloaders.processors import Identity, Join, MapCompose, TakeFirst

from newscrawl.antara.dates import local_iso, stated_time
from newscrawl.antara.people import split_names
from newscrawl.antara.text import fold
from newscrawl.items import Article

_PARAGRAPH_END = "\n\n"


class Unique:
    """Processor that keeps the first of equal values, and of spellings in other letters."""

    def __call__(self, values: list[str]) -> list[str]:
        """Return the values, each once."""
        kept: dict[str, str] = {}
        for value in values:
            kept.setdefault(value.casefold(), value)
        return list(kept.values())


def split_tags(text: str) -> list[str]:
    """Return tags that are joined by commas, without ``#``."""
    tags = (fold(tag).lstrip("#").strip() for tag in text.split(","))
    return [tag for tag in tags if tag]


def language_code(text: str) -> str | None:
    """Return the language of a BCP 47 tag without its region: ``id-ID`` is ``id``."""
    code = re.split(r"[-_]", fold(text))[0].lower()
    return code if code in ("id", "en") else None


def iso_time(text: str) -> str | None:
    """Return a stated time as the record has it, or None when it is no ISO 8601 time."""
    moment = stated_time(text)
    return local_iso(moment) if moment else None


class ArticleLoader(ItemLoader):
    """Collects what is found for the fields of a record; of single values the first counts.

    A field that was found nowhere keeps the record's empty value.
    """

    # A dict, not an Article: the defaults of an Article would count as values already found.
    default_item_class = dict
    default_output_processor = TakeFirst()

    # Metadata is sometimes escaped twice.
    headline_in = MapCompose(unescape, fold)
    description_in = MapCompose(unescape, fold)
    section_in = MapCompose(fold)
    breadcrumbs_in = MapCompose(fold)
    breadcrumbs_out = Identity()
    tags_in = MapCompose(split_tags)
    tags_out = Unique()
    language_in = MapCompose(language_code)
    date_published_in = MapCompose(iso_time)
    date_modified_in = MapCompose(iso_time)
    body_out = Join(_PARAGRAPH_END)
    reporters_in = MapCompose(split_names)
    reporters_out = Unique()
    translators_out = Unique()
    editors_out = Unique()
    agencies_out = Unique()
    images_out = Identity()
    related_out = Identity()

    def has(self, field: str) -> bool:
        """Tell whether anything usable was found for a field."""
        return any(value not in ("", None) for value in self.get_collected_values(field))

    def load_article(self) -> Article:
        """Return the record of what was found."""
        found: dict[str, Any] = self.load_item()
        return Article(**{name: value for name, value in found.items() if value is not None})
