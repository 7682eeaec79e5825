"""The help of the commands: examples, spider arguments and exit codes on lines of their own."""

import argparse
import re
from collections.abc import Mapping, Sequence
from functools import partial
from textwrap import wrap
from typing import NoReturn

from scrapy.commands import ScrapyHelpFormatter

_TERM = "\t"
"""Stands between a term and what it means."""
_NEXT_CODE = re.compile(r"[;,.]\s+(?=\d+ )|\.$")
_BAD_USAGE = 2


class HelpFormatter(ScrapyHelpFormatter):
    """Keeps the lines of a text that has several: terms with their meaning, and examples."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = text.splitlines()
        terms = [line.partition(_TERM)[0] for line in lines if _TERM in line]
        column = len(indent) + max(map(len, terms), default=0) + 2
        filled: list[str] = []
        for line in lines:
            term, is_term, meaning = line.partition(_TERM)
            if is_term:
                first, rest = f"{indent}{term}".ljust(column), " " * column
                filled += wrap(
                    meaning,
                    width,
                    initial_indent=first,
                    subsequent_indent=rest,
                    break_on_hyphens=False,
                )
            elif line.startswith(" ") or not line:  # an example; it stays as it is typed
                filled.append(line)
            else:
                filled += wrap(line, width, initial_indent=indent, subsequent_indent=indent)
        return "\n".join(filled)


def explain(
    parser: argparse.ArgumentParser,
    takes: Mapping[str, str],
    codes: str,
    examples: Sequence[str] = (),
) -> None:
    """Add to a command's help what Scrapy's knows nothing of, and let its errors be one line.

    Args:
        parser: of the command.
        takes: spider arguments, each with what it takes.
        codes: the exit codes with their meanings: ``0 all is well; 1 a finding; 2 …``.
        examples: command lines that can be typed as they are.
    """
    parser.formatter_class = HelpFormatter
    parser.error = partial(_refuse, parser)  # type: ignore[method-assign]
    if examples:
        lines = "\n".join(f"  {example}" for example in examples)
        parser.description = f"{parser.description}\n\nExamples:\n{lines}"
    if takes:
        arguments = {f"-a {name}=": what for name, what in takes.items()}
        add_terms(parser, "Spider arguments", arguments)
    told = [code.split(maxsplit=1) for code in _NEXT_CODE.split(codes) if code]
    width = max(len(code) for code, _ in told)
    add_terms(parser, "Exit codes", {f"{code:>{width}}": meaning for code, meaning in told})


def add_terms(parser: argparse.ArgumentParser, title: str, terms: Mapping[str, str]) -> None:
    """Add a part to a command's help: terms, each on a line of its own, with what they mean."""
    lines = "\n".join(f"{term}{_TERM}{meaning}" for term, meaning in terms.items())
    parser.add_argument_group(title, lines)


def _refuse(parser: argparse.ArgumentParser, message: str) -> NoReturn:
    """Say what is wrong in one line, without the usage that Scrapy would print above it."""
    command = " ".join((parser.usage or "scrapy").split()[:2])
    parser.exit(_BAD_USAGE, f"{command}: {message}; {command} --help says more\n")
