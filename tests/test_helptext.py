"""What ``--help`` says."""

import argparse
import shlex
from pathlib import Path

import pytest
from scrapy.cmdline import ScrapyArgumentParser
from scrapy.commands import ScrapyCommand
from scrapy.utils.project import get_project_settings

from newscrawl.commands import crawl, doctor, export, extract, report, verify
from newscrawl.doctor.arguments import doctor_arguments
from newscrawl.export.formats import ENDINGS, ending_of
from newscrawl.extraction.arguments import parse as parse_extract
from newscrawl.kept.selection import selection
from newscrawl.options import check_settings
from newscrawl.spiders.arguments import TAKES
from newscrawl.spiders.arguments import parse as parse_crawl

COMMANDS: dict[str, type[ScrapyCommand]] = {
    "crawl": crawl.Command,
    "doctor": doctor.Command,
    "export": export.Command,
    "extract": extract.Command,
    "report": report.Command,
    "verify": verify.Command,
}


def made(name: str) -> tuple[ScrapyCommand, argparse.ArgumentParser]:
    """Return a command and its parser, made as Scrapy makes them."""
    command = COMMANDS[name]()
    command.settings = get_project_settings()
    parser = ScrapyArgumentParser(
        usage=f"scrapy {name} {command.syntax()}",
        conflict_handler="resolve",
        description=command.long_desc(),
    )
    command.add_options(parser)
    return command, parser


def examples(name: str) -> list[str]:
    """Return the command lines that the help shows."""
    _, parser = made(name)
    lines = parser.format_help().partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert all(line.startswith("  scrapy ") for line in lines)
    return [line.strip() for line in lines]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line has more than 80 columns; exit codes and examples stand on lines of their own."""
    monkeypatch.setenv("COLUMNS", "80")
    text = made(name)[1].format_help()
    assert max(map(len, text.splitlines())) <= 80
    rows = text.partition("\nExit Codes\n==========\n")[2].splitlines()
    assert rows[0].split()[0] == "0"
    assert "2  bad argument" in [row.strip() for row in rows]
    assert len(examples(name)) >= 2


@pytest.mark.parametrize("name", ["crawl", "doctor"])
def test_arguments_stand_as_they_are_typed(name: str) -> None:
    """Each spider argument has its line, in small letters, with what it takes."""
    text = made(name)[1].format_help()
    assert "\nSpider Arguments\n===" in text
    assert "\n  -a section=" in text
    taken = [argument for argument in TAKES if f"\n  -a {argument}=" in text]
    assert taken == (list(TAKES) if name == "crawl" else ["section", "edition", "origin"])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_is_good(name: str) -> None:
    """What the help shows is taken by the command as it stands."""
    for example in examples(name):
        command, parser = made(name)
        scrapy, called, *given = shlex.split(example.partition(" > ")[0])
        assert (scrapy, called) == ("scrapy", name)
        opts, args = parser.parse_known_args(given)
        command.process_options(args, opts)
        assert command.settings is not None
        check_settings(command.settings)
        if name == "extract":
            assert parse_extract(args, opts).paths
        elif name in {"export", "report", "verify"}:
            assert args[0] == "antara"
            assert name == "verify" or selection(opts)
            assert name != "export" or ending_of(Path(args[1])) in ENDINGS
        else:
            read = parse_crawl if name == "crawl" else doctor_arguments
            assert read(opts.spargs).edition.name in {"id", "en"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands(name: str) -> None:
    """``scrapy`` alone shows a line for each that fits."""
    assert len(f"  {name:<13} {COMMANDS[name]().short_desc()}") <= 80
