"""Debian's cron, with nothing of this machine's own to run, and a post office of its own."""

import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from tests import needs

_PRIVATE = ("--mount", "--pid", "--fork", "--kill-child")
"""Options of unshare(1): mounts that nobody else sees, and all that cron starts dies with it."""

_ENTER = """
mount -t tmpfs tmpfs /run
mount --bind "$1/crontabs" /var/spool/cron/crontabs
mount --bind "$1/empty" /etc/cron.d
mount --bind /dev/null /etc/crontab
mount --bind "$1/sbin" /usr/sbin
exec /usr/sbin/cron -f
"""

_SENDMAIL = """#!/bin/sh
mail=$(mktemp {box}.XXXXXX)
cat >"$mail"
mv "$mail" {box}/
"""


class Cron:
    """The daemon with one user's crontab; what it mails is kept."""

    def __init__(self, directory: Path, crontab: str) -> None:
        """Prepare it, or skip: cron, root or private mounts are absent."""
        setpriv, unshare, cron = needs.programs("setpriv", "unshare", "cron")
        # Whatever the tests die of, the daemon dies with them.
        self._apart = [setpriv, "--pdeathsig", "KILL", unshare, *_PRIVATE]
        done = subprocess.run([*self._apart, "true"], capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"cron cannot be run apart from this machine: {done.stderr.strip()}")
        self._directory = directory
        self._box = directory / "mail"
        for name in ("crontabs", "empty", "sbin", "mail"):
            (directory / name).mkdir(parents=True)
        (directory / "sbin" / "cron").write_bytes(Path(cron).read_bytes())
        sendmail = directory / "sbin" / "sendmail"
        sendmail.write_text(_SENDMAIL.format(box=self._box), encoding="ascii")
        for program in ("cron", "sendmail"):
            (directory / "sbin" / program).chmod(0o755)
        table = directory / "crontabs" / "root"
        table.write_text(crontab, encoding="ascii")
        table.chmod(0o600)

    def mails(self) -> list[str]:
        """Return what it mailed so far, in no order."""
        return [path.read_text(encoding="utf-8") for path in self._box.iterdir()]

    def is_running(self) -> bool:
        """Tell whether the daemon is still there."""
        return self._process.poll() is None

    def __enter__(self) -> Self:
        """Begin."""
        enter = ["sh", "-euc", _ENTER, "sh", str(self._directory)]
        self._process = subprocess.Popen([*self._apart, *enter])
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End, with all that it started."""
        self._process.kill()
        self._process.wait()
