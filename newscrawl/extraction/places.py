"""Where a page stands, as messages say it."""

from newscrawl.archive.captures import Capture, Damage
from newscrawl.extraction.sources import Item, Story


def place(page: Item) -> str:
    """Return a file, and the byte in it where it is an archive."""
    match page:
        case Story():
            return place(page.first)
        case Capture() | Damage():
            return f"{page.path}:{page.offset}"
    return str(page.path)
