"""Damaged archives: what is damaged is told, what is not is read."""

import gzip
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from newscrawl.archive.captures import Capture, Damage
from tests.archive.warcs import answer, numbers, packed, page, read, request, response
from tests.drawing import draws

RECORDS = [make(number) for number in range(1, 6) for make in (request, response)]
MEMBERS = [gzip.compress(record, mtime=0) for record in RECORDS]
PACKED, PLAIN = b"".join(MEMBERS), b"".join(RECORDS)
ENDS = {PACKED: list(accumulate(map(len, MEMBERS))), PLAIN: list(accumulate(map(len, RECORDS)))}
ALL = [1, 2, 3, 4, 5]


def place(content: bytes, record: int) -> int:
    """Return where one of the records begins, counted from 0."""
    return ENDS[content][record - 1] if record else 0


def reasons(damages: list[Damage]) -> list[tuple[int, str]]:
    """Return where damage was found, and what is said of it."""
    return [(damage.offset, damage.reason) for damage in damages]


FIFTH, SIXTH = place(PACKED, 5), place(PACKED, 6)
P_FIFTH, P_SIXTH = place(PLAIN, 5), place(PLAIN, 6)


def _flip(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :]


@pytest.mark.parametrize(
    ("content", "left", "told"),
    [
        (PACKED[:-400], [1, 2, 3, 4], [(place(PACKED, 9), "truncated")]),
        (PACKED[:-3], [1, 2, 3, 4], [(place(PACKED, 9), "truncated")]),
        (PACKED[: place(PACKED, 9) + 1], [1, 2, 3, 4], [(place(PACKED, 9), "truncated")]),
        (_flip(PACKED, FIFTH + 600), [1, 2, 4, 5], [(FIFTH, "bad_gzip")]),
        (_flip(PACKED, FIFTH + 1), [1, 2, 4, 5], [(FIFTH, "not_warc")]),
        (_flip(PACKED, SIXTH - 6), [1, 2, 4, 5], [(FIFTH, "bad_gzip")]),
        (PACKED[: FIFTH + 300] + PACKED[SIXTH:], [1, 2, 4, 5], [(FIFTH, "bad_gzip")]),
        (PACKED[:FIFTH] + b"\nsampah\0" * 9 + PACKED[FIFTH:], ALL, [(FIFTH, "not_warc")]),
        (PACKED[:FIFTH] + bytes(5000) + PACKED[FIFTH:], ALL, [(FIFTH, "not_warc")]),
        (PACKED + bytes(70000), ALL, [(len(PACKED), "not_warc")]),
        (bytes(40) + PACKED[40:], ALL, [(0, "not_warc")]),
        (PLAIN[: P_FIFTH + 700], [1, 2], [(P_FIFTH, "truncated")]),
        (PLAIN[: P_FIFTH + 70], [1, 2], [(P_FIFTH, "truncated")]),
        (PLAIN[: P_FIFTH + 700] + PLAIN[P_SIXTH:], [1, 2, 4, 5], [(P_FIFTH, "bad_record")]),
        (PLAIN[:P_FIFTH] + b"\nsampah\0" * 9 + PLAIN[P_FIFTH:], ALL, [(P_FIFTH + 1, "not_warc")]),
        (_flip(PLAIN, P_FIFTH + 900), [1, 2, 4, 5], [(P_FIFTH, "bad_digest")]),
        (PLAIN + bytes(500), ALL, [(len(PLAIN), "not_warc")]),
        (gzip.compress(PLAIN)[:-9], [1, 2, 3, 4], [(0, "truncated")]),
    ],
)
def test_what_is_damaged(
    content: bytes, left: list[int], told: list[tuple[int, str]], tmp_path: Path
) -> None:
    """Damage is told with its place and reason, and everything else is read."""
    pages, damages, _ = read(tmp_path / "a.warc.gz", content)
    assert numbers(pages) == left
    assert reasons(damages) == told
    assert all(damage.is_fault for damage in damages)
    assert all(capture.body == page(int(capture.url[-1])) for capture in pages)


def test_a_message_says_what_is_lost(tmp_path: Path) -> None:
    """The message names the story, what is wrong, and where reading goes on."""
    content = packed([response(1, answer(page(1, 2000))), response(2)])
    second = len(packed([response(1, answer(page(1, 2000)))]))
    _, [damage], _ = read(tmp_path / "a.warc.gz", _flip(content, second - 600))
    assert "https://www.antaranews.com/berita/1/kabar-1" in damage.message
    assert "gzip member is damaged" in damage.message
    assert f"reading goes on at {second}" in damage.message


@pytest.mark.parametrize("form", [packed, b"".join])
@pytest.mark.parametrize(
    "length", ["1", "700", "1400", "2500", "999999999", "-5", "", "12a", None, "1" * 30]
)
def test_a_false_content_length(
    form: Callable[[list[bytes]], bytes], length: str | None, tmp_path: Path
) -> None:
    """A record whose length is false takes no other with it, and is told."""
    records = [response(1), response(2, Content_Length=length), response(3), response(4)]
    pages, damages, _ = read(tmp_path / "a.warc.gz", form(records))
    assert numbers(pages) == [1, 3, 4]
    assert damages[0].offset == len(form(records[:1]))
    assert {damage.reason for damage in damages} <= {"bad_record", "truncated"}


