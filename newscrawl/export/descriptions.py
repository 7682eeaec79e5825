"""What each field means, in the words of ``newscrawl/items.py``."""

from typing import Any

from newscrawl.schema import article_schema

GONE_SINCE = "Since when the site has the story no more, UTC; null while it is there."


def descriptions() -> dict[str, str]:
    """Return the meaning of each field by its name; of nested ones as ``images.url``."""
    told = {"gone_since": GONE_SINCE}
    for name, schema in article_schema()["properties"].items():
        told[name] = schema["description"]
        nested: dict[str, Any] = schema.get("items", schema).get("properties", {})
        told |= {f"{name}.{inner}": part["description"] for inner, part in nested.items()}
    return told
