"""As many records as wished: some days of the miniature again and again, all told apart."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from newscrawl import records
from newscrawl.clock import WIB
from newscrawl.items import Article, Dateline, Discovered, Http, Image
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.story import Story

_FIRST = datetime(2016, 1, 1, tzinfo=WIB)
_YEARS_OF_DAYS = 3_650
_FORMS = 2_000
"""Stories that the records are varied from."""
_CORRECTED = 0.02
_FILE_LINES = 20_000
"""Lines of a day file, as a backfill leaves them."""


def write(articles: Path, count: int, seed: int = 1) -> int:
    """Write day files of that many stories over ten years; return how many lines they have."""
    forms, lines = [_record(story) for story in _stories(seed)], 0
    draw, articles_left = Random(seed), count
    fetched = date(2026, 1, 1)
    numbers = iter(range(1, count + 1))
    articles.mkdir(parents=True)
    while articles_left > 0:
        with (articles / f"{fetched}.jsonl").open("w", encoding="utf-8") as file:
            for number, _ in zip(numbers, range(_FILE_LINES), strict=False):
                for record in _revisions(draw.choice(forms), number, count, fetched, draw):
                    file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
                    lines += 1
        articles_left -= _FILE_LINES
        fetched += timedelta(days=1)
    return lines


def _stories(seed: int) -> Iterator[Story]:
    corpus, day, left = Corpus(seed), date(2026, 6, 1), _FORMS
    while left > 0:
        stories = corpus.stories_of_day(day)
        yield from stories
        left, day = left - len(stories), day + timedelta(days=1)


def _record(story: Story) -> dict[str, Any]:
    """Return what all records that are varied from a story have in common."""
    credit = story.credit
    return records.to_dict(
        Article(
            id="antara:1",
            article_id=1,
            edition="id",
            url="https://www.antaranews.com/berita/1/x",
            headline=story.headline,
            description=story.description,
            section=story.section,
            breadcrumbs=list(story.breadcrumbs),
            tags=list(story.tags),
            language=story.language if story.language in ("id", "en") else None,
            dateline=Dateline(place=story.dateline_place, text=story.dateline_text or ""),
            body="\n\n".join(block.text for block in story.blocks),
            reporters=list(credit.reporters),
            translators=list(credit.translators),
            editors=list(credit.editors),
            agencies=list(credit.agencies),
            images=[Image(url="https://img.antaranews.com/x.jpg", caption=story.headline)],
            copyright_notice=story.copyright_line,
            rights_notice=story.rights_notice,
            template="D",
            discovered=Discovered(via="archive"),
            http=Http(status=200),
            run_id="20260101T000000Z",
        )
    )


def _revisions(
    form: dict[str, Any], number: int, count: int, fetched: date, draw: Random
) -> Iterator[dict[str, Any]]:
    """Yield the record of a story, and that of its correction where it has one."""
    published = _FIRST + timedelta(days=number * _YEARS_OF_DAYS / count)
    body = f"{form['body']}\n\nKabar nomor {number}."
    seen = datetime(fetched.year, fetched.month, fetched.day, tzinfo=UTC)
    times = {
        "fetched_at": f"{seen:%Y-%m-%dT%H:%M:%SZ}",
        "first_seen": f"{seen:%Y-%m-%dT%H:%M:%SZ}",
    }
    record = (
        form
        | times
        | {
            "id": f"antara:{number}",
            "article_id": number,
            "url": f"https://www.antaranews.com/berita/{number}/kabar-{number}",
            "headline": f"{form['headline']} ({number})",
            "date_published": published.isoformat(timespec="seconds"),
            "body": body,
            "word_count": len(body.split()),
            "body_sha256": hashlib.sha256(body.encode()).hexdigest(),
            "related": [_link(number, draw, place) for place in (1, 2, None)] if number > 1 else [],
        }
    )
    yield record
    if draw.random() < _CORRECTED:
        yield record | {"revision": 2, "headline": f"Ralat: {record['headline']}"}


def _link(number: int, draw: Random, place: int | None) -> dict[str, Any]:
    other = max(1, number - draw.randint(1, 40))
    return {
        "article_id": other,
        "url": f"https://www.antaranews.com/berita/{other}/kabar-{other}",
        "title": f"Kabar {other}",
        "kind": "baca_juga" if place else "related_news",
        "after_paragraph": place,
    }
