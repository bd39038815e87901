"""What a week must and should reach: muscles in quarter sets, planes in half credits."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from optimizer.domain.catalog import Catalog
from optimizer.domain.credit import HALVES_PER_CREDIT, QUARTERS_PER_SET
from optimizer.domain.dosing.levels import OFTEN_CREDITED_MUSCLES, LevelNumbers
from optimizer.domain.dosing.season import SEASONS
from optimizer.domain.exercise import PLANES, Plane
from optimizer.domain.scenario import Scenario
from optimizer.domain.sore_areas import eased_muscles, rested_muscles

PLANE_FLOOR_CREDIT = 1.0
PLANE_TARGET_CREDIT_PER_SESSION = 1.0
PLANE_TARGET_CREDIT_MAX = 3.0
ONE_SESSION_FLOOR_FACTOR = 0.5
SORE_MUSCLE_FACTOR = 0.5


@dataclass(frozen=True)
class MuscleDemand:
    """Weekly quarter sets of one muscle: floor, target and cap."""

    muscle: str
    tier: int
    floor_quarters: int
    target_quarters: int
    cap_quarters: int

    def without_floor(self) -> MuscleDemand:
        """The same without floor and target."""
        return replace(self, floor_quarters=0, target_quarters=0)


@dataclass(frozen=True)
class PlaneDemand:
    """Weekly half credits of one plane: floor and target."""

    plane: Plane
    floor_halves: int
    target_halves: int


def _grains(value: float, grains_per_unit: int) -> int:
    """Whole grains that are needed to reach a value, rounded up."""
    return math.ceil(value * grains_per_unit - 1e-9)


def _one_session_factor(scenario: Scenario) -> float:
    """Half for a week of a single session, unless the phase has lowered the floors already."""
    is_full = SEASONS[scenario.athlete.phase].floors == "full"
    return ONE_SESSION_FLOOR_FACTOR if is_full and len(scenario.week.sessions) == 1 else 1.0


def _pain_factors(scenario: Scenario, catalog: Catalog) -> dict[str, float]:
    """Shares of floor and target that pains leave to the muscles of the sore area."""
    eased = dict.fromkeys(sorted(eased_muscles(scenario.athlete, catalog)), SORE_MUSCLE_FACTOR)
    return eased | dict.fromkeys(sorted(rested_muscles(scenario.athlete, catalog)), 0.0)


def muscle_demands(
    scenario: Scenario, catalog: Catalog, numbers: LevelNumbers
) -> tuple[MuscleDemand, ...]:
    """Floors, targets and caps of every muscle; the scenario's own numbers win.

    Floors are halved in a week of a single session. Floors and targets of muscles in a sore
    area are halved, or nothing at all, by the pain's score.
    """
    factor = _one_session_factor(scenario)
    of_pain = _pain_factors(scenario, catalog)
    demands = []
    for muscle in catalog.muscles:
        own = scenario.targets.muscles.get(muscle.id)
        share = of_pain.get(muscle.id, 1.0)
        floor = numbers.floor_sets[muscle.tier] * factor * share
        target = max(numbers.target_sets[muscle.tier] * share, floor)
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
    """Floors and targets of every plane; the scenario's own numbers win.

    Floors follow the phase and are halved in a week of a single session, as those of muscles.
    """
    sessions = len(scenario.week.sessions)
    season = SEASONS[scenario.athlete.phase]
    usual = min(PLANE_TARGET_CREDIT_MAX, sessions * PLANE_TARGET_CREDIT_PER_SESSION)
    usual_floor = PLANE_FLOOR_CREDIT * season.floor_percent / 100 * _one_session_factor(scenario)
    demands = []
    for plane in PLANES:
        floor, target = usual_floor, max(usual, usual_floor)
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


BASIC_GROUPS = ("knee_dominant", "hip_dominant", "push", "pull", "calf", "core")
"""Pattern groups that short weeks and phases of halved floors must train (convention)."""
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
    """Ids of the pattern groups that the week must train, where the kit has a row.

    Every group in base and build weeks of two and more sessions, the basics in weeks of one
    session and in phases of halved floors, none where the phase waives the floors.
    """
    floors = SEASONS[scenario.athlete.phase].floors
    if floors == "waived":
        return ()
    is_full = floors == "full" and len(scenario.week.sessions) > 1
    return EVERY_WEEK_GROUPS if is_full else BASIC_GROUPS
