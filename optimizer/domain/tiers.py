"""The one order of the tiers: what matters more than what, and what is proved about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Tier:
    """A step of the lexicographic order; its aims are summed in one unit.

    Attributes
    ----------
    tolerance_unmet
        How far from the best a plan may stay, in the tier's unit, where the tier cannot be met
        in full; later tiers use the room. A tier that can be met in full has no tolerance.
    tolerance_per_session
        The same for tiers that are never met in full, for each session.
    """

    id: str
    name: str
    unit: str
    scope: Literal["all plans", "this week"]
    tolerance_unmet: int = 0
    tolerance_per_session: int = 0


_POINTS = "points, 10 for a quarter set of a tier-1 muscle"

TIERS: tuple[Tier, ...] = (
    Tier("floors", "floors missed", _POINTS, "all plans"),
    Tier("targets", "short of target", _POINTS, "all plans", tolerance_unmet=40),
    Tier(
        "quality", "short of good proportions", "hundredths of a set", "all plans",
        tolerance_unmet=100,
    ),
    Tier("minutes", "training time", "seconds", "all plans", tolerance_per_session=60),
    Tier(
        "variety", "likes and variety", "points, 20 a like, 10 a repeat, 1 a catalog place",
        "all plans", tolerance_unmet=10,
    ),
    Tier("evenness", "fullest session", "per cent of its limit", "this week"),
    Tier("equipment", "things to fetch", "items", "this week"),
    Tier("tie_break", "catalog order of the deal", "position", "this week"),
)
"""Coaching convention: cover first, then proportions, then the runner's time, then taste."""

SPARE_SECONDS_PER_SESSION = 30
"""Seconds of each session's limit that the tolerance of the time tier leaves free."""
