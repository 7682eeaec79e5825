"""What a person reads: what was checked, what is wrong, and a verdict, at 80 columns."""

from collections.abc import Iterator
from textwrap import wrap

from newscrawl.places import Places
from newscrawl.summary import amount, counted
from newscrawl.verify.checking import Checked
from newscrawl.verify.findings import MEANINGS

_COLUMNS = 80
_WIDTH, _NUMBERS = 20, 10


def told(checked: Checked) -> str:
    """Return a table of what was checked, and the findings behind it."""
    return "\n".join([*_table(checked), *_findings(checked)])


def _table(checked: Checked) -> Iterator[str]:
    yield _row("checked", "count", "")
    yield _row("day files", f"{checked.files:,}", amount(checked.bytes))
    later, none = checked.records - checked.stories, checked.lines - checked.records
    of = f"of {counted(checked.stories, 'story', 'stories')}"
    of += f", {counted(later, 'later revision')}" if later else ""
    yield _row("lines", f"{checked.lines:,}", of + (f"; {none:,} no records" if none else ""))
    if checked.acknowledged is None:
        yield _row("ledger", "0", "it cannot be asked")
    else:
        known = f"records; it knows {checked.known:,} stories"
        yield _row("ledger", f"{checked.acknowledged:,}", known)
    yield _row("pointers", f"{checked.pointers:,}", "from records to the archive")
    size = f"in {counted(checked.archive_files, 'file')}, {amount(checked.archive_bytes)}"
    if checked.archive_records is None:
        yield _row("archive", "-", f"{size}; not read to the end (--fast)")
    else:
        yield _row("archive", f"{checked.archive_records:,}", f"records {size}")


def _findings(checked: Checked) -> Iterator[str]:
    if not checked.findings:
        return
    yield ""
    yield _row("found", "count", "")
    counts, code = checked.findings.counts, ""
    left = 0
    for finding in checked.findings:
        if finding.code != code:
            yield from _more(left)
            code, left = finding.code, counts[finding.code]
            yield _row(code, f"{left:,}", MEANINGS[code])
        left -= 1
        yield from _lines(f"{finding.place}: {finding.text}")
    yield from _more(left)


def _more(left: int) -> Iterator[str]:
    if left:
        yield f"    and {left:,} more (--all names them)"


def _lines(text: str) -> list[str]:
    """Return rows for a text of any length; a place or an address is never parted."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    return wrap(
        printable, _COLUMNS, initial_indent="  ", subsequent_indent="    ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _row(name: str, number: str, text: str) -> str:
    return f"{name:<{_WIDTH}}{number:>{_NUMBERS}}  {text}".rstrip()


def verdict(checked: Checked, places: Places, *, has_repaired: bool) -> str:
    """Return the line that says it all."""
    count = len(checked.findings)
    if not count:
        return f"{places.root}: all is right (exit code 0)"
    if has_repaired:
        return f"{places.root}: {counted(count, 'finding')} left, not to be mended (exit code 1)"
    return f"{places.root}: {counted(count, 'finding')} (exit code 1); --repair mends what it can"
