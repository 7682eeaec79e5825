"""The commands that the documents print do what a reader expects: they run."""

import json
from pathlib import Path

import pytest

from tests import needs
from tests.docs.blocks import Block, blocks, documents, name_of
from tests.docs.checkout import TOOLS, run
from tests.docs.unrun import UNRUN

_RUN = frozenset({"sh", "sql", "python"})
_SHOWN = frozenset({"text", "json", "html", "crontab", ""})
"""Blocks that are no commands: what a program prints, a record, a line of a file."""
_PROMPTS = ("$ ", "scrapy ", "make ", ".venv", "sudo ", "docker ", "pip ")
_THERE = {
    "/var/lib/newscrawl": "data",
    "/srv/newscrawl": "",
    "/srv/public": "",
    "/backup": "backup",
}
"""Where a server has things that are here in a checkout."""
_SQL = Path(__file__).with_name("run_sql.py")


def _listed(block: Block) -> bool:
    return (block.document, block.first) in UNRUN


def _documents_that_run() -> list[Path]:
    return [
        path
        for path in documents()
        if any(block.language in _RUN and not _listed(block) for block in blocks(path))
    ]


@pytest.mark.parametrize("document", _documents_that_run(), ids=name_of)
def test_blocks_run(document: Path, here: Path) -> None:
    """Every block of commands that is not listed runs without an error, one after the other.

    The shell's go first: they make what the others read. Each query has an answer.
    """
    wanted = [block for block in blocks(document) if not _listed(block)]
    shell = [block for block in wanted if block.language == "sh"]
    if any("jq " in block.text for block in shell):
        needs.programs("jq")
    others = [block for block in wanted if block.language in {"sql", "python"}]
    if others or any(".venv-tools" in block.text for block in shell):
        needs.programs("python", under=TOOLS / "bin")
    _run_shell(shell, here)
    _run_sql([block for block in others if block.language == "sql"], here)
    _run_python([block for block in others if block.language == "python"], here)


def _run_shell(wanted: list[Block], here: Path) -> None:
    """Run blocks in one shell, as a reader does who pastes them; the first error ends it."""
    (here / "backup").mkdir()
    parts = [f"echo '== {block}' >&2\ncd '{here}'\n{_moved(block.text, here)}" for block in wanted]
    done = run(["bash", "-euo", "pipefail", "-c", "\n".join(parts)], here)
    assert done.returncode == 0, (
        f"exit code {done.returncode}\n{done.stderr}\n{done.stdout[-2000:]}"
    )


def _moved(text: str, here: Path) -> str:
    for path, name in _THERE.items():
        text = text.replace(path, str(here / name) if name else str(here))
    return text


def _run_sql(wanted: list[Block], here: Path) -> None:
    if not wanted:
        return
    queries = json.dumps([[str(block), block.text] for block in wanted])
    done = run([str(TOOLS / "bin" / "python"), str(_SQL)], here, text=queries)
    assert done.returncode == 0, done.stdout + done.stderr


def _run_python(wanted: list[Block], here: Path) -> None:
    """Run blocks in one interpreter, as in a notebook; newscrawl's own is that of ``.venv``."""
    if not wanted:
        return
    is_ours = any("newscrawl" in block.text for block in wanted)
    python = here / ".venv" / "bin" / "python" if is_ours else TOOLS / "bin" / "python"
    text = "\n".join(f"# {block}\n{block.text}" for block in wanted)
    done = run([str(python), "-W", "error::FutureWarning", "-"], here, text=text)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_every_block_is_known(document: Path) -> None:
    """A block is run, or listed with a reason, or is no command."""
    for block in blocks(document):
        assert block.language in _RUN | _SHOWN, f"{block}: what is {block.language!r}?"
        if block.language in _SHOWN:
            commands = [line for line in block.text.splitlines() if line.startswith(_PROMPTS)]
            assert not commands, f"{block}: commands go into a block of sh: {commands}"
        if block.language == "json":
            json.loads(block.text)


def test_the_list_is_current() -> None:
    """What is listed as not to be run stands in a document."""
    there = {(block.document, block.first) for path in documents() for block in blocks(path)}
    assert not set(UNRUN) - there
