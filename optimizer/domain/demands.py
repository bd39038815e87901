"""What a week must and should reach: muscles in quarter sets, planes in half credits."""

from __future__ import annotations

import math
from dataclasses import dataclass

from optimizer.domain.catalog import Catalog
from optimizer.domain.credit import HALVES_PER_CREDIT, QUARTERS_PER_SET
from optimizer.domain.exercise import PLANES, Plane
from optimizer.domain.levels import LEVEL_NUMBERS, OFTEN_CREDITED_MUSCLES
from optimizer.domain.scenario import Scenario

PLANE_FLOOR_CREDIT = 1.0
PLANE_TARGET_CREDIT_PER_SESSION = 1.0
PLANE_TARGET_CREDIT_MAX = 3.0
ONE_SESSION_FLOOR_FACTOR = 0.5


@dataclass(frozen=True)
class MuscleDemand:
    """Weekly quarter sets of one muscle: floor, target and cap."""

    muscle: str
    tier: int
    floor_quarters: int
    target_quarters: int
    cap_quarters: int


@dataclass(frozen=True)
class PlaneDemand:
    """Weekly half credits of one plane: floor and target."""

    plane: Plane
    floor_halves: int
    target_halves: int


def _grains(value: float, grains_per_unit: int) -> int:
    """Whole grains that are needed to reach a value, rounded up."""
    return math.ceil(value * grains_per_unit - 1e-9)


def muscle_demands(scenario: Scenario, catalog: Catalog) -> tuple[MuscleDemand, ...]:
    """Floors, targets and caps of every muscle; the scenario's own numbers win.

    Floors are halved in a week of a single session.
    """
    numbers = LEVEL_NUMBERS[scenario.athlete.level]
    factor = ONE_SESSION_FLOOR_FACTOR if len(scenario.week.sessions) == 1 else 1.0
    demands = []
    for muscle in catalog.muscles:
        own = scenario.targets.muscles.get(muscle.id)
        floor = numbers.floor_sets[muscle.tier] * factor
        target = numbers.target_sets[muscle.tier]
        if own is not None:
            floor = own.floor if own.floor is not None else floor
            target = own.target if own.target is not None else max(target, floor)
            floor = min(floor, target) if own.floor is None else floor
        often = muscle.id in OFTEN_CREDITED_MUSCLES
        cap = numbers.weekly_sets_cap_often_credited if often else numbers.weekly_sets_cap
        demands.append(
            MuscleDemand(
                muscle=muscle.id,
                tier=muscle.tier,
                floor_quarters=_grains(floor, QUARTERS_PER_SET),
                target_quarters=_grains(target, QUARTERS_PER_SET),
                cap_quarters=cap * QUARTERS_PER_SET,
            )
        )
    return tuple(demands)


def plane_demands(scenario: Scenario) -> tuple[PlaneDemand, ...]:
    """Floors and targets of every plane; the scenario's own numbers win."""
    sessions = len(scenario.week.sessions)
    usual = min(PLANE_TARGET_CREDIT_MAX, sessions * PLANE_TARGET_CREDIT_PER_SESSION)
    demands = []
    for plane in PLANES:
        floor, target = PLANE_FLOOR_CREDIT, usual
        own = scenario.targets.planes.get(plane)
        if own is not None:
            floor = own.floor if own.floor is not None else floor
            target = own.target if own.target is not None else max(target, floor)
            floor = min(floor, target) if own.floor is None else floor
        demands.append(
            PlaneDemand(
                plane=plane,
                floor_halves=_grains(floor, HALVES_PER_CREDIT),
                target_halves=_grains(target, HALVES_PER_CREDIT),
            )
        )
    return tuple(demands)


ONE_SESSION_GROUPS = ("knee_dominant", "hip_dominant", "push", "pull", "calf", "core")
"""Pattern groups that a week of a single session must train (convention)."""
EVERY_WEEK_GROUPS = (
    "knee_dominant",
    "hip_dominant",
    "push",
    "pull",
    "calf",
    "hip_abduction",
    "anti_extension",
    "anti_rotation",
    "anti_lateral_flexion",
)
"""Pattern groups that any other week must train (articles 001 and 002; convention)."""


def required_groups(scenario: Scenario) -> tuple[str, ...]:
    """Ids of the pattern groups that the week must train, where the kit has a row."""
    return ONE_SESSION_GROUPS if len(scenario.week.sessions) == 1 else EVERY_WEEK_GROUPS
