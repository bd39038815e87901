"""What a week may give up where no plan exists, in this order: rests, sets, floors, planes.

The order is that of the training notes (convention). Supersets would be the second step; plans
hold none. Targets are aims and give way by themselves. Time, equipment, level, pains, landings,
key runs and equal sides are never given up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from optimizer.constraints import every_rule
from optimizer.constraints.sets_stay_in_range import Settings as SetsSettings
from optimizer.domain.catalog import Catalog
from optimizer.domain.dosing.levels import DoseClass
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import MuscleTarget, Scenario
from optimizer.planning.problems import build_problem

TIER_HALVED = 2
SETS_RULE = "sets_stay_in_range"
PLANES_RULE = "planes_are_covered_in_each_session"
REST_NAMES: dict[DoseClass, str] = {
    "main": "main lifts",
    "accessory": "other strength",
    "core": "core",
    "power": "jumps",
}


@dataclass(frozen=True)
class Step:
    """One thing that a week gives up.

    ``change`` makes the scenario that asks for less; ``told`` says by how much the plan asks
    less than the problem before any step, and nothing where it turned out not to.
    """

    id: str
    change: Callable[[Scenario, Catalog], Scenario]
    told: Callable[[Problem, Plan], str]


def _least_rests(scenario: Scenario, catalog: Catalog) -> Scenario:
    targets = scenario.targets.model_copy(update={"rests": "least"})
    return scenario.model_copy(update={"targets": targets})


def _with_rule(scenario: Scenario, rule_id: str, **settings: Any) -> Scenario:
    """The scenario with these settings of a rule, its other settings kept."""
    kind = next(rule.settings for rule in every_rule() if rule.id == rule_id)
    given = scenario.constraints.get(rule_id, {})
    own = given if isinstance(given, kind) else kind.model_validate(given)
    changed = {**scenario.constraints, rule_id: own.model_copy(update=settings)}
    return scenario.model_copy(update={"constraints": changed})


def _single_sets(scenario: Scenario, catalog: Catalog) -> Scenario:
    return _with_rule(scenario, SETS_RULE, least=1)


def _half_floors(scenario: Scenario, catalog: Catalog) -> Scenario:
    """Half of every floor of tier 2 that the scenario does not set itself."""
    muscles = dict(scenario.targets.muscles)
    for demand in build_problem(scenario, catalog).muscle_demands:
        own = muscles.get(demand.muscle)
        if demand.tier == TIER_HALVED and (own is None or own.floor is None):
            changes = {"floor": demand.floor_quarters / 8, "target": demand.target_quarters / 4}
            muscles[demand.muscle] = MuscleTarget.model_validate(changes)
    targets = scenario.targets.model_copy(update={"muscles": muscles})
    return scenario.model_copy(update={"targets": targets})


def _no_session_planes(scenario: Scenario, catalog: Catalog) -> Scenario:
    return _with_rule(scenario, PLANES_RULE, enabled=False)


def _tell_rests(problem: Problem, plan: Plan) -> str:
    usual, least = problem.numbers.rest_seconds, problem.numbers.rest_seconds_least
    changes = [
        f"{name} {least[row]} s instead of {usual[row]} s"
        for row, name in REST_NAMES.items()
        if least[row] < usual[row]
    ]
    return f"rests at their least: {', '.join(changes)}" if changes else ""


def _tell_sets(problem: Problem, plan: Plan) -> str:
    """How many items have a single set, where that was not allowed before."""
    items = [item for session in plan.sessions for item in session.items]
    single = [item for item in items if item.sets == 1]
    if not single or problem.numbers.sets_least == 1:
        return ""
    least = problem.settings_of(SetsSettings).least
    return f"single sets instead of {least} at least: {len(single)} of {len(items)} items have one"


def _tell_floors(problem: Problem, plan: Plan) -> str:
    """The tier-2 muscles below the floor of the problem, with what they get."""
    floors = {one.muscle: one.floor_quarters / 4 for one in problem.muscle_demands if one.tier == 2}
    names = {muscle.id: muscle.name for muscle in problem.catalog.muscles}
    short = [
        f"{names[muscle.id]} {muscle.sets:g} instead of {floors[muscle.id]:g}"
        for muscle in plan.coverage.muscles
        if muscle.id in floors and muscle.sets < floors[muscle.id]
    ]
    text = "half the floors of the second tier, to be made up next week"
    return f"{text}: {', '.join(short)}" if short else ""


def _tell_planes(problem: Problem, plan: Plan) -> str:
    rule = next(rule for rule in every_rule() if rule.id == PLANES_RULE)
    missed = [f"session {one.where}, {one.message}" for one in rule.violations(problem, plan)]
    text = "planes asked of the week only, not of single sessions"
    return f"{text}: {'; '.join(missed)}" if missed else ""


STEPS = (
    Step("rests", _least_rests, _tell_rests),
    Step("sets", _single_sets, _tell_sets),
    Step("floors", _half_floors, _tell_floors),
    Step("planes", _no_session_planes, _tell_planes),
)
"""The steps in the order in which they are taken."""


def applied(scenario: Scenario, catalog: Catalog, steps: tuple[Step, ...]) -> Scenario:
    """The scenario after these steps."""
    for step in steps:
        scenario = step.change(scenario, catalog)
    return scenario


def prefixes() -> Iterator[tuple[Step, ...]]:
    """The first step, the first two, and so on."""
    for count in range(1, len(STEPS) + 1):
        yield STEPS[:count]
