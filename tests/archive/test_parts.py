"""Archives in parts: whatever is in the file, together they give what one reader finds."""

import gzip
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from random import Random

import pytest

from newscrawl.archive.captures import Capture, Damage, Passed, captures
from newscrawl.archive.parts import Chain, Part, Seams, captures_of
from tests.archive.warcs import packed, page, record, request, response

_Found = list[Capture | Damage]


def comparable(found: _Found) -> _Found:
    """Leave out the one thing that depends on what else was read, and is used of no such page."""
    return [
        replace(one, extent=replace(one.extent, end=0))
        if isinstance(one, Capture) and not one.extent.alone
        else one
        for one in found
    ]


def whole(path: Path) -> tuple[_Found, Passed]:
    """Read a file as one."""
    passed = Passed()
    return comparable(list(captures(path, passed))), passed


def parts_of(path: Path, size: int) -> Iterator[Part]:
    """Cut a file, as its first bytes and its size alone allow."""
    total = path.stat().st_size
    for begin in range(0, max(total, 1), size):
        yield Part(begin, begin + size if begin + size < total else None, is_seam=not begin)


def in_parts(path: Path, size: int) -> tuple[_Found, Passed, int]:
    """Read a file in parts, each by itself; return what they give, and how many were read again."""
    chain, found, passed, again = Chain(), _Found(), Passed(), 0
    for part in parts_of(path, size):
        seams, mine = Seams(), Passed()
        read = list(captures_of(path, part, mine, seams))
        instead = chain.instead(part, seams)
        if instead is None:
            continue
        if instead != part:
            again += 1
            seams, mine = Seams(), Passed()
            read = list(captures_of(path, instead, mine, seams))
        chain.add(seams)
        found += read
        add(passed, mine)
    return comparable(found), passed, again


def add(passed: Passed, more: Passed) -> None:
    """Add up counts; the place is that of the last."""
    for field in fields(Passed):
        before = getattr(passed, field.name) if field.name != "position" else 0
        setattr(passed, field.name, before + getattr(more, field.name))


def exchanges(random: Random, number: int) -> list[list[bytes]]:
    """Return the records of exchanges, with or without companions, and others between them."""
    found = []
    for n in range(1, number + 1):
        answer = response(n, WARC_Record_ID=f"<urn:x:{n}>")
        beside = [
            request(n),
            record(
                "metadata",
                b"a: b\r\n",
                WARC_Concurrent_To=f"<urn:x:{n}>",
                Content_Type="application/warc-fields",
            ),
        ]
        other = response(n, WARC_Target_URI=f"https://news.example/{n}")
        found += random.choice([[[*beside, answer]], [[answer, *beside]], [[answer]], [[other]]])
    return found


def content(random: Random, form: str) -> bytes:
    """Return the content of an archive."""
    groups = exchanges(random, 12)
    records = [one for group in groups for one in group]
    if form == "plain":
        return b"".join(records)
    if form == "one member":
        return gzip.compress(b"".join(records), mtime=0)
    if form == "a member an exchange":
        return packed(b"".join(group) for group in groups)
    return packed(records)


def damaged(random: Random, data: bytes) -> bytes:
    """Do to a file what disks, transfers and programs do."""
    at, size = random.randrange(len(data)), random.randrange(1, 2000)
    return random.choice(
        [
            data[:at] + bytes(size) + data[at + size :],
            data[:at] + data[at + size :],
            data[:at] + random.randbytes(size) + data[at:],
            data[:at],
            data + bytes(size),
            data[:at] + data[at:].replace(b"WARC/1.1", b"WARC/1.x", 1),
            packed([request(99)]) + data[:at] + response(98) + data[at:],
        ]
    )


_FORMS = ("a member a record", "a member an exchange", "one member", "plain")


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("seed", range(6))
def test_parts_give_what_one_reader_finds(tmp_path: Path, form: str, seed: int) -> None:
    """Pages, damage, their places and all counts are the same, however small the parts are."""
    path, random = tmp_path / "a.warc.gz", Random(f"{form} {seed}")
    data = content(random, form)
    for _ in range(seed % 3):  # whole ones too
        data = damaged(random, data)
    path.write_bytes(data)
    found, passed = whole(path)
    for size in (random.randrange(150, 400), 1500, random.randrange(100, 20_000)):
        assert in_parts(path, size)[:2] == (found, passed), size


@pytest.mark.parametrize("form", ["a member a record", "plain"])
def test_what_is_whole_is_read_once(tmp_path: Path, form: str) -> None:
    """Readers of a sound archive find the same seams without a word between them."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content(Random(5), form))
    for size in (1000, 5000, 20_000):
        assert in_parts(path, size)[2] == 0


def test_an_archive_within_an_archive(tmp_path: Path) -> None:
    """Records of a file that a page brought are not taken for the archive's own."""
    path = tmp_path / "a.warc.gz"
    inner = packed(response(n) for n in range(50, 60))
    members = [gzip.compress(response(n, page(n) + inner), 0, mtime=0) for n in range(8)]
    path.write_bytes(b"".join(members))
    found, passed = whole(path)
    in_three, counts, again = in_parts(path, len(members[0]) * 3 // 2)
    assert (in_three, counts) == (found, passed)
    assert again  # it looked so to the readers of some parts


def test_a_part_that_could_not_be_read_to_its_end() -> None:
    """Where it is not known how far a part went, the next begins with the record that it found."""
    chain = Chain()
    chain.add(Seams(first=0))
    second = Part(100, 200, is_seam=False)
    assert chain.instead(second, Seams(first=130, last=210)) == second
    chain.add(Seams(first=130, last=210))
    assert chain.instead(Part(200, None, is_seam=False), Seams()) == Part(210, None)


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    """It is told as when it is read as one."""
    path = tmp_path / "missing"
    (damage,) = captures_of(path, Part(10, 20), Passed(), Seams())
    assert isinstance(damage, Damage)
    assert (damage.reason, damage.offset) == ("unreadable", 10)
