"""Solve a week that cannot keep everything: give up what matters least, and say it."""

from __future__ import annotations

from collections.abc import Callable

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.relax_steps import STEPS, Step, applied, prefixes
from optimizer.planning.solving import SolveOptions, solve
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import PlanFound
from optimizer.solve.two_layer import solve_two_layer

MORE_MINUTES_MOST = 60
PROBE_DETERMINISTIC_SECONDS = 0.5
"""Deterministic time of one call where only the existence of a plan is asked."""

HasPlan = Callable[[Scenario], bool]


def solve_relaxed(
    scenario: Scenario, catalog: Catalog, options: SolveOptions | None = None
) -> Plan:
    """The plan of a scenario; where none exists, that of a week that asks for less.

    Rests fall to the least of their role, then single sets are allowed, then the floors of the
    second muscle tier are halved, then planes are asked of the week alone. The steps add up
    until a plan exists; those that turn out not to be needed are taken back. If all of them are
    not enough, floors become aims and the plan says how many minutes are missing. Safety is
    never given up.

    Returns
    -------
    Plan
        With a note that begins with ``RELAXED`` for each thing given up; the plan is checked
        against the rules as they then are.

    Raises
    ------
    InternalError
        If the plan breaks a rule in the independent check: a bug.
    """
    options = options or SolveOptions()
    plan = solve(scenario, catalog, options)
    if plan.status != "infeasible":
        return plan
    has_plan = _probe(catalog, options)
    steps = _needed(scenario, catalog, has_plan)
    if steps:
        return _told(scenario, catalog, options, steps)
    return _without_floors(scenario, catalog, options, plan, has_plan)


def _probe(catalog: Catalog, options: SolveOptions) -> HasPlan:
    """Whether a scenario has a plan, within the limits of all such questions together."""
    limits = Limits(
        seconds=options.seconds,
        deterministic_seconds=PROBE_DETERMINISTIC_SECONDS,
        seed=options.seed,
        stop=options.stop,
    )

    def has_plan(scenario: Scenario) -> bool:
        problem = build_problem(scenario, catalog)
        return isinstance(solve_two_layer(problem, limits, any_plan=True), PlanFound)

    return has_plan


def _needed(scenario: Scenario, catalog: Catalog, has_plan: HasPlan) -> tuple[Step, ...]:
    """The first steps that make a plan possible, less those that it does not need."""
    enough = (steps for steps in prefixes() if has_plan(applied(scenario, catalog, steps)))
    steps = next(enough, ())
    for step in reversed(steps):
        fewer = tuple(one for one in steps if one.id != step.id)
        if fewer and has_plan(applied(scenario, catalog, fewer)):
            steps = fewer
    return steps


def _told(
    scenario: Scenario, catalog: Catalog, options: SolveOptions, steps: tuple[Step, ...]
) -> Plan:
    """The plan after the steps, with a note on each."""
    before = build_problem(scenario, catalog)
    plan = solve(applied(scenario, catalog, steps), catalog, options)
    told = (step.told(before, plan) for step in steps)
    notes = tuple(f"RELAXED: {text}." for text in told if text)
    return plan.model_copy(update={"notes": (*notes, *plan.notes)})


def _without_floors(
    scenario: Scenario, catalog: Catalog, options: SolveOptions, plan: Plan, has_plan: HasPlan
) -> Plan:
    """The plan that misses floors, with the minutes that would keep them; else as it was."""
    missing = _missing_minutes(scenario, has_plan)
    targets = scenario.targets.model_copy(update={"floors": "relaxed"})
    easier = applied(scenario.model_copy(update={"targets": targets}), catalog, STEPS[:2])
    if not has_plan(easier):
        return plan.model_copy(update={"notes": (missing, *plan.notes)})
    eased = _told(scenario.model_copy(update={"targets": targets}), catalog, options, STEPS[:2])
    floors = "RELAXED: floors are wishes this week; what is missed is listed."
    return eased.model_copy(update={"notes": (missing, floors, *eased.notes)})


def _missing_minutes(scenario: Scenario, has_plan: HasPlan) -> str:
    """How many more minutes in each session would keep every floor."""
    if not has_plan(_longer(scenario, MORE_MINUTES_MOST)):
        return "MINUTES: an hour more in each session would not make this week possible either."
    low, high = 0, MORE_MINUTES_MOST
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if has_plan(_longer(scenario, middle)) else (middle, high)
    return f"MINUTES: {high} more in each session would keep everything that was asked for."


def _longer(scenario: Scenario, minutes: int) -> Scenario:
    """The scenario with more minutes in every session."""
    sessions = tuple(
        session.model_copy(update={"minutes": session.minutes + minutes})
        for session in scenario.week.sessions
    )
    week = scenario.week.model_copy(update={"sessions": sessions})
    return scenario.model_copy(update={"week": week})
