"""newspaper4k, told that the language is Indonesian."""

from newspaper import Article

from benchmarks.evaluation.protocol import Answer, Request, serve

_FIELDS = (
    "headline",
    "description",
    "tags",
    "language",
    "date_published",
    "authors",
    "image",
    "body",
)


def _read(request: Request) -> Answer:
    found = Article(request.url, language="id", fetch_images=False)
    found.download(input_html=request.text)
    found.parse()
    return {
        "headline": found.title,
        "description": found.meta_description,
        "tags": list(found.tags or found.meta_keywords or []),
        "language": found.meta_lang,
        "date_published": found.publish_date.isoformat() if found.publish_date else None,
        "authors": found.authors,
        "image": found.top_image,
        "body": found.text,
    }


if __name__ == "__main__":
    serve("newspaper4k", _FIELDS, _read)
