"""From scenario and catalog to a problem: filters applied, preparation composed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from optimizer.constraints import every_rule
from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise, Record
from optimizer.domain.preparation import PreparationBlock, build_preparation
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.refusals import refusals
from optimizer.domain.rule import Rule
from optimizer.domain.scenario import Scenario
from optimizer.errors import InputError
from optimizer.objectives import every_aim


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


def _preparation(problem: Problem) -> Mapping[str, tuple[PreparationBlock, ...]]:
    """Preparation blocks of each place, from what its first session may hold."""
    blocks: dict[str, tuple[PreparationBlock, ...]] = {}
    rows = problem.catalog.exercise_by_id
    for slot in problem.slots:
        if slot.place in blocks:
            continue
        here = {other.id for other in problem.slots if other.place == slot.place}
        pinned = [rows[pin.exercise] for pin in problem.scenario.pin if pin.session in here]
        usable = problem.usable[slot.id]
        blocks[slot.place] = build_preparation(
            problem.catalog,
            problem.level,
            [row for row in problem.catalog.exercises if row.id in usable],
            first=tuple(dict.fromkeys(row for row in pinned if not row.is_work)),
        )
    return blocks


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
    bare = Problem(scenario, catalog, settings=scenario_settings(scenario))
    filtered = replace(bare, usable=_usable(bare))
    return replace(filtered, preparation=_preparation(filtered))
