"""news-please, as its function for a page at hand is called, without fetching pictures."""

from datetime import datetime

from newsplease import NewsPlease

from benchmarks.evaluation.protocol import Answer, Request, serve

_FIELDS = (
    "headline",
    "description",
    "language",
    "date_published",
    "date_modified",
    "authors",
    "image",
    "body",
)


def _iso(value: datetime | str | None) -> str | None:
    return value.isoformat() if isinstance(value, datetime) else value


def _read(request: Request) -> Answer:
    found = NewsPlease.from_html(request.text, url=request.url, fetch_images=False)
    return {
        "headline": found.title,
        "description": found.description,
        "language": found.language,
        "date_published": _iso(found.date_publish),
        "date_modified": _iso(found.date_modify),
        "authors": found.authors,
        "image": found.image_url,
        "body": found.maintext,
    }


if __name__ == "__main__":
    serve("news-please", _FIELDS, _read)
