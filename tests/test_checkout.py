"""What is in the repository is good on any machine."""

import subprocess
from pathlib import Path

import pytest

from tests import needs

ROOT = Path(__file__).parents[1]
SYMBOLIC_LINK = "120000"


def test_no_link_leads_out_of_the_checkout() -> None:
    """A link to a place of one machine is dead on all others, and in the way of what is made there."""
    (git,) = needs.programs("git")
    listed = subprocess.run(
        [git, "ls-files", "--stage", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is no repository, or somebody else's")
    entries = [entry.split("\t", 1) for entry in listed.stdout.split("\0") if entry]
    links = [ROOT / path for about, path in entries if about.startswith(SYMBOLIC_LINK)]
    assert not [link for link in links if not link.resolve().is_relative_to(ROOT)]
