"""The egg that scrapyd-client builds of the checkout, and the environment that it is run in."""

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from newscrawl.records import to_dict
from tests import needs
from tests.e2e.crawling import PROJECT
from tests.making import article
from tests.scrapyd.serving import ENVIRONMENT, clean, copy_of_the_checkout, deploy
from tests.test_requirements import lines, requirement

_FREEZE = ("-m", "pip", "--disable-pip-version-check", "freeze", "--all")
_FILES = ("requirements.txt", "requirements-scrapyd.txt")


@pytest.fixture(scope="module")
def egg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an egg of a clean copy of the checkout."""
    directory = tmp_path_factory.mktemp("egg")
    path = directory / "newscrawl.egg"
    done = deploy(copy_of_the_checkout(directory), "--build-egg", str(path))
    assert done.returncode == 0, done.stderr
    return path


def test_all_of_the_package_is_in_the_egg(egg: Path) -> None:
    """Modules, tables and what the report is drawn with are in it, and nothing else is."""
    root = PROJECT / "newscrawl"
    source = {
        str(path.relative_to(PROJECT))
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {
        name
        for name in zipfile.ZipFile(egg).namelist()
        if not name.startswith("EGG-INFO/") and "__pycache__" not in name
    }
    assert packed == source


def test_what_reads_files_of_the_package_does_so_in_an_egg(egg: Path, tmp_path: Path) -> None:
    """``scrapy report``, with tables and assets, draws a page where all of them are in the zip."""
    (python,) = needs.programs("python", under=ENVIRONMENT / "bin")
    articles = tmp_path / "data" / "antara" / "articles"
    articles.mkdir(parents=True)
    line = json.dumps(to_dict(article(headline="Gempa di Jepang")))
    (articles / "2026-11-20.jsonl").write_text(line + "\n", encoding="utf-8")
    done = subprocess.run(
        [python, "-m", "scrapy", "report", "antara", "--output", "report.html"],
        cwd=tmp_path,
        env=clean() | {"PYTHONPATH": str(egg), "SCRAPY_SETTINGS_MODULE": "newscrawl.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert len(page) > 100_000
    assert '"JP"' in page


def test_the_environment_is_what_the_requirements_pin() -> None:
    """Nothing is in Scrapyd's environment that is not pinned, for a job's needs and its own."""
    (python,) = needs.programs("python", under=ENVIRONMENT / "bin")
    pins = [requirement(line) for name in _FILES for line in lines((PROJECT / name).read_text())]
    here = {str(pin).partition(";")[0].strip().lower() for pin in pins if _applies(pin.marker)}
    installed = subprocess.run([python, *_FREEZE], capture_output=True, text=True, check=True)
    found = {line.lower() for line in installed.stdout.splitlines()}
    assert {line for line in found ^ here if not line.startswith(("pip==", "wheel=="))} == set()


def _applies(marker: object) -> bool:
    return marker is None or bool(marker.evaluate())  # type: ignore[attr-defined]  # packaging's


@pytest.mark.parametrize("line", lines((PROJECT / _FILES[1]).read_text(encoding="utf-8")))
def test_its_own_pins_are_exact(line: str) -> None:
    """A version is named with ``==``."""
    assert str(requirement(line).specifier).startswith("==")
