"""Which stories are looked at: one of each kind, the newest, within a budget of requests."""

from collections.abc import Sequence
from typing import get_args
from urllib.parse import urlsplit

from newscrawl.doctor.diagnosis import Lead
from newscrawl.items import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)
BUDGET = 5
"""Requests for stories; one on a host that was not asked before costs a robots.txt too."""


def choose(leads: Sequence[Lead], host: str, budget: int = BUDGET) -> list[Lead]:
    """Return one story of each kind that is named, as far as the budget goes.

    Stories of which the feed shows a picture go first, so that its absence means something; those
    of other hosts last.

    Args:
        leads: what feed and listing name, in their order.
        host: whose robots.txt is known already.
        budget: how many requests there may be.
    """
    chosen: list[Lead] = []
    asked = {host}
    for kind in KINDS:
        of_kind = [lead for lead in leads if lead.story.kind == kind]
        best = min(of_kind, key=lambda lead: _rank(lead, host), default=None)
        cost = 1 if best is None or _host(best) in asked else 2
        if best is not None and cost <= budget:
            budget -= cost
            asked.add(_host(best))
            chosen.append(best)
    return chosen


def _rank(lead: Lead, host: str) -> tuple[bool, bool]:
    return _host(lead) != host, lead.item is None or lead.item.image is None


def _host(lead: Lead) -> str:
    return urlsplit(lead.story.address).hostname or ""


def kinds_left_out(leads: Sequence[Lead], chosen: Sequence[Lead]) -> tuple[list[Kind], list[Kind]]:
    """Return the kinds that nothing names, and those that the budget left out."""
    named = {lead.story.kind for lead in leads}
    looked_at = {lead.story.kind for lead in chosen}
    absent = [kind for kind in KINDS if kind not in named]
    return absent, [kind for kind in KINDS if kind in named - looked_at]
