"""Where a page stands, as messages say it."""

from newscrawl.archive.captures import Capture, Damage
from newscrawl.extraction.sources import Item, Story


def printable(text: str) -> str:
    """Return text with what would move a terminal's cursor, or is no character, written out."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def place(page: Item) -> str:
    """Return a file, and the byte in it where it is an archive."""
    match page:
        case Story():
            return place(page.first)
        case Capture() | Damage():
            return printable(f"{page.path}:{page.offset}")
    return printable(str(page.path))
