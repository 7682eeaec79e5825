"""The requirement files: what they pin, and that it is what is installed."""

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FILES = ("requirements.txt", "requirements-dask.txt", "requirements-dev.txt")
SECOND_PART = "# What those pull in."
INSTALLER = "pip"
"""sqlite-utils names it as a need; it is there before anything else is, and pins do not bind it."""


def lines(text: str) -> list[str]:
    """Return the lines of a requirements file that name a package."""
    return [line for line in text.splitlines() if line and not line.startswith(("#", "-r "))]


def parts(name: str) -> tuple[list[str], list[str]]:
    """Return a file's direct requirements and those that they pull in."""
    first, second = (ROOT / name).read_text(encoding="utf-8").split(SECOND_PART)
    return lines(first), lines(second)


def requirement(line: str) -> Requirement:
    """Return a line's requirement without the comment after it."""
    return Requirement(line.partition("  #")[0])


ALL_LINES = [line for name in FILES for part in parts(name) for line in part]
DIRECT_LINES = [line for name in FILES for line in parts(name)[0]]


def pins() -> dict[str, str]:
    """Return the version pinned for each package that this Python needs."""
    found = [requirement(line) for line in ALL_LINES]
    return {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
        for pin in found
        if pin.marker is None or pin.marker.evaluate()
    }


def needed_by(wanted: Requirement) -> Iterator[Requirement]:
    """Yield what an installed package needs on this Python, with the extras asked for."""
    for text in metadata.requires(wanted.name) or []:
        need = Requirement(text)
        extras = ("", *wanted.extras)
        if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras):
            yield need


def closure() -> set[str]:
    """Return the names of the direct packages and of everything that they pull in here."""
    waiting = [requirement(line) for line in DIRECT_LINES]
    seen: dict[tuple[str, frozenset[str]], str] = {}
    while waiting:
        wanted = waiting.pop()
        key = (canonicalize_name(wanted.name), frozenset(wanted.extras))
        if key not in seen:
            seen[key] = key[0]
            waiting.extend(needed_by(wanted))
    return set(seen.values())


@pytest.mark.parametrize("line", ALL_LINES)
def test_every_line_is_an_exact_pin(line: str) -> None:
    """A version is named with ``==`` and nothing else, so that every machine gets the same."""
    pinned = str(requirement(line).specifier)
    assert re.fullmatch(r"==\d+(\.\w+)*", pinned), line


@pytest.mark.parametrize("line", DIRECT_LINES)
def test_every_direct_dependency_says_why_it_is_there(line: str) -> None:
    """A direct dependency has its reason beside it."""
    assert re.search(r"  # \w.+$", line)


def test_no_package_is_pinned_twice() -> None:
    """One package, one line: two pins could part ways."""
    names = [canonicalize_name(requirement(line).name) for line in ALL_LINES]
    assert len(names) == len(set(names))


def test_all_that_the_direct_dependencies_pull_in_is_pinned() -> None:
    """Whatever an installation brings along is pinned, on the Python that runs this test."""
    assert closure() - pins().keys() == {INSTALLER}


def test_nothing_is_pinned_that_nothing_needs() -> None:
    """A package that no direct dependency needs any more leaves the files."""
    assert pins().keys() - closure() == set()


def test_installed_versions_are_the_pinned_ones() -> None:
    """The tests run on what the files pin, not on what happens to be installed."""
    installed = {name: metadata.version(name) for name in pins()}
    assert installed == pins()


@pytest.mark.parametrize("name", sorted(pins()))
def test_pins_install_on_the_oldest_python_promised(name: str) -> None:
    """Each pin takes the first release of the oldest Python that ``requires-python`` names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=") + ".0"
    needs = metadata.metadata(name).json.get("requires_python", "")
    assert SpecifierSet(str(needs)).contains(oldest), f"{name} needs Python {needs}"
