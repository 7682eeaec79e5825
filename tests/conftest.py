"""Fixtures for every test."""

import gc
import os
import signal
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import tests.shared
from tests import order

# Where bytecode is not to be written, each of the hundreds of processes that tests start would
# compile the project anew. It lands in __pycache__, which git ignores.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# What a shell has put into the background, or nohup began, ignores them, and so would every process
# that tests start: a test of Ctrl-C would wait for ever.
for _ignored in (signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
    if signal.getsignal(_ignored) is signal.SIG_IGN:
        signal.signal(_ignored, signal.SIG_DFL)

settings.register_profile(
    "thorough", max_examples=5_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.fixture(scope="session")
def real_pages() -> Path:
    """Return the directory of pages captured from the site, or skip: they are not in the project."""
    pages = tests.shared.pages()
    if pages is None:
        pytest.skip("no captured pages here; set NEWSCRAWL_SHARED to the directory that has them")
    return pages


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for garbage neither while modules are loaded, nor ever again among what is loaded."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes long, where there are several workers."""
    if hasattr(config, "workerinput"):
        order.sort(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> order.Scheduling | None:
    """Give the tests out as they are ordered, unless the command line names another way."""
    return order.Scheduling(config, log) if config.getvalue("dist") == "load" else None
