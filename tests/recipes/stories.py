"""A handful of records with everything in them that a careless count gets wrong."""

from pathlib import Path
from typing import Any

from newscrawl.items import Article, Related
from newscrawl.records import to_line
from tests.making import article

_NOTICE = "Dilarang keras menjalankan crawling untuk AI tanpa izin tertulis."
_LONG = " ".join(["Kapal itu berlayar lagi."] * 20)


def _story(number: int, **changes: Any) -> Article:
    given = {"body": f"{_LONG} Nomor {number}.", "language": "id", "section": "Dunia"}
    return article(number, **(given | changes))


def _link(number: int, host: str = "www", kind: Any = "baca_juga") -> Related:
    url = f"https://{host}.antaranews.com/berita/{number}/kabar"
    return Related(article_id=number, url=url, title="Kabar", kind=kind, after_paragraph=1)


STORIES = [
    # Late on the last day of October in Jakarta; corrected the next morning.
    _story(1, agencies=["Reuters"], translators=["Ani"], date_published="2026-10-31T23:30:00+07:00"),
    _story(
        1,
        agencies=["Reuters", "AFP"],
        translators=["Ani"],
        headline="Kabar yang benar",
        date_published="2026-10-31T23:30:00+07:00",
        fetched_at="2026-11-01T01:30:00Z",
        revision=2,
    ),
    # November where it was written, October in Jakarta.
    _story(2, agencies=["Reuters"], translators=["Ani"], date_published="2026-11-01T00:30:00+08:00"),
    # The text of the first again.
    _story(3, agencies=["Reuters"], translators=["Ani"], near_duplicate_of="antara:1"),
    # Known by its feed entry first: its second revision is no correction.
    _story(4, agencies=[], template="feed", body=None),
    _story(4, agencies=["Xinhua"], revision=2, fetched_at="2026-11-20T06:00:00Z"),
    # Without a date.
    _story(5, agencies=["Xinhua"], date_published=None),
    # No corpus may have these: a notice, English, too short, a guessed body, no article.
    _story(6, rights_notice=_NOTICE),
    _story(7, language="en"),
    _story(8, body="Hanya satu kalimat."),
    _story(9, fallbacks={"body": "generic"}),
    _story(10, kind="video"),
    # Another story 2, of another host, and the newest with links: to the national 4, which has one to 1.
    _story(2, id="antara-jatim:2", edition="jatim", url="https://jatim.antaranews.com/berita/2/kabar"),
    _story(
        11,
        date_published="2026-11-20T10:00:00+07:00",
        related=[_link(2, host="jatim"), _link(1), _link(6, kind="related_news"), _link(99)],
        headline="Gempa di Tallinn",
    ),
]  # fmt: skip


def write(directory: Path) -> Path:
    """Write them as day files under a data directory, which is returned."""
    articles = directory / "antara" / "articles"
    articles.mkdir(parents=True)
    lines = "".join(f"{to_line(story)}\n" for story in STORIES)
    (articles / "2026-11-20.jsonl").write_text(lines, encoding="utf-8")
    return directory
