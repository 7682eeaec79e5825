"""The worked example of a new era works as it is printed."""

import json
import shutil
from pathlib import Path

import pytest

from tests.docs.blocks import PROJECT, blocks
from tests.docs.checkout import checkout, run

_TEMPLATES = Path("newscrawl/antara/templates")
_CASE = Path("tests/fixtures/antara/e-plain")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return a checkout whose package may be changed."""
    where = checkout(tmp_path / "newscrawl", None)
    (where / "newscrawl").unlink()
    shutil.copytree(PROJECT / "newscrawl", where / "newscrawl")
    return where


def test_the_example_reads_its_page(here: Path, tmp_path: Path) -> None:
    """The class of the document, put where it says, makes the document's record of its page."""
    document = PROJECT / "docs" / "new-era.md"
    (template,) = blocks(document, "python")
    (page,) = blocks(document, "html")
    meta, expected = (json.loads(block.text) for block in blocks(document, "json"))
    (here / _TEMPLATES / "era_e.py").write_text(template.text, encoding="utf-8")
    _register(here / _TEMPLATES / "__init__.py")
    path = tmp_path / "page.html"
    path.write_text(page.text, encoding="utf-8")
    told = ["--url", meta["url"], "--fetched-at", meta["fetched_at"]]
    done = run(["scrapy", "extract", str(path), *told], here)
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert {name: record[name] for name in expected} == expected
    assert set(record) - set(expected) == {"word_count", "body_sha256"}


def _register(path: Path) -> None:
    """Do what the document says in words: an import, and the class before the last era's."""
    text = path.read_text(encoding="utf-8")
    imported = "from newscrawl.antara.templates.era_d import EraD\n"
    assert imported in text
    assert "(Amp, EraD," in text
    text = text.replace(
        imported, f"{imported}from newscrawl.antara.templates.era_e import EraE\n"
    ).replace("(Amp, EraD,", "(Amp, EraE, EraD,")
    path.write_text(text, encoding="utf-8")
