"""Short searches that take turns at one tier."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heat:
    """One short search: its deterministic time and what it does differently.

    ``lazy_rows`` adds rows to the linear relaxation when they are needed, ``bound_first`` raises
    the bound rather than bettering the solution, and ``anew`` forgets the solution in hand but
    for its value: near a poor one, a search can stay for long.
    """

    deterministic_seconds: float
    lazy_rows: bool = True
    bound_first: bool = False
    anew: bool = False


HEAT_AT_ZERO = Heat(0.08)
"""For trying to meet a tier in full that is proved to be near it."""

HEATS = (
    Heat(0.1, lazy_rows=False),
    Heat(0.15, anew=True),
    Heat(0.15, bound_first=True),
    Heat(0.3, lazy_rows=False),
    Heat(0.3, anew=True),
    Heat(0.3, bound_first=True),
    Heat(0.8, lazy_rows=False),
    Heat(0.8, anew=True),
    Heat(1.6, bound_first=True),
    Heat(8.0),
)
"""Searches of a week tier, one after the other until its proof is within the tolerance."""

DEAL_HEATS = (
    Heat(0.2, bound_first=True),
    Heat(0.2),
    Heat(0.8, bound_first=True),
    Heat(0.4, lazy_rows=False),
    Heat(2.0, bound_first=True),
)
"""Searches of a tier of the deal: raising the bound first packs sessions best."""
