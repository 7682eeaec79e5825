"""An archive of several files with all that is hard about one, and what one machine makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.archive.pages import pages, write
from tests.archive.warcs import answer, packed, response
from tests.e2e.crawling import PROJECT
from tests.e2e.pages import story, url
from tests.extraction.cluster.clusters import Running, cluster, extract

_STORIES = 75
_SAVED = PROJECT / "tests" / "fixtures" / "antara" / "d-seed-structure" / "page.html"


@dataclass(frozen=True, slots=True)
class Archive:
    """Files, and what one machine says of them."""

    path: Path
    output: bytes
    errors: bytes


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Return three archives of the replica's stories, one of them damaged; and other files."""
    directory = tmp_path_factory.mktemp("archive")
    files = directory / "files"
    files.mkdir()
    stories = list(pages(_STORIES))
    for number in range(3):
        made = directory / str(number)
        made.mkdir()
        write(made, stories[number::3])
        (warc,) = (made / "warc").iterdir()
        (files / f"{number}.warc.gz").write_bytes(warc.read_bytes())
    _damage(files / "1.warc.gz")
    several = [response(n, answer(story(n).body)) for n in range(901, 911)]
    for place, page in zip((1, 5, 11), _several(900), strict=True):
        several.insert(place, page)
    (files / "3.warc.gz").write_bytes(packed(several))
    (files / "4.warc").write_bytes(b"".join(several[:5]))  # a page of the story is missing
    (files / "5.html").write_bytes(_SAVED.read_bytes())
    (files / "6.html").write_bytes(b"<html><body><p>x</p></body></html>")
    (files / "7.warc.gz").touch()
    done = extract(files)
    assert done.returncode == 1
    assert done.stdout.count(b"\n") > _STORIES
    return Archive(files, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Return a cluster of two workers, for tests that leave it as it is."""
    with cluster(tmp_path_factory.mktemp("cluster")) as started:
        yield started


def _damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in (len(content) // 3, len(content) // 2):
        content[at : at + 900] = bytes(900)
    path.write_bytes(content[:-300])


def _several(number: int) -> list[bytes]:
    """Return the records of a story of three pages."""
    addresses = [url(number), f"{url(number)}?page=2", f"{url(number)}?page=3"]
    links = "".join(
        f'<li><a href="{address}">{page}</a></li>' for page, address in enumerate(addresses, 1)
    )
    found = []
    for address, text in zip(addresses, ("pertama", "kedua", "ketiga"), strict=True):
        body = story(number, body=f"Bagian {text} dari kabar itu panjang.").body.decode()
        pager = f'</p><ul class="pagination">{links}</ul><p class'
        whole = answer(body.replace("</p><p class", pager, 1).encode())
        found.append(response(number, whole, WARC_Target_URI=address))
    return found
