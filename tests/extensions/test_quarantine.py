"""Pages kept aside: what could not be used, and what no template vouches for."""

import json
from pathlib import Path

from tests.antara.test_generic import BODY, HEADLINE, STORY, unknown
from tests.e2e.crawling import crawl, records, report
from tests.e2e.pages import WWW, path, site, url
from tests.e2e.serving import Answer, PageServer


def test_a_record_read_by_guessing_is_kept_and_its_page_too(tmp_path: Path) -> None:
    """The record is written and flagged; its page's bytes wait in quarantine to be looked at."""
    page = unknown(STORY).encode()
    pages = site(101, 100) | {(WWW, path(100)): Answer(page)}
    with PageServer(pages) as server:
        done = crawl(server.origin, tmp_path)
    assert done.returncode == 0, done.stderr
    assert report(tmp_path)["outcomes"]["new"]
    by_id = {record["article_id"]: record for record in records(tmp_path)}
    assert (by_id[100]["template"], by_id[100]["headline"]) == ("generic", HEADLINE)
    assert (by_id[100]["body"], by_id[101]["template"]) == (BODY, "D")
    (kept,) = (tmp_path / "antara" / "quarantine").glob("*.html")
    assert (kept.read_bytes(), kept.name.endswith("-id-100.html")) == (page, True)
    about = json.loads(kept.with_suffix(".json").read_text("utf-8"))
    assert (about["reason"], about["url"], about["status"]) == ("generic", url(100), 200)
