"""What a plan trains, counted in natural units for the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from optimizer.domain.credit import plane_half_credits, quarter_sets
from optimizer.domain.exercise import Exercise
from optimizer.domain.mobility import mobility_coverage
from optimizer.domain.plan import (
    Coverage,
    MuscleCoverage,
    PatternCoverage,
    PlaneCoverage,
    PlannedSession,
)
from optimizer.domain.problem import Problem

Line = tuple[Exercise, int]
"""An exercise and its sets in one session."""


def coverage(problem: Problem, sessions: Sequence[PlannedSession]) -> Coverage:
    """Muscles, planes, patterns and shares of a week."""
    rows = problem.catalog.exercise_by_id
    lines = [(rows[item.exercise], item.sets) for session in sessions for item in session.items]
    return Coverage(
        muscles=_muscles(problem, lines),
        planes=_planes(problem, lines),
        patterns=_patterns(problem, lines),
        mobility=mobility_coverage(problem, sessions),
        compound_share=_share(lines, lambda row: row.mechanics == "compound"),
        unilateral_share=_share(
            [line for line in lines if is_leg_strength(line[0])],
            lambda row: row.laterality != "bilateral",
        ),
    )


def is_leg_strength(row: Exercise) -> bool:
    """Whether a row is lower-body strength work other than calf, ankle and foot."""
    is_leg = row.role == "strength" and row.region in ("lower", "full")
    return is_leg and row.pattern.primary not in ("calf", "ankle", "foot")


def _share(lines: list[Line], counts: Callable[[Exercise], bool]) -> float:
    every = sum(sets for _, sets in lines)
    return round(sum(sets for row, sets in lines if counts(row)) / every, 3) if every else 0.0


def _muscles(problem: Problem, lines: list[Line]) -> tuple[MuscleCoverage, ...]:
    return tuple(
        MuscleCoverage(
            id=demand.muscle,
            sets=sum(sets * quarter_sets(row, demand.muscle) for row, sets in lines) / 4,
            direct_sets=sum(sets for row, sets in lines if demand.muscle in row.muscles.direct),
            floor=demand.floor_quarters / 4,
            target=demand.target_quarters / 4,
        )
        for demand in problem.muscle_demands
    )


def _planes(problem: Problem, lines: list[Line]) -> tuple[PlaneCoverage, ...]:
    return tuple(
        PlaneCoverage(
            id=demand.plane,
            credit=sum(plane_half_credits(row, demand.plane) for row, _ in lines) / 2,
            floor=demand.floor_halves / 2,
            target=demand.target_halves / 2,
        )
        for demand in problem.plane_demands
    )


def _patterns(problem: Problem, lines: list[Line]) -> tuple[PatternCoverage, ...]:
    required = (*problem.servable_groups, *problem.unserved_groups)
    return tuple(
        PatternCoverage(
            id=group.id,
            items=sum(problem.serves(row, group.id) for row, _ in lines),
            floor=1 if group.id in required else 0,
        )
        for group in problem.catalog.pattern_groups
    )
