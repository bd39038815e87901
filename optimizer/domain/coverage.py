"""What a plan trains, counted in natural units for the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from optimizer.domain.credit import (
    HALVES_PER_CREDIT,
    QUARTERS_PER_SET,
    plane_half_credits,
    quarter_sets,
)
from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.mobility import mobility_coverage
from optimizer.domain.leg_work import is_leg_strength
from optimizer.domain.plan import PlannedSession
from optimizer.domain.plan_coverage import (
    Coverage,
    MuscleCoverage,
    MuscleFeed,
    PatternCoverage,
    PatternFeed,
    PlaneCoverage,
    PlaneFeed,
)
from optimizer.domain.problem import Problem


class Line(NamedTuple):
    """An item of a session: its exercise, its sets and its id."""

    row: Exercise
    sets: int
    item: str


def coverage(problem: Problem, sessions: Sequence[PlannedSession]) -> Coverage:
    """Muscles, planes, patterns and shares of a week, and which items feed each of them."""
    rows = problem.catalog.exercise_by_id
    lines = [
        Line(rows[item.exercise], item.sets, item.id)
        for session in sessions
        for item in session.items
    ]
    return Coverage(
        muscles=_muscles(problem, lines),
        planes=_planes(problem, lines),
        patterns=_patterns(problem, lines),
        mobility=mobility_coverage(problem, sessions),
        compound_share=_share(lines, lambda row: row.mechanics == "compound"),
        unilateral_share=_share(
            [line for line in lines if is_leg_strength(line.row)],
            lambda row: row.laterality != "bilateral",
        ),
    )


def _share(lines: list[Line], counts: Callable[[Exercise], bool]) -> float:
    every = sum(line.sets for line in lines)
    return round(sum(line.sets for line in lines if counts(line.row)) / every, 3) if every else 0.0


def _muscles(problem: Problem, lines: list[Line]) -> tuple[MuscleCoverage, ...]:
    found = []
    for demand in problem.muscle_demands:
        muscle = demand.muscle
        given = [(line, line.sets * quarter_sets(line.row, muscle)) for line in lines]
        found.append(
            MuscleCoverage(
                id=muscle,
                sets=sum(quarters for _, quarters in given) / QUARTERS_PER_SET,
                direct_sets=sum(line.sets for line in lines if muscle in line.row.muscles.direct),
                floor=demand.floor_quarters / QUARTERS_PER_SET,
                target=demand.target_quarters / QUARTERS_PER_SET,
                fed_by=tuple(
                    MuscleFeed(item=line.item, sets=quarters / QUARTERS_PER_SET)
                    for line, quarters in given
                    if quarters
                ),
            )
        )
    return tuple(found)


def _planes(problem: Problem, lines: list[Line]) -> tuple[PlaneCoverage, ...]:
    found = []
    for demand in problem.plane_demands:
        given = [(line, plane_half_credits(line.row, demand.plane)) for line in lines]
        found.append(
            PlaneCoverage(
                id=demand.plane,
                credit=sum(halves for _, halves in given) / HALVES_PER_CREDIT,
                floor=demand.floor_halves / HALVES_PER_CREDIT,
                target=demand.target_halves / HALVES_PER_CREDIT,
                fed_by=tuple(
                    PlaneFeed(item=line.item, credit=halves / HALVES_PER_CREDIT)
                    for line, halves in given
                    if halves
                ),
            )
        )
    return tuple(found)


def _patterns(problem: Problem, lines: list[Line]) -> tuple[PatternCoverage, ...]:
    required = (*problem.servable_groups, *problem.unserved_groups)
    found = []
    for group in problem.catalog.pattern_groups:
        serving = [line for line in lines if problem.serves(line.row, group.id)]
        found.append(
            PatternCoverage(
                id=group.id,
                items=len(serving),
                floor=1 if group.id in required else 0,
                fed_by=tuple(PatternFeed(item=line.item, sets=line.sets) for line in serving),
            )
        )
    return tuple(found)
