"""The one order of the tiers: what matters more than what, and what is proved about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Tier:
    """A step of the lexicographic order; its aims are summed in one unit.

    Attributes
    ----------
    scope
        What the proof speaks of: all plans, or only those that keep the week's totals (or, for
        variety, its movement patterns).
    tolerance
        How far from the best a plan may stay, in the tier's unit; later tiers use the room.
    tolerance_per_session
        The same for each session of the week.
    can_be_met
        Whether the tier counts shortfalls that a good week brings to zero. A tier that is met
        in full stays so; its tolerance counts only where it cannot be met.
    spare_per_session
        What the tolerance leaves free of each session's limit, in the tier's unit: a week that
        is full to the second cannot be dealt to days.
    """

    id: str
    name: str
    unit: str
    scope: Literal["all plans", "this week"]
    tolerance: int = 0
    tolerance_per_session: int = 0
    can_be_met: bool = False
    spare_per_session: int = 0


_POINTS = "points, 10 for a quarter set of a tier-1 muscle"

TIERS: tuple[Tier, ...] = (
    Tier("floors", "floors missed", _POINTS, "all plans", 40, can_be_met=True),
    Tier("targets", "short of target", _POINTS, "all plans", 40, can_be_met=True),
    Tier("spacing", "run spacing and recovery", "points", "all plans", can_be_met=True),
    Tier(
        "quality",
        "short of good proportions",
        "hundredths of a set",
        "all plans",
        200,
        can_be_met=True,
    ),
    Tier(
        "minutes",
        "training time",
        "seconds",
        "all plans",
        tolerance_per_session=120,
        spare_per_session=30,
    ),
    Tier(
        "variety",
        "likes and variety",
        "points, 20 a like, 10 a repeat, 1 a catalog place",
        "this week",
    ),
    Tier(
        "sessions",
        "short of good sessions",
        "points, 20 for missing leg work, 10 for half a plane's credit, 1 for a bend of the spine",
        "this week",
        can_be_met=True,
    ),
    Tier("evenness", "fullest session", "per cent of its limit", "this week", 5),
    Tier("equipment", "things to fetch", "items", "this week", tolerance_per_session=1),
    Tier("tie_break", "catalog order of the deal", "position", "this week"),
)
"""Coaching convention: cover first, then recovery, proportions, the runner's time, and taste.

The tolerances are what a coach would not notice: a set of one muscle, two sets of proportion,
two minutes a session, a twentieth of a session, one thing to fetch a session.
"""
