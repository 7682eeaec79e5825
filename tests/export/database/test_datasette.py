"""Datasette on an exported file, asked over HTTP as a browser asks."""

import http.client
import json
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

import pytest

from tests.export.sample import STRANGE, TOOLS, exported, keep, sample
from tests.making import article
from tests.needs import programs

_PATIENCE_SECONDS = 60
Ask = Callable[[str], str]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Start Datasette on the sample; return what asks it for a path."""
    (datasette,) = programs("datasette", under=TOOLS)
    directory = tmp_path_factory.mktemp("datasette")
    data = keep(sample(directory / "data"), article(6, body="Kota itu diserang."))
    done = exported(data, directory / "antara.db")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [datasette, "antara.db", "--metadata", str(done.metadata), "-h", "127.0.0.1", "-p"]
    server = subprocess.Popen(
        [*command, str(port)], cwd=directory, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    )
    try:
        _wait_for(port, server)
        yield lambda path: _get(port, path)
    finally:
        server.terminate()
        server.wait(timeout=_PATIENCE_SECONDS)


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            assert server.poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)
        else:
            return


def _get(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
    finally:
        connection.close()
    assert answer.status == 200, text
    return text


def rows(ask: Ask, path: str) -> list[dict[str, Any]]:
    """Return the rows of a table or a query."""
    mark = "&" if "?" in path else "?"
    told: list[dict[str, Any]] = json.loads(ask(f"{path}{mark}_shape=array"))
    return told


class Links(HTMLParser):
    """Collects where the links of a page lead."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the address of a link."""
        self.found += [value for name, value in attrs if (tag, name) == ("a", "href") and value]


@pytest.mark.parametrize("asked", ["serangan", "menyerang", "DISERANG!", "serangan kota"])
def test_one_form_of_a_word_finds_the_others(ask: Ask, asked: str) -> None:
    """Full-text search for serangan finds stories that only have menyerang or diserang."""
    told = rows(ask, f"/antara/search.json?words={quote(asked)}")
    assert sorted(row["id"] for row in told) == ["antara:2", "antara:6"]


@pytest.mark.parametrize("asked", ['"', "a OR (", "NEAR(*", ":", "%00"])
def test_signs_in_a_question_are_no_error(ask: Ask, asked: str) -> None:
    """A question with signs that FTS5 has a meaning for is answered."""
    assert rows(ask, f"/antara/search.json?words={quote(asked)}") == []


@pytest.mark.parametrize(
    ("query", "count", "first"),
    [
        ("stories_of_a_day.json?day=2026-11-20", 4, {"id": "antara:2"}),
        ("coverage_by_agency.json", 2, {"month": "2026-11", "stories": 1}),
        ("stories_of_a_person.json?name=lestari", 1, {"name": "Ayu Lestari", "id": "antara:1"}),
        ("corrections.json", 1, {"headline": STRANGE, "headline_before": "Sebelum diubah"}),
        ("gone.json", 1, {"id": "antara:3"}),
        ("most_linked.json", 4, {"linked_from": 1, "in_this_file": 1}),
    ],
)
def test_canned_queries_answer(ask: Ask, query: str, count: int, first: dict[str, Any]) -> None:
    """Each of them finds what the sample has."""
    told = rows(ask, f"/antara/{query}")
    assert len(told) == count
    assert first.items() <= told[0].items()


def test_foreign_keys_lead_on(ask: Ask) -> None:
    """From a link to both its stories, and from a story to what leads to it."""
    story = "/antara/articles/antara~3A1"
    links = Links(ask("/antara/links")).found
    assert {story, "/antara/articles/antara~3A2", "/antara/linked/antara~3A900"} <= set(links)
    page = Links(ask(story)).found
    for table in ("links?source", "links?target", "article_people?article", "images?article"):
        assert any(table in link for link in page), table
    (label,) = {row["article"]["label"] for row in rows(ask, "/antara/images.json?_labels=on")}
    assert label == STRANGE


def test_the_search_box_of_the_table(ask: Ask) -> None:
    """Datasette's own search finds words as they are written, in the same index."""
    told = rows(ask, "/antara/articles.json?_search=menyerang")
    assert [row["id"] for row in told] == ["antara:2"]
    assert 'name="_search"' in ask("/antara/articles")


def test_pages_say_what_they_show(ask: Ask) -> None:
    """Titles, descriptions, units and facets stand on the pages; headlines are escaped."""
    front, table = ask("/antara"), ask("/antara/articles")
    assert "world news" in front
    assert "Search stories" in front
    assert "articles_fts_data" not in front.split("hidden table")[0]
    assert "stems" not in Links(front.split("hidden table")[0]).found
    assert "words" in table
    assert "<b>&" not in table
    assert "&lt;b&gt;&amp;" in table
    assert "_facet=section" in table or "facet" in table
