"""Stories with all that an export may meet, and how they are exported."""

import json
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

from newscrawl.export.exporting import Done, export
from newscrawl.items import Article, Dateline, Discovered, Http, Image, Related, Warc
from newscrawl.kept.selection import Selection
from newscrawl.places import Places
from newscrawl.records import to_line
from tests.making import article, open_run
from tests.needs import programs

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / ".venv-tools" / "bin"
GONE = "2026-11-21T03:00:00Z"
STRANGE = '=1+1;\t"kutip" <b>&\nbaris | dua\\'
"""A headline with what CSV, XML and spreadsheets each have a meaning for."""


def link(number: int, after: int | None = 1, **changes: Any) -> Related:
    """Return a link to the story of a number."""
    parts: dict[str, Any] = {
        "article_id": number,
        "url": f"https://www.antaranews.com/berita/{number}/kabar",
        "title": f"Kabar nomor {number}",
        "after_paragraph": after,
    }
    return Related(**(parts | changes))


def stories() -> list[Article]:
    """Return five stories, the first in two revisions, and one story that is known by its feed."""
    full = {
        "headline": STRANGE,
        "section": "Dunia",
        "breadcrumbs": ["Home", "Dunia"],
        "tags": ["a|b", "c\\d", "pesawat nirawak"],
        "language": "id",
        "date_published": "2026-11-19T23:30:00+08:00",
        "date_modified": "2026-11-20T00:10:30.250000+09:00",
        "dateline": Dateline(place="Baku/Yerevan", text="Baku/Yerevan (ANTARA) - "),
        "reporters": ["Ayu Lestari"],
        "translators": ["Bayu Wiratama", "Ayu Lestari"],
        "editors": ["Dewi Larasati"],
        "agencies": ["Reuters", "AP"],
        "images": [
            Image(url="https://img.example/1.jpg", caption="Satu,\ndua", credit="REUTERS/X"),
            Image(url="https://img.example/2.jpg"),
        ],
        "related": [
            link(2),
            link(900, 3, title=None),
            link(3, None, kind="related_news"),
        ],
        "copyright_notice": "COPYRIGHT © ANTARA 2026",
        "fallbacks": {"language": "meta", "tags": "json-ld"},
        "http": Http(etag='"a"', last_modified="Thu, 19 Nov 2026 02:51:01 GMT"),
        "warc": Warc(file="x.warc.gz", offset=2**40),
    }
    return [
        article(1, **(full | {"headline": "Sebelum diubah", "editors": []})),
        article(1, **full, revision=2, fetched_at="2026-11-20T07:00:00Z"),
        article(2, near_duplicate_of="antara:1", body="Pasukan itu menyerang kota pelabuhan."),
        article(3, near_duplicate_of="antara:77", related=[link(1)], headline="Kabar\x0b\ufffe 3"),
        article(4, date_published=None, kind="photo", body=None, discovered=None, first_seen=None,
                run_id=None),
        article(5, template="feed", body=None, url="https://en.antaranews.com/news/5/five",
                id="antara-en:5", edition="en", discovered=Discovered(via="listing", depth=1)),
    ]  # fmt: skip


def keep(root: Path, *lines: str | Article) -> Path:
    """Write lines, or records, as a crawl keeps them; return the data directory."""
    places = Places.under(root)
    places.articles.mkdir(parents=True, exist_ok=True)
    with (places.articles / "2026-11-20.jsonl").open("a", encoding="utf-8") as file:
        for line in lines:
            file.write((line if isinstance(line, str) else to_line(line)) + "\n")
    return root


def sample(root: Path) -> Path:
    """Keep the stories, of which the third is gone; return the data directory."""
    open_run(keep(root, *stories())).close(0)
    with sqlite3.connect(Places.under(root).ledger) as ledger:
        ledger.execute("UPDATE stories SET gone_since = ? WHERE id = 'antara:3'", (GONE,))
    ledger.close()
    return root


def exported(data: Path, out: Path, chosen: Selection | None = None) -> Done:
    """Export what is kept."""
    return export(Places.under(data), chosen or Selection(), out, lambda *_: None)


def with_tools(script: str, *arguments: object, **environ: str) -> Any:
    """Run a script with the tools that people open exports with; return the JSON it prints."""
    (python,) = programs("python", under=TOOLS)
    done = subprocess.run(
        [python, "-W", "error", "-c", script, *map(str, arguments)],
        env={"PATH": "/usr/bin:/bin"} | environ,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
