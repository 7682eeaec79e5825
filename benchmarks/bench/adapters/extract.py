"""newscrawl's ``extract``, which makes the record of a page; nothing is done with it."""

from datetime import datetime

from benchmarks.evaluation.protocol import Answer, Request, serve
from newscrawl.antara.articles import EXTRACTOR_VERSION, Hints, extract

_HINTS = Hints("text/html; charset=utf-8")


def _read(request: Request) -> Answer:
    extract(request.page, request.url, datetime.fromisoformat(request.fetched_at), _HINTS)
    return {}


if __name__ == "__main__":
    serve("newscrawl", [], _read, f"extractor {EXTRACTOR_VERSION}")
