"""ArticleLoader: which processor serves which field of the record."""

import re
from collections.abc import Callable, Iterable
from html import unescape
from typing import Any

from itemloaders import ItemLoader
from itemloaders.processors import Identity, Join, TakeFirst

from newscrawl.antara.dates import local_iso, stated_time
from newscrawl.antara.people import split_names
from newscrawl.antara.text import fold
from newscrawl.items import Article

_PARAGRAPH_END = "\n\n"


class Each:
    """Processor that puts each value through a function; None is dropped.

    ``MapCompose`` does the same with more functions and a context for them, at a multiple of the
    cost.
    """

    def __init__(self, read: Callable[[str], Any]) -> None:
        """Take the function."""
        self._read = read

    def __call__(self, values: Iterable[str]) -> list[Any]:
        """Return what the function makes of the values."""
        return [found for found in map(self._read, values) if found is not None]


class Parted:
    """Processor that parts each value into several."""

    def __init__(self, part: Callable[[str], list[str]]) -> None:
        """Take the function that parts."""
        self._part = part

    def __call__(self, values: Iterable[str]) -> list[str]:
        """Return the parts of all values."""
        return [part for value in values for part in self._part(value)]


class Unique:
    """Processor that keeps the first of equal values, and of spellings in other letters."""

    def __call__(self, values: list[str]) -> list[str]:
        """Return the values, each once."""
        if len(values) < 2:  # noqa: PLR2004 - nothing to compare
            return values
        kept: dict[str, str] = {}
        for value in values:
            kept.setdefault(value.casefold(), value)
        return list(kept.values())


def split_tags(text: str) -> list[str]:
    """Return tags that are joined by commas, without ``#``."""
    tags = (fold(tag).lstrip("#").strip() for tag in text.split(","))
    return [tag for tag in tags if tag]


def printed(text: str) -> str:
    """Return the text that metadata mean; it is sometimes escaped twice."""
    return fold(unescape(text))


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

    headline_in = Each(printed)
    description_in = Each(printed)
    section_in = Each(fold)
    breadcrumbs_in = Each(fold)
    breadcrumbs_out = Identity()
    tags_in = Parted(split_tags)
    tags_out = Unique()
    language_in = Each(language_code)
    date_published_in = Each(iso_time)
    date_modified_in = Each(iso_time)
    body_out = Join(_PARAGRAPH_END)
    reporters_in = Parted(split_names)
    reporters_out = Unique()
    translators_out = Unique()
    editors_out = Unique()
    agencies_out = Unique()
    images_out = Identity()
    related_out = Identity()

    def get_input_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what serves the values of a field as they come.

        The general way looks for it in the item's class too, and for functions among the methods.
        """
        found: Callable[..., Any] = getattr(self, f"{field_name}_in", self.default_input_processor)
        return found

    def get_output_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what makes the field's value of those."""
        found: Callable[..., Any] = getattr(
            self, f"{field_name}_out", self.default_output_processor
        )
        return found

    def add(self, field: str, found: Any) -> None:
        """Add a value, or a list of values, for a field; ``add_value`` does the same.

        It also looks for regular expressions, and for a context that a processor may ask for, which
        none of these does, and costs a multiple.
        """
        processed = self.get_input_processor(field)(found if isinstance(found, list) else [found])
        if processed:
            self._values.setdefault(field, []).extend(processed)

    def has(self, field: str) -> bool:
        """Tell whether anything usable was found for a field."""
        return any(value not in ("", None) for value in self.get_collected_values(field))

    def load_article(self) -> Article:
        """Return the record of what was found: what ``load_item`` puts into a dict."""
        found = {name: self.get_output_processor(name)(all_) for name, all_ in self._values.items()}
        return Article(**{name: value for name, value in found.items() if value is not None})
