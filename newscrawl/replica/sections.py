"""Hosts, their editions, and what their lists and feeds carry."""

from collections.abc import Callable

from newscrawl.replica.casting import ENGLISH_HOST, REGIONAL_HOST
from newscrawl.replica.heads import Head
from newscrawl.replica.ids import Edition

_NATIONAL = {
    "ekonomi": "Ekonomi",
    "olahraga": "Olahraga",
    "otomotif": "Otomotif",
    "humaniora": "Humaniora",
    "rilis-pers": "Rilis Pers",
}
_ENGLISH = {"world": "World", "business": "Business", "national": "National"}


def edition_of_host(host: str) -> Edition:
    """Return whose stories a host lists; one that nobody knows is the national one."""
    return "jatim" if host == REGIONAL_HOST else "en" if host == ENGLISH_HOST else "id"


def edition_of_story(host: str, folder: str) -> Edition:
    """Return whose id an address names: releases have national ids on a bureau's host too."""
    if folder == "en/news":
        return "en"
    if folder == "rilis-pers" and host == REGIONAL_HOST:
        return "id"
    return edition_of_host(host)


def front_list(host: str) -> str:
    """Return the list that a host shows on its front page."""
    return "latest-news" if host == ENGLISH_HOST else "terkini"


def scope(name: str, host: str) -> Callable[[Head], bool] | None:
    """Return which stories a list or feed carries; none if the host has no such list."""
    if name in {front_list(host), "top-news"}:
        return lambda _: True
    if host == REGIONAL_HOST:
        return None
    if name == "dunia" and host != ENGLISH_HOST:
        return lambda head: head.in_world
    sections = _ENGLISH if host == ENGLISH_HOST else _NATIONAL
    if name not in sections:
        return None
    return lambda head: head.scenario.section == sections[name]
