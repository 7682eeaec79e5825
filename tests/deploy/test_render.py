"""The crontab and the units are rendered with real paths, and systemd takes them."""

import re
import subprocess
from pathlib import Path

import pytest

from tests import needs
from tests.deploy.rendering import CONTACT, PROJECT, render


def test_nothing_is_left_to_fill_in(tmp_path: Path) -> None:
    """Every file that is written names this checkout, and no placeholder is left in any."""
    done = render(tmp_path, DATA="/srv/news", ARGS="-a edition=en")
    assert (done.returncode, done.stderr) == (0, "")
    files = [Path(line) for line in done.stdout.splitlines()]
    assert sorted(file.name for file in files) == [
        "newscrawl-failed@.service",
        "newscrawl.crontab",
        "newscrawl.service",
        "newscrawl.timer",
    ]
    texts = {
        file.suffix: file.read_text(encoding="utf-8") for file in files if "@" not in file.name
    }
    assert not any(re.search("@[A-Z]+@", file.read_text(encoding="utf-8")) for file in files)
    assert f"{PROJECT}/deploy/crawl -a edition=en\n" in texts[".crontab"]
    for text in (texts[".crontab"], texts[".service"]):
        assert f'NEWSCRAWL_CONTACT={CONTACT}"' in text.replace('="', "=")
        assert 'NEWSCRAWL_DATA=/srv/news"' in text.replace('="', "=")


def test_units_pass_systemds_own_check(tmp_path: Path) -> None:
    """systemd-analyze verify has nothing to say about the units, whatever they are called."""
    [analyze] = needs.programs("systemd-analyze")
    assert render(tmp_path, NAME="newscrawl-en", MINUTE="9").returncode == 0
    units = sorted(str(path) for path in tmp_path.glob("*.[st]*"))
    assert len(units) == 3
    done = subprocess.run(
        [analyze, "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_check_finds_what_is_wrong(tmp_path: Path) -> None:
    """The check above is worth something: a program that does not exist, a misspelt name."""
    [analyze] = needs.programs("systemd-analyze")
    assert render(tmp_path).returncode == 0
    unit = tmp_path / "newscrawl.service"
    unit.write_text(
        unit.read_text(encoding="utf-8")
        .replace("/bin/scrapy", "/bin/scrappy")
        .replace("NoNewPrivileges", "NoNewPrivilege"),
        encoding="utf-8",
    )
    done = subprocess.run(
        [analyze, "verify", "--man=no", str(unit)], capture_output=True, text=True, check=False
    )
    assert "scrappy" in done.stderr
    assert "NoNewPrivilege" in done.stderr


def test_the_service_is_kept_in(tmp_path: Path) -> None:
    """By systemd's own rating the service may do little: below 2 of 10."""
    [analyze] = needs.programs("systemd-analyze")
    assert render(tmp_path).returncode == 0
    unit = str(tmp_path / "newscrawl.service")
    done = subprocess.run(
        [analyze, "security", "--offline=true", "--threshold=20", unit],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"CONTACT": ""}, "NEWSCRAWL_CONTACT says how the site's people reach you"),
        ({"DATA": "data"}, "NEWSCRAWL_DATA must begin with /"),
        ({"DATA": "/srv/my news"}, "can be written safely"),
        ({"ARGS": "-a urls=x%y"}, "cannot be written safely"),
        ({"CONTACT": 'a" b'}, "cannot be written safely"),
        ({"MINUTE": "10"}, "NEWSCRAWL_MINUTE is a number from 0 to 9"),
        ({"VENV": "/nowhere"}, "no /nowhere/bin/scrapy"),
    ],
)
def test_what_cannot_work_is_refused(tmp_path: Path, given: dict[str, str], says: str) -> None:
    """A value that cron, systemd or sh would read as something else is refused in one line."""
    done = render(tmp_path / "out", **given)
    assert done.returncode == 2
    assert says in done.stderr
    assert not (tmp_path / "out").exists()
