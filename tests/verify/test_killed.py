"""``kill -9`` in the middle of a repair, and a full disk: the next repair completes it."""

import errno
import os
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newscrawl.packed import pack
from tests.verify.keeping import FIRST, SECOND, edit, findings, lines, write
from tests.verify.mending import mend
from tests.verify.test_checking import _offset

_STEPS = ("fsync", "replace", "rename", "unlink")
"""Calls of the system that make something durable or final."""


def _damage(root: Path) -> None:
    """Damage lines, pointers, the archive's end and a compressed day at once."""
    edit(FIRST, 4, (_offset(root, 4), _offset(root, 4, 1)))(root)
    first, second, *rest = lines(root, FIRST)
    write(root, FIRST, [first, second, second, b"a note\n", *rest])
    write(root, SECOND, [*lines(root, SECOND), b'{"torn'])
    (root / "articles" / f"{SECOND}.new").touch()
    pack(root / "articles" / FIRST)


def _lose_ledger(root: Path) -> None:
    _damage(root)
    (root / "ledger.db").write_bytes(b"no database at all\n" * 100)


def _at_step(wanted: int, happens: Callable[[], None]) -> None:
    """Let something happen at the n-th durable step of this process, before it is done."""
    count = 0

    def counted(original: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == wanted:
                happens()
            return original(*given, **named)

        return step

    for name in _STEPS:
        setattr(os, name, counted(getattr(os, name)))
    connect, step = sqlite3.connect, counted(lambda _: None)

    class Counted(sqlite3.Connection):
        def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
            if sql == "COMMIT":
                step(None)
            return super().execute(sql, *given)

    def connected(*given: Any, **named: Any) -> sqlite3.Connection:
        return connect(*given, **named, factory=Counted)

    sqlite3.connect = connected  # type: ignore[assignment]


def _ends(root: Path, step: int, happens: Callable[[], None]) -> int:
    """Repair in a process of its own, in which something happens at a step; return its status."""
    child = os.fork()
    if not child:
        code = 9
        try:
            _at_step(step, happens)
            mend(root)
            code = 0
        except OSError:
            code = 1
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _have_no_room() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("damage", [_damage, _lose_ledger])
@pytest.mark.parametrize(
    ("happens", "code"), [(_die, -signal.SIGKILL), (_have_no_room, 1)], ids=["killed", "full"]
)
def test_a_repair_that_breaks_off_is_completed_by_the_next(
    root: Path, damage: Callable[[Path], None], happens: Callable[[], None], code: int
) -> None:
    """Wherever it is killed, or has no room, time and again, all is right in the end."""
    kept = {*lines(root, FIRST), *lines(root, SECOND)}
    damage(root)
    ends = [_ends(root, step, happens) for step in (1, 2, 4, 7, 12, 20)]
    assert set(ends) <= {0, code}
    assert ends.count(code) >= 3
    mend(root)
    assert findings(root) == []
    assert {*lines(root, FIRST), *lines(root, SECOND)} == kept
