"""The one order of the tiers: what matters more than what, and what is proved about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Tier:
    """A step of the lexicographic order; its aims are summed in one unit."""

    id: str
    name: str
    unit: str
    scope: Literal["all plans", "this week"]
    tolerance_per_session: int = 0


TIERS: tuple[Tier, ...] = (
    Tier("floors", "floors missed", "points, 10 for a quarter set of a tier-1 muscle", "all plans"),
    Tier("targets", "short of target", "points, 10 for a quarter set of a tier-1 muscle", "all plans"),
    Tier("quality", "short of good proportions", "hundredths of a set", "all plans"),
    Tier("minutes", "training time", "seconds", "all plans", tolerance_per_session=60),
    Tier("variety", "likes and variety", "points, 20 a like, 10 a repeat, 1 a catalog place", "all plans"),
    Tier("evenness", "fullest session", "per mille of its limit", "this week"),
    Tier("equipment", "things to fetch", "items", "this week"),
    Tier("tie_break", "catalog order", "position", "this week"),
)
"""Coaching convention: cover first, then proportions, then the runner's time, then taste."""
