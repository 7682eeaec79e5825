"""The help of the commands, where Scrapy's would say what is not so."""

import argparse
import re

from scrapy.commands import ScrapyHelpFormatter

_ARGUMENT = re.compile(r"-A \S+=")


class HelpFormatter(ScrapyHelpFormatter):
    """Keeps the names of spider arguments as they are: Scrapy writes headings in capitals."""

    def format_part_strings(self, part_strings: list[str]) -> list[str]:
        """Return the parts of a help text, headings underlined."""
        parts = super().format_part_strings(part_strings)
        return [part.lower() if _ARGUMENT.fullmatch(part) else part for part in parts]


def explain(parser: argparse.ArgumentParser, takes: dict[str, str], codes: str) -> None:
    """Add what spider arguments take, and the exit codes, to a command's help."""
    parser.formatter_class = HelpFormatter
    for name, what in takes.items():
        parser.add_argument_group(f"-a {name}=", f"Takes {what}.")
    parser.add_argument_group("Exit codes", codes)
