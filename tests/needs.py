"""What a test needs of the machine; ``.ci/run`` installs it, and takes no skip for an answer."""

import os
import shutil
from pathlib import Path

import pytest

_NO_SKIPS = "NEWSCRAWL_NO_SKIPS"


def programs(*names: str, under: Path | None = None) -> list[str]:
    """Return where programs are, or skip; with ``NEWSCRAWL_NO_SKIPS`` in the environment, fail.

    Args:
        names: what they are called.
        under: the only directory to look in, where one is named.
    """
    path = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"  # a user's PATH lacks cron
    path = str(under) if under else path
    found = {name: shutil.which(name, path=path) for name in names}
    missing = [name for name, where in found.items() if where is None]
    if missing and os.environ.get(_NO_SKIPS):
        pytest.fail(f"not installed here: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed here: {', '.join(missing)}")
    return [where for where in found.values() if where is not None]
