"""Lets scrapyd-client build an egg of the checkout; what goes into it is in ``pyproject.toml``."""

from setuptools import setup

setup()
