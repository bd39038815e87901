"""Short searches that take turns at one tier."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heat:
    """One short search: its deterministic time and what it does differently.

    ``lazy_rows`` adds rows to the linear relaxation when they are needed, ``bound_first`` raises
    the bound rather than bettering the solution, and ``anew`` forgets the solution in hand but
    for its value: near a poor one, a search can stay for long. ``good_enough`` takes the first
    solution within the tolerance of the bound, wherever it lies.
    """

    deterministic_seconds: float
    lazy_rows: bool = True
    bound_first: bool = False
    anew: bool = False
    good_enough: bool = False


def _good_enough(deterministic_seconds: float) -> Heat:
    return Heat(deterministic_seconds, lazy_rows=False, good_enough=True)


GUESS_AT_ZERO = _good_enough(0.05)
"""Search for a week that meets a tier in full."""

FIRST_BOUND = Heat(0.06, lazy_rows=False, bound_first=True)
"""Search for the bound of a tier that cannot be met in full."""

GUESSES = (_good_enough(0.06), _good_enough(0.06))
"""Searches for a week within the tolerance of meeting a tier in full.

Measured: such a search ends soon or stays for long, so short ones with different seeds take
turns.
"""

GUESS_UNDER = _good_enough(0.1)
"""Search for a week that leaves some of its sessions' time free."""

HEATS = (
    Heat(0.06, lazy_rows=False),
    _good_enough(0.06),
    Heat(0.1, bound_first=True),
    Heat(0.1, lazy_rows=False),
    _good_enough(0.1),
    Heat(0.2, bound_first=True),
    Heat(0.3, lazy_rows=False),
    _good_enough(0.2),
    Heat(0.3, bound_first=True),
    Heat(0.8, lazy_rows=False),
    Heat(0.8, anew=True),
    Heat(1.6, bound_first=True),
    Heat(8.0),
)
"""Searches of a tier that no guess has settled, until its proof is within the tolerance."""

DEAL_HEATS = (
    Heat(0.2, bound_first=True),
    Heat(0.2),
    Heat(0.8, bound_first=True),
    Heat(0.4, lazy_rows=False),
    Heat(2.0, bound_first=True),
)
"""Searches of a tier of the deal: raising the bound first packs sessions best."""
