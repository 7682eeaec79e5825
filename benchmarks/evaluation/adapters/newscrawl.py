"""newscrawl itself, through the protocol that its peers go through."""

from datetime import datetime

from benchmarks.evaluation.protocol import Answer, Request, serve
from newscrawl.antara.articles import EXTRACTOR_VERSION, extract
from newscrawl.records import to_dict

_SAME = (
    "headline",
    "description",
    "section",
    "tags",
    "language",
    "date_published",
    "date_modified",
    "body",
    "reporters",
    "translators",
    "editors",
)


def _read(request: Request) -> Answer:
    article = extract(request.page, request.url, datetime.fromisoformat(request.fetched_at))
    record = to_dict(article)
    answer = {name: record[name] for name in _SAME}
    image = record["images"][0]["url"] if record["images"] else None
    authors = record["reporters"] or record["translators"]
    return answer | {"image": image, "authors": authors, "record": record}


if __name__ == "__main__":
    fields = [*_SAME, "image", "authors", "record"]
    serve("newscrawl", fields, _read, f"this checkout, extractor {EXTRACTOR_VERSION}")
