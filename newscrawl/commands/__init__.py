"""Commands of ``scrapy`` in this project.

Scrapy loads all of them before it runs one, which takes a while: Ctrl-C meanwhile, or when a
command is over, reaches none of them, and is told here.
"""

import sys
from types import TracebackType


def _told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say that Ctrl-C was pressed in one line; Python ends with a shell's code for it, 130."""
    if issubclass(kind, KeyboardInterrupt):
        sys.stderr.write("scrapy: interrupted\n")
    else:
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _told
