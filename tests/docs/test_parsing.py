"""Commands in the documents are well formed, also those that no test can run."""

import argparse
import importlib
import re
from pathlib import Path

import pytest
from scrapy.settings import Settings
from scrapy.utils.conf import arglist_to_dict
from scrapy.utils.project import get_project_settings

from newscrawl import settings as ours
from newscrawl.doctor.arguments import doctor_arguments
from newscrawl.kept.selection import selection
from newscrawl.options import check_settings
from newscrawl.spiders.arguments import parse
from tests.docs.blocks import PROJECT, blocks, documents, name_of, spans
from tests.docs.lines import commands

_TARGETS = frozenset(
    re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
)
_WHEN = re.compile(r"^[\d*/,-]+ +(?:\S+ +){4}", re.MULTILINE)
"""The minute of a crontab's line, and the four fields behind it."""
_LATER = "2027-06-01T12:00:00+07:00\n"
"""No day in a document is still to come."""


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_commands_are_well_formed(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Targets of make exist, and so do commands, options, arguments and settings of scrapy."""
    time = tmp_path / "clock"
    time.write_text(_LATER, encoding="ascii")
    monkeypatch.setenv("NEWSCRAWL_CLOCK", str(time))
    for block in blocks(document, "sh", "crontab"):
        for words in commands(_WHEN.sub("", block.text)):
            _check(words, str(block))


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_commands_in_sentences_exist(document: Path) -> None:
    """``make docs`` or ``scrapy verify antara`` within a sentence names what there is."""
    for span in spans(document):
        words = span.split()
        if words[0] == "make" and len(words) > 1:
            assert words[1] in _TARGETS, span
        elif words[0].rpartition("/")[2] == "scrapy" and len(words) > 1:
            importlib.import_module(f"newscrawl.commands.{words[1]}")


def _check(words: list[str], where: str) -> None:
    program, *rest = words
    if program == "make":
        for word in rest:
            name, is_assigned, value = word.partition("=")
            assert is_assigned or name in _TARGETS, f"{where}: make has no target {name}"
            if name == "ARGS" and "crawl" in rest:
                _check(["scrapy", "crawl", "antara", *value.split()], where)
        return
    _check_scrapy(rest, where)


def _check_scrapy(rest: list[str], where: str) -> None:
    name, *given = rest
    settings = Settings(get_project_settings())
    command = importlib.import_module(f"newscrawl.commands.{name}").Command()
    command.settings = settings
    parser = argparse.ArgumentParser(conflict_handler="resolve", exit_on_error=False)
    command.add_options(parser)
    opts, args = parser.parse_known_args(given)
    unknown = [word for word in args if word.startswith("-")]
    assert not unknown, f"{where}: scrapy {name} has no option {unknown}"
    settings.setdict(arglist_to_dict(opts.set))
    for setting in arglist_to_dict(opts.set):
        assert setting in vars(ours) or setting in Settings(), f"{where}: no setting {setting}"
    check_settings(settings)
    _check_arguments(name, args, opts, where)


def _check_arguments(name: str, args: list[str], opts: argparse.Namespace, where: str) -> None:
    if name != "extract":
        assert args[:1] == ["antara"], f"{where}: scrapy {name} takes antara first"
    if name == "crawl":
        parse(arglist_to_dict(opts.spargs))
    elif name == "doctor":
        doctor_arguments(arglist_to_dict(opts.spargs))
    elif hasattr(opts, "since"):
        selection(opts)
