"""The single commands of a block for the shell."""

import re
import shlex
from collections.abc import Iterator

_HEREDOC = re.compile(r"<<-?'?(?P<end>\w+)'?[^\n]*\n.*?\n(?P=end)$", re.DOTALL | re.MULTILINE)
_BETWEEN = re.compile(r"\s(?:&&|\|\|?|;|--)\s|\$\(|;\s|\(|\)")
_ASSIGNED = re.compile(r"[A-Za-z_]\w*=")
_BEFORE = frozenset({"flock", "env", "nice", "sudo", "runuser", "do", "then"})


def commands(text: str) -> Iterator[list[str]]:
    """Yield the words of each ``scrapy`` and ``make`` command of a block, the name first.

    Assignments before it are passed over, and programs that run another, such as ``flock FILE``.
    """
    joined = _HEREDOC.sub("", text).replace("\\\n", " ")
    for line in joined.splitlines():
        for part in _BETWEEN.split(line):
            found = _command(part)
            if found:
                yield found


def _command(part: str) -> list[str] | None:
    try:
        words = shlex.split(part.rstrip(" )}"), comments=True)
    except ValueError:  # half of a quotation, of a program in another language
        return None
    words = [word for word in words if not word.startswith(">")]
    while words and (
        _ASSIGNED.match(words[0]) or words[0] in _BEFORE or words[0].endswith(".lock")
    ):
        words.pop(0)
    if not words or words[0].rpartition("/")[2] not in {"scrapy", "make"}:
        return None
    return [words[0].rpartition("/")[2], *words[1:]]
