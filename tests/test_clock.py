"""The clock: the present, or what a file says, always in UTC, always whole."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl import clock

NINE_IN_JAKARTA = datetime(2026, 11, 20, 9, 0, tzinfo=clock.WIB)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a clock file, not yet there, that ``NEWSCRAWL_CLOCK`` names."""
    path = tmp_path / "clock"
    monkeypatch.setenv(clock.ENVIRONMENT_VARIABLE, str(path))
    return path


@pytest.mark.parametrize("value", [None, ""])
def test_without_a_file_it_is_now(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no clock file is named, or an empty name is, the machine's time in UTC is the time."""
    monkeypatch.delenv(clock.ENVIRONMENT_VARIABLE, raising=False)
    if value is not None:
        monkeypatch.setenv(clock.ENVIRONMENT_VARIABLE, value)
    before = datetime.now(UTC)
    now = clock.now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC


def test_the_file_rules_and_can_be_moved(file: Path) -> None:
    """Time stands at what the file says, and each question asks the file anew."""
    clock.write(file, NINE_IN_JAKARTA)
    assert clock.now() == clock.now() == NINE_IN_JAKARTA
    clock.write(file, NINE_IN_JAKARTA + timedelta(days=365))
    assert clock.now() == NINE_IN_JAKARTA + timedelta(days=365)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20T09:00:00+07:00",
        "2026-11-20T09:00:00+07:00\n",
        "  2026-11-20 09:00+07:00\r\n",
        "2026-11-20T02:00:00Z",
        "2026-11-20T11:00:00.000+09:00",
    ],
)
def test_any_offset_is_understood(text: str, file: Path) -> None:
    """A time may be given in any zone; what is asked for is always UTC."""
    file.write_text(text, encoding="ascii")
    assert clock.now() == datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize("text", ["", "besok pagi", "2026-13-01T00:00:00Z", "9:00", "２０２６"])
def test_a_file_without_a_time_is_an_error(text: str, file: Path) -> None:
    """A clock that can't be read stops the run: a wrong time would be written into records."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(clock.ClockError, match=r"NEWSCRAWL_CLOCK.*holds no ISO 8601 time"):
        clock.now()


def test_a_time_without_an_offset_is_an_error(file: Path) -> None:
    """Nine o'clock where? A time without its offset is refused, read or written."""
    file.write_text("2026-11-20T09:00:00\n", encoding="ascii")
    with pytest.raises(clock.ClockError, match="has no offset"):
        clock.now()
    with pytest.raises(clock.ClockError, match="with an offset"):
        clock.write(file, NINE_IN_JAKARTA.replace(tzinfo=None))
    assert file.read_text(encoding="ascii") == "2026-11-20T09:00:00\n"


def test_a_missing_file_is_an_error_that_names_it(file: Path) -> None:
    """A clock file that is not there is named, and no other time is taken for it."""
    with pytest.raises(clock.ClockError, match=re.escape(str(file))):
        clock.now()
    file.mkdir()
    with pytest.raises(clock.ClockError, match=re.escape(str(file))):
        clock.now()


def test_a_written_time_comes_back_whole(file: Path) -> None:
    """Writing keeps the microseconds, replaces the file in one step and leaves nothing beside."""
    moment = datetime(2031, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
    clock.write(file, NINE_IN_JAKARTA)
    clock.write(file, moment)
    assert clock.read(file) == moment
    assert [entry.name for entry in file.parent.iterdir()] == ["clock"]
