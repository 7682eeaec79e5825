"""Building blocks of the templates' XPath."""


def has_class(name: str) -> str:
    """Return the XPath condition that an element has a class, whatever others it has too."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"
