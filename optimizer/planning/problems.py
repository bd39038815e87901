"""From scenario and catalog to a problem: filters applied, preparation composed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from optimizer.constraints import every_rule
from optimizer.constraints.no_heavy_legs_before_key_runs import CHARACTERS
from optimizer.constraints.preparation_suits_the_work import Settings as PreparationSettings
from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise, Record
from optimizer.domain.frame.preparation import SessionRoutine
from optimizer.domain.frame.week_preparation import compose_week
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.refusals import refusals
from optimizer.domain.rule import Rule
from optimizer.domain.scenario import Scenario
from optimizer.errors import InputError
from optimizer.objectives import every_aim

RULES_WITH_SUBSTITUTES = ("equipment_is_at_hand", "pains_are_respected")
"""Filters whose excluded drills the plan names beside what stands in for them."""


def scenario_settings(scenario: Scenario) -> dict[type[Record], Record]:
    """Settings of every rule and aim that the scenario sets, by their type."""
    chosen: dict[type[Record], Record] = {}
    for owner, given in (
        (every_rule(), scenario.constraints),
        (every_aim(), scenario.objectives),
    ):
        for member in owner:
            if member.id in given:
                chosen[member.settings] = _validated(member.settings, given[member.id])
    return chosen


def _validated(kind: type[Record], value: object) -> Record:
    return value if isinstance(value, kind) else kind.model_validate(value)


def filters(problem: Problem) -> tuple[Rule, ...]:
    """Active rules that can exclude an exercise on sight, in alphabetical order."""
    return tuple(
        rule
        for rule in every_rule()
        if rule.bars is not None and problem.settings_of(rule.settings).enabled
    )


def filters_in_turn(problem: Problem) -> tuple[Rule, ...]:
    """Filters in the order in which they are asked: those about days last."""
    return tuple(sorted(filters(problem), key=lambda rule: rule.kind == "placement"))


def bar(
    problem: Problem, exercise: Exercise, slot: Slot, rules: tuple[Rule, ...] | None = None
) -> tuple[str, str] | None:
    """The first filter that excludes the exercise from the session, and because of what.

    Parameters
    ----------
    rules
        The problem's filters in turn, where they are at hand already.
    """
    for rule in filters_in_turn(problem) if rules is None else rules:
        because = rule.bars(problem, exercise, slot) if rule.bars else None
        if because is not None:
            return rule.id, because
    return None


def _filtered(problem: Problem) -> Problem:
    """The problem with the exercises of each session: those that no filter removes there.

    Heavy legs that the days of a single session forbid are left to the model as long as another
    session of the place allows them, so that sessions of a place stay interchangeable in the
    week layer. A session without any leg work is too different for that.
    """
    rules = filters_in_turn(problem)
    by_days = {rule.id for rule in rules if rule.kind == "placement"}
    usable: dict[str, set[str]] = {slot.id: set() for slot in problem.slots}
    left_to_model: dict[str, set[str]] = {slot.id: set() for slot in problem.slots}
    for slot in problem.slots:
        for row in problem.catalog.exercises:
            found = bar(problem, row, slot, rules)
            if found is None:
                usable[slot.id].add(row.id)
            elif found[0] in by_days:
                left_to_model[slot.id].add(row.id)
    at_place: dict[str, set[str]] = {}
    for slot in problem.slots:
        at_place.setdefault(slot.place, set()).update(usable[slot.id])
    light = {row.id for row in problem.catalog.exercises if not _is_heavy(problem, row)}
    modelled = {
        slot.id: usable[slot.id]
        if left_to_model[slot.id] & light
        else usable[slot.id] | (left_to_model[slot.id] & at_place[slot.place])
        for slot in problem.slots
    }
    return replace(
        problem,
        usable={slot: frozenset(rows) for slot, rows in usable.items()},
        modelled={slot: frozenset(rows) for slot, rows in modelled.items()},
    )


def _is_heavy(problem: Problem, row: Exercise) -> bool:
    return any(problem.has_character(row, kind) for kind in CHARACTERS)


def _may_stay_empty(problem: Problem, slot: Slot) -> bool:
    """Whether an active rule lets the session stay empty."""
    return any(
        rule.frees is not None
        and problem.settings_of(rule.settings).enabled
        and rule.frees(problem, slot)
        for rule in every_rule()
    )


def _routines(problem: Problem) -> Mapping[str, SessionRoutine]:
    """Preparation and cool-down of every session, from what it may hold."""
    rules = filters_in_turn(problem)

    def is_barred(exercise: Exercise, slot: Slot) -> bool:
        found = bar(problem, exercise, slot, rules)
        return found is not None and found[0] in RULES_WITH_SUBSTITUTES

    length = problem.settings_of(PreparationSettings).level_lengths_from_minutes
    return compose_week(problem, length, is_barred)


def build_problem(scenario: Scenario, catalog: Catalog) -> Problem:
    """Resolve a scenario against a catalog.

    Raises
    ------
    InputError
        If the athlete needs a professional rather than a plan.
    """
    refused = tuple(refusals(scenario, catalog))
    if refused:
        raise InputError(*refused)
    filtered = _filtered(bare_problem(scenario, catalog))
    return replace(filtered, routines=_routines(filtered))


def bare_problem(scenario: Scenario, catalog: Catalog) -> Problem:
    """The problem before its filters were applied; enough to ask them about single exercises."""
    bare = Problem(scenario, catalog, settings=scenario_settings(scenario))
    free = tuple(slot.id for slot in bare.slots if _may_stay_empty(bare, slot))
    return replace(bare, optional_sessions=free)
