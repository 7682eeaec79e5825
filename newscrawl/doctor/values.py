"""Values in short, for a column of a table; nothing in them can steer a terminal."""

from datetime import timedelta

from newscrawl.antara.text import fold
from newscrawl.items import Article, Image

_LONGEST = 60
_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def age(span: timedelta) -> str:
    """Return a span of time in its largest unit: ``12 minutes``."""
    seconds = max(0, int(span.total_seconds()))
    name, size = next((unit for unit in _UNITS if seconds >= unit[1]), _UNITS[-1])
    number = seconds // size
    return f"{number} {name}" + ("" if number == 1 else "s")


def printable(text: str) -> str:
    """Return one line in which everything that a terminal would not print is a ``?``."""
    return "".join(c if c.isprintable() else "?" for c in fold(text))


def cut(text: str, longest: int = _LONGEST) -> str:
    """Return one printable line of bounded length."""
    line = printable(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def value_of(article: Article, field: str) -> str | None:
    """Return what a record has in a field, in short; None where it has nothing."""
    value = getattr(article, field)
    if not value:
        return None
    if field == "body":
        value = f"{article.word_count} words: {value}"
    elif field == "dateline":
        value = value.text
    elif field == "images":
        value = _images(value)
    elif field == "related":
        value = f"{len(value)}: {value[0].title or value[0].url}"
    elif isinstance(value, list):
        value = ", ".join(value)
    return cut(value)


def _images(images: list[Image]) -> str:
    captions = [image.caption for image in images if image.caption]
    credited = sum(1 for image in images if image.credit)
    said = f"{len(images)} ({len(captions)} with caption, {credited} with credit)"
    return f"{said}: {captions[0]}" if captions else said
