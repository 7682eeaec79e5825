"""trafilatura: standard, or with ``precision`` as its argument."""

import sys

from trafilatura import bare_extraction

from benchmarks.evaluation.protocol import Answer, Request, serve

_FIELDS = (
    "headline",
    "description",
    "section",
    "tags",
    "date_published",
    "authors",
    "image",
    "body",
)


def _read(request: Request) -> Answer:
    found = bare_extraction(
        request.page, url=request.url, with_metadata=True, favor_precision="precision" in sys.argv
    )
    if found is None or isinstance(found, dict):
        return {}
    return {
        "headline": found.title,
        "description": found.description,
        "section": "; ".join(found.categories or []),
        "tags": [tag for tags in found.tags or [] for tag in tags.split(",")],
        "date_published": found.date,
        "authors": found.author.split("; ") if found.author else [],
        "image": found.image,
        "body": found.text,
    }


if __name__ == "__main__":
    serve("trafilatura", _FIELDS, _read)