@pytest.mark.parametrize("form", [packed, b"".join])
def test_a_head_without_end(form: Callable[[list[bytes]], bytes], tmp_path: Path) -> None:
    """A head that goes on and on is no record's, and is not held in memory."""
    endless = b"WARC/1.1\r\n" + b"X-Nama: nilai\r\n" * 20_000
    pages, damages, _ = read(tmp_path / "a.warc", form([response(1), endless, response(3)]))
    assert numbers(pages) == [1, 3]
    assert [damage.reason for damage in damages] == ["bad_record"]


@pytest.mark.parametrize("form", [packed, b"".join, lambda records: packed([b"".join(records)])])
@pytest.mark.parametrize("left", [12, 20, 40, 70, 150, 300])
def test_a_head_that_breaks_off(
    form: Callable[[list[bytes]], bytes], left: int, tmp_path: Path
) -> None:
    """A head of which the end is missing does not take the next record's for its own."""
    records = [response(1), response(2)[:left], response(3)]
    pages, [damage], _ = read(tmp_path / "a.warc.gz", form(records))
    assert numbers(pages) == [1, 3]
    assert damage.reason in ("bad_record", "not_warc")


def test_a_checksum_of_many_records(tmp_path: Path) -> None:
    """Where one member has all records and is damaged, only those with a digest are read of it."""
    damaged = _flip(gzip.compress(PLAIN), -7)
    pages, damages, _ = read(tmp_path / "a.warc.gz", damaged)
    assert (numbers(pages), reasons(damages)) == ([1, 2, 3, 4], [(0, "bad_gzip")])
    bare = b"".join(response(number, WARC_Block_Digest=None) for number in ALL)
    pages, damages, _ = read(tmp_path / "a.warc.gz", gzip.compress(bare))
    assert (numbers(pages), damages) == (ALL, [])
    pages, damages, _ = read(tmp_path / "a.warc.gz", _flip(gzip.compress(bare), -7))
    assert not pages
    assert {damage.reason for damage in damages} == {"bad_gzip"}


def test_a_file_that_is_being_written(tmp_path: Path) -> None:
    """The torn end of the file that a crawl is writing is no fault; other damage of it is."""
    pages, [damage], _ = read(tmp_path / "a.warc.gz.open", PACKED[:-100])
    assert numbers(pages) == [1, 2, 3, 4]
    assert (damage.reason, damage.is_fault) == ("unfinished", False)
    _, [damage], _ = read(tmp_path / "a.warc.gz.open", b"")
    assert not damage.is_fault
    _, [damage], _ = read(tmp_path / "a.warc.gz.open", _flip(PACKED, FIFTH + 600))
    assert damage.is_fault


@st.composite
def edits(draw: st.DrawFn) -> tuple[float, float, bytes | None]:
    """Return from where to where a file is damaged, and what stands there instead (None: a bit)."""
    begin = draw(st.floats(0, 1, exclude_max=True))
    end = draw(st.one_of(st.just(begin), st.floats(begin, 1), st.just(1.0)))
    instead = draw(st.one_of(st.none(), st.just(b""), st.just(bytes(99)), st.binary(max_size=99)))
    return begin, end, instead


@pytest.mark.parametrize("form", ["packed", "plain"])
@settings(
    deadline=None,
    max_examples=draws(300),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(edit=edits())
@example(edit=(0.0, 0.0, None))
@example(edit=(0.0, 0.5, b""))
def test_damage_anywhere(
    form: str, edit: tuple[float, float, bytes | None], tmp_path: Path
) -> None:
    """Whatever happens to a file, untouched records are read, and nothing is lost untold."""
    content = PACKED if form == "packed" else PLAIN
    begin, end, damaged = _damaged(content, edit)
    ends = ENDS[content]
    starts = [0, *ends[:-1]]
    assume(not (begin in starts and end in [*starts, len(content)] and end > begin))
    pages, damages, _ = read(tmp_path / "a.warc.gz", damaged)
    untouched = [
        index // 2 + 1
        for index, (start, stop) in enumerate(zip(starts, ends, strict=True))
        if index % 2 and (stop <= begin or start >= end)
    ]
    assert all(_is_read(number, pages) for number in untouched)
    assert all(capture.body in map(page, ALL) for capture in pages)
    in_head = content is PLAIN and _touches_head(begin, end)
    assert damages or in_head or numbers(pages) == ALL


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edit=edits())
def test_damage_where_one_member_has_all(
    edit: tuple[float, float, bytes | None], tmp_path: Path
) -> None:
    """What is read of such a file before the damage is right, and the rest is told."""
    whole = gzip.compress(PLAIN, mtime=0)
    _, _, damaged = _damaged(whole, edit)
    pages, damages, _ = read(tmp_path / "a.warc.gz", damaged)
    assert set(numbers(pages)) <= set(ALL)
    assert all(capture.body in map(page, ALL) for capture in pages)
    assert damages or numbers(pages) == ALL


def _damaged(content: bytes, edit: tuple[float, float, bytes | None]) -> tuple[int, int, bytes]:
    begin, end = int(edit[0] * len(content)), int(edit[1] * len(content))
    if edit[2] is None:
        return begin, begin + 1, _flip(content, begin)
    return begin, end, content[:begin] + edit[2] + content[end:]


def _is_read(number: int, pages: list[Capture]) -> bool:
    return any(one.url.endswith(f"/kabar-{number}") and one.body == page(number) for one in pages)


def _touches_head(begin: int, end: int) -> bool:
    """Tell whether a part of a plain file has lines of a record's own, which nothing vouches for."""
    record = bisect_right(ENDS[PLAIN], begin)
    start = place(PLAIN, record)
    head = start + RECORDS[record].index(b"\r\n\r\n") + 4
    return begin < head or end > ENDS[PLAIN][record]
