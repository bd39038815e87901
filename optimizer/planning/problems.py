"""From scenario and catalog to a problem: filters applied, preparation composed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from optimizer.constraints import every_rule
from optimizer.constraints.preparation_suits_the_work import Settings as PreparationSettings
from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise, Record
from optimizer.domain.preparation import SessionRoutine
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.rule import Rule
from optimizer.domain.scenario import Scenario
from optimizer.domain.week_preparation import compose_week
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


def bar(problem: Problem, exercise: Exercise, slot: Slot) -> tuple[str, str] | None:
    """The first filter that excludes the exercise from the session, and because of what."""
    for rule in filters(problem):
        because = rule.bars(problem, exercise, slot) if rule.bars else None
        if because is not None:
            return rule.id, because
    return None


def _usable(problem: Problem) -> dict[str, frozenset[str]]:
    return {
        slot.id: frozenset(
            row.id for row in problem.catalog.exercises if bar(problem, row, slot) is None
        )
        for slot in problem.slots
    }


def _routines(problem: Problem) -> Mapping[str, SessionRoutine]:
    """Preparation and cool-down of every session, from what it may hold."""

    def is_barred(exercise: Exercise, slot: Slot) -> bool:
        found = bar(problem, exercise, slot)
        return found is not None and found[0] in RULES_WITH_SUBSTITUTES

    length = problem.settings_of(PreparationSettings).level_lengths_from_minutes
    return compose_week(problem, length, is_barred)


def build_problem(scenario: Scenario, catalog: Catalog) -> Problem:
    """Resolve a scenario against a catalog."""
    bare = Problem(scenario, catalog, settings=scenario_settings(scenario))
    filtered = replace(bare, usable=_usable(bare))
    return replace(filtered, routines=_routines(filtered))
