"""lxml alone: the page becomes a tree, and nothing is looked for in it."""

from lxml import html

from benchmarks.evaluation.protocol import Answer, Request, serve


def _read(request: Request) -> Answer:
    html.fromstring(request.page)
    return {}


if __name__ == "__main__":
    serve("lxml", [], _read)
