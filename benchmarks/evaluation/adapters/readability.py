"""readability-lxml: a title and the markup of the story, whose text is taken block by block."""

import re

from lxml import html
from readability import Document

from benchmarks.evaluation.protocol import Answer, Request, serve

_BLOCKS = "//p|//div|//br|//li|//h1|//h2|//h3|//h4|//blockquote|//tr"
_FIELDS = ("headline", "body")


def _read(request: Request) -> Answer:
    found = Document(request.page)
    summary = found.summary(html_partial=True)
    return {"headline": found.short_title(), "body": _text(summary)}


def _text(markup: str) -> str:
    root = html.fromstring(markup)
    for element in root.xpath(_BLOCKS):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in re.split(r"\n", root.text_content()))
    return "\n".join(line for line in lines if line)


if __name__ == "__main__":
    serve("readability-lxml", _FIELDS, _read)
