"""Solve a scenario: filters, model, proof, verification and the finished plan."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from typing import TYPE_CHECKING, Literal

from optimizer.domain.catalog import Catalog
from optimizer.domain.coverage import coverage
from optimizer.domain.plan import AthleteName, Plan
from optimizer.domain.plan_writer import Chosen, write_sessions
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario
from optimizer.planning.advice.notes import notes
from optimizer.planning.exclusions import exclusions, funnel
from optimizer.planning.idle_items import first_idle_item, without_item
from optimizer.planning.problems import build_problem
from optimizer.planning.reasoning.reasons import with_reasons
from optimizer.planning.verified import verified
from optimizer.solve.direct import solve_direct
from optimizer.solve.limits import Limits, Stop
from optimizer.solve.outcome import NoPlanExists, NoPlanFound, Outcome, PlanFound
from optimizer.solve.two_layer import solve_two_layer

if TYPE_CHECKING:
    from optimizer.planning.diagnosis import Locate

Formulation = Literal["two-layer", "direct"]
SOLVERS: dict[Formulation, Callable[[Problem, Limits], Outcome]] = {
    "two-layer": solve_two_layer,
    "direct": solve_direct,
}
BALANCE_RULES = ("push_and_pull_are_balanced", "knee_and_hip_work_are_balanced")
"""Rules that the closest plan may break besides the floors; never time, equipment or safety."""
FREE_WEEK = PlanFound(chosen=Chosen(), tiers=())
"""The only plan of a week without sessions."""
CLOSEST_DETERMINISTIC_SECONDS = 0.3
"""Deterministic time of one tier of the closest plan, which need not be proved best."""


@dataclass(frozen=True)
class SolveOptions:
    """How to solve: formulation, seed, wall-clock seconds and the scenario's fingerprint.

    ``locate`` finds the lines of the scenario's file for conflicts and repairs; ``closest`` says
    whether an impossible scenario gets the closest partial plan.

    ``progress`` is called with the name of each tier when its turn comes. ``stop`` lets another
    thread end the solve; then the best plan so far is the answer.
    """

    formulation: Formulation = "two-layer"
    seed: int = 0
    seconds: float = 60.0
    scenario_sha256: str = ""
    progress: Callable[[str], None] | None = None
    stop: Stop = field(default_factory=Stop)
    locate: Locate | None = None
    closest: bool = True

    @property
    def limits(self) -> Limits:
        """The limits of one solve, from now."""
        report = self.progress or (lambda _: None)
        return Limits(seconds=self.seconds, seed=self.seed, report=report, stop=self.stop)


def solve(
    scenario: Scenario,
    catalog: Catalog,
    options: SolveOptions | None = None,
) -> Plan:
    """The best plan of a scenario, with its certificate; or why there is none.

    Returns
    -------
    Plan
        With status ``optimal`` or ``feasible``; or ``infeasible`` with the conflict, repairs,
        the funnel and the closest partial plan; or ``unknown`` where a limit came first.

    Raises
    ------
    InternalError
        If the plan breaks a rule in the independent check: a bug.
    """
    options = options or SolveOptions()
    started = time.perf_counter()
    problem = build_problem(scenario, catalog)
    built = time.perf_counter()
    limits = options.limits
    outcome = outcome_of(problem, limits, options.formulation)
    effort = {
        "problem_seconds": round(built - started, 3),
        "solve_seconds": round(time.perf_counter() - built, 3),
    }
    return plan_of(problem, outcome, limits, options, effort)


def outcome_of(problem: Problem, limits: Limits, formulation: Formulation) -> Outcome:
    """What the solver decides about a problem."""
    return SOLVERS[formulation](problem, limits) if problem.slots else FREE_WEEK


def plan_of(
    problem: Problem,
    outcome: Outcome,
    limits: Limits,
    options: SolveOptions,
    effort: dict[str, float],
) -> Plan:
    """The finished plan of an outcome; for an impossible problem, with the conflict and repairs.

    Parameters
    ----------
    limits
        Whose time is left for the conflict, repairs and the closest plan.
    effort
        Run times to state.
    """
    plan = _plan(problem, outcome, limits, options, effort)
    return plan.model_copy(update={"provenance": _provenance(problem, options)})


def _plan(
    problem: Problem,
    outcome: Outcome,
    limits: Limits,
    options: SolveOptions,
    effort: dict[str, float],
) -> Plan:
    scenario = problem.scenario
    frame = Plan(
        scenario=scenario.name,
        athlete=AthleteName(id=scenario.athlete.id, name=scenario.athlete.name),
        excluded=exclusions(problem),
        effort=effort,
    )
    if isinstance(outcome, PlanFound):
        return _found(problem, frame, outcome)
    if isinstance(outcome, NoPlanExists):
        return _impossible(problem, frame, limits, options)
    return _unknown(frame, outcome)


def _unknown(frame: Plan, outcome: NoPlanFound) -> Plan:
    return frame.model_copy(update={"status": "unknown", "stopped_by": outcome.stopped_by})


def _found(problem: Problem, frame: Plan, outcome: PlanFound) -> Plan:
    sessions = write_sessions(problem, outcome.chosen)
    plan = frame.model_copy(
        update={
            "status": "optimal" if outcome.is_proved else "feasible",
            "stopped_by": outcome.stopped_by,
            "tiers": outcome.tiers,
            "sessions": sessions,
            "coverage": coverage(problem, sessions),
            "effort": {**frame.effort, "rounds": outcome.rounds},
        }
    )
    checked = with_reasons(problem, verified(problem, plan))
    idle = first_idle_item(checked)
    if idle is not None:
        return _found(problem, frame, without_item(problem, outcome, idle))
    return checked.model_copy(update={"notes": notes(problem, checked)})


def _impossible(problem: Problem, frame: Plan, limits: Limits, options: SolveOptions) -> Plan:
    """Why there is no plan, within the time that is left, and the closest one."""
    from optimizer.planning.diagnosis import diagnose  # noqa: PLC0415 - loads the repairs

    found = diagnose(problem, limits, options.locate)
    return frame.model_copy(
        update={
            "status": "infeasible",
            "funnel": funnel(problem),
            "conflict": found.conflict,
            "conflict_is_minimal": found.is_minimal,
            "repairs": found.repairs,
            "closest": closest_plan(problem, limits) if options.closest else None,
        }
    )


def closest_plan(problem: Problem, limits: Limits) -> Plan | None:
    """The best plan that misses floors, and if need be the balances; None if there is none."""
    scenario = problem.scenario
    quick = replace(limits, deterministic_seconds=CLOSEST_DETERMINISTIC_SECONDS)
    targets = scenario.targets.model_copy(update={"floors": "relaxed"})
    off = {**scenario.constraints, **{rule: {"enabled": False} for rule in BALANCE_RULES}}
    for constraints in (scenario.constraints, off):
        relaxed = scenario.model_copy(update={"targets": targets, "constraints": constraints})
        eased = build_problem(relaxed, problem.catalog)
        outcome = solve_two_layer(eased, quick, any_plan=True)
        if isinstance(outcome, PlanFound):
            frame = Plan(scenario=f"{scenario.name} (closest)")
            return _found(eased, frame, outcome)
    return None


def _provenance(problem: Problem, options: SolveOptions) -> dict[str, str | int]:
    text = problem.scenario.model_dump_json() + problem.catalog.sha256
    return {
        "triplane": version("triplane"),
        "ortools": version("ortools"),
        "seed": options.seed,
        "problem_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "scenario_sha256": options.scenario_sha256,
        "catalog_sha256": problem.catalog.sha256,
    }
