"""Rendering ``deploy/`` as an operator does, with the environment that runs the tests."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CONTACT = "https://example.org/contact"


def render(out: Path, **given: str) -> "subprocess.CompletedProcess[str]":
    """Run ``deploy/render`` with ``NEWSCRAWL_…`` variables, each given by the rest of its name."""
    variables = {"VENV": sys.prefix, "CONTACT": CONTACT} | given
    return subprocess.run(
        [PROJECT / "deploy" / "render", out],
        env={"PATH": "/usr/bin:/bin"} | {f"NEWSCRAWL_{k}": v for k, v in variables.items()},
        capture_output=True,
        text=True,
        check=False,
    )
