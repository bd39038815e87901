"""The day layer: deals the week's totals out to the sessions under the exact day rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan_writer import Chosen
from optimizer.domain.problem import Problem, Slot
from optimizer.model.day_model import DayModel
from optimizer.model.poster import Expression
from optimizer.model.scopes import SessionClass
from optimizer.solve.build import active_tiers, build_days, express, is_deal_tier
from optimizer.solve.cp_sat import Answer
from optimizer.solve.heats import DEAL_HEATS
from optimizer.solve.lexicographic import Climb, Climber, Room
from optimizer.solve.limits import Limits
from optimizer.solve.tie_break import break_ties

PATIENCE_DETERMINISTIC_SECONDS = 0.3
"""For finding any deal at all; other totals are tried sooner than these proved hopeless."""


@dataclass(frozen=True)
class Totals:
    """What the week layer chose: times and sets by exercise id and class id.

    ``stages`` counts the sessions prepared for a stage or more, by class id and stage;
    ``ceilings`` holds how high the tiers about days may be, by tier id.
    """

    times: Mapping[tuple[str, str], int]
    sets: Mapping[tuple[str, str], int]
    stages: Mapping[tuple[str, int], int]
    ceilings: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Deal:
    """The totals dealt out, or the answer that they cannot be."""

    answer: Answer
    chosen: Chosen = field(default_factory=Chosen)
    climb: Climb | None = None


def restricted_days(
    problem: Problem, totals: Totals, classes: tuple[SessionClass, ...]
) -> DayModel:
    """The day model over the exercises that the totals use."""
    group_of = {slot.id: group.id for group in classes for slot in group.slots}
    used = {exercise for (exercise, _), times in totals.times.items() if times}
    rows = tuple(row for row in problem.candidates if row.id in used)

    def may_hold(row: Exercise, slot: Slot) -> bool:
        return totals.times.get((row.id, group_of[slot.id]), 0) > 0

    days = build_days(problem, rows, allowed=may_hold)
    for tier, aims in active_tiers(problem):
        if tier.id in totals.ceilings:
            days.poster.structural(express(days, aims) <= totals.ceilings[tier.id])
    return days


def class_totals(
    days: DayModel, row: Exercise, group: SessionClass
) -> tuple[Expression, Expression]:
    """Times and sets of an exercise over the sessions of a class."""
    slots = [slot for slot in group.slots if (row.id, slot.id) in days.in_variables]
    times = days.total(days.in_variables[row.id, slot.id] for slot in slots)
    sets = days.total(days.sets_variables[row.id, slot.id] for slot in slots)
    return times, sets


def prepared(days: DayModel, group: SessionClass, stage: int) -> Expression:
    """How many sessions of a class are prepared for a stage or more."""
    return days.total(days.prepares(slot, stage) for slot in group.slots)


def deal(
    problem: Problem, totals: Totals, classes: tuple[SessionClass, ...], limits: Limits
) -> Deal:
    """Deal the totals to the sessions; among the ways, the best for the week's own aims."""
    days = restricted_days(problem, totals, classes)
    rows = problem.catalog.exercise_by_id
    for (exercise, group_id), times in totals.times.items():
        if times:
            group = next(group for group in classes if group.id == group_id)
            held, sets = class_totals(days, rows[exercise], group)
            days.poster.structural(held == times)
            days.poster.structural(sets == totals.sets[exercise, group_id])
    for (group_id, stage), count in totals.stages.items():
        group = next(group for group in classes if group.id == group_id)
        days.poster.structural(prepared(days, group, stage) == count)
    steps = [
        (tier, lambda aims=aims: express(days, aims))
        for tier, aims in active_tiers(problem)
        if is_deal_tier(aims)
    ]
    model, variables = days.poster.model, day_variables(days)
    climber = Climber(
        model,
        variables,
        room_of(problem),
        limits,
        heats=DEAL_HEATS,
        patience_seconds=PATIENCE_DETERMINISTIC_SECONDS,
    )
    result = climber.climb(steps)
    if not result.values:
        return Deal(result.answer)
    break_ties(climber, days)
    return Deal(result.answer, read_days(days, result), result)


def room_of(problem: Problem) -> Room:
    """What tolerances are reckoned from in this problem."""
    return Room(len(problem.slots), sum(slot.limit_seconds for slot in problem.slots))


def day_variables(days: DayModel) -> list[cp_model.IntVar]:
    """All decisions of a day model, in the order of their creation."""
    return [
        *days.in_variables.values(),
        *days.sets_variables.values(),
        *days.stage_variables.values(),
        *days.placement_variables(),
    ]


def read_days(days: DayModel, result: Climb) -> Chosen:
    """Chosen sets, preparation stages and days of the sessions that take place."""
    sets = days.sets_variables.items()
    chosen = {key: result.value(variable) for key, variable in sets if result.value(variable)}
    stages = {slot.id: 0 for slot in days.slots}
    for (slot_id, stage), variable in days.stage_variables.items():
        if result.value(variable):
            stages[slot_id] = max(stages[slot_id], stage)
    stands = {
        slot.id: day
        for slot in days.slots
        for day in slot.days
        if result.value(days.is_on(slot, day))
    }
    return Chosen(chosen, {slot: stage for slot, stage in stages.items() if slot in stands}, stands)
