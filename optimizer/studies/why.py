"""What an exercise is worth: the best week with it against the best week without it.

The optimum has the exercise or has it not; the other side is solved as well, with the exercise
forced in or forced out. Of the weeks that are as good as the forced optimum, one with few
changes against the optimum is shown, so that the difference speaks of the exercise alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from optimizer.domain.catalog import Catalog
from optimizer.domain.changes import Changes
from optimizer.domain.coverage import coverage
from optimizer.domain.exercise import Exercise, Record
from optimizer.domain.plan import Plan, Reason
from optimizer.domain.plan_diagnosis import ConflictMember
from optimizer.domain.plan_writer import write_sessions
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario
from optimizer.planning.diagnosis import diagnose
from optimizer.planning.problems import build_problem
from optimizer.planning.verified import verified
from optimizer.solve.fewest_changes import Around, rows_of, solve_fewest_changes
from optimizer.solve.limits import Limits, Stop
from optimizer.solve.outcome import NoPlanExists, Outcome, PlanFound
from optimizer.solve.two_layer import solve_two_layer
from optimizer.studies.comparing.differences import differences
from optimizer.studies.coverage_changes import CoverageChange, coverage_changes
from optimizer.studies.finishing import finished
from optimizer.studies.forced_scenarios import wanted, with_exercise, without_exercise
from optimizer.studies.gates import Gate, gates, is_shut
from optimizer.studies.named_exercise import named_exercise
from optimizer.studies.tier_costs import TierCost, deciding, measured_tiers, tier_costs

NEAR_DETERMINISTIC_SECONDS = 0.1
"""Deterministic time of one search for the forced week that is nearest to the optimum."""

Verdict = Literal["costs", "as good", "better", "impossible", "filtered", "unknown"]


class Place(Record):
    """Where the optimum holds the exercise, and why."""

    session: str
    sets: int | None
    reasons: tuple[Reason, ...] = ()


class Why(Record):
    """The worth of an exercise in a week.

    Attributes
    ----------
    status
        ``done``, or why there is nothing to compare: the scenario itself has no plan, or a
        limit came first.
    planned
        Where the optimum holds the exercise; empty where it does not.
    forced
        What the other side of the comparison is: the exercise forced in, or forced out.
    verdict
        What the force does to the tiers over all plans, beyond their tolerances; ``filtered``
        if no session may hold the exercise.
    proved
        Whether both weeks are proved best, or the force is proved impossible.
    pinned
        Whether the scenario asks for it; what asks was dropped to force it out.
    gates
        Filters that keep the exercise out of sessions.
    lost_demands
        Pattern groups that nothing else here can serve: forced out, the exercise takes the
        demand with it.
    tiers
        Every tier of the optimum (before) and of the forced optimum (after).
    changes, coverage
        From the optimum to a forced week that is near to it (shown), with every tier over all
        plans as good as in the forced optimum, up to its tolerance.
    conflict
        Demands that cannot hold with the force, where the verdict is impossible.
    keep_it_so
        What to write into the scenario to have the forced week.
    """

    exercise: str
    status: Literal["done", "infeasible", "unknown"] = "done"
    planned: tuple[Place, ...] = ()
    forced: Literal["in", "out"] | None = None
    verdict: Verdict = "unknown"
    pinned: bool = False
    is_drill: bool = False
    proved: bool = False
    gates: tuple[Gate, ...] = ()
    lost_demands: tuple[str, ...] = ()
    tiers: tuple[TierCost, ...] = ()
    changes: Changes = Changes()
    coverage: tuple[CoverageChange, ...] = ()
    conflict: tuple[ConflictMember, ...] = ()
    conflict_is_minimal: bool | None = None
    keep_it_so: str = ""
    stopped_by: str | None = None

    @property
    def deciding(self) -> TierCost | None:
        """The first tier that differs by more than its tolerance."""
        return deciding(self.tiers)


@dataclass(frozen=True)
class WhyOptions:
    """Seed, wall-clock seconds, progress and stop, for both solves together."""

    seed: int = 0
    seconds: float = 60.0
    progress: Callable[[str], None] | None = None
    stop: Stop = field(default_factory=Stop)

    @property
    def limits(self) -> Limits:
        """The limits of all searches, from now."""
        report = self.progress or (lambda _: None)
        return Limits(seconds=self.seconds, seed=self.seed, report=report, stop=self.stop)


def why(
    scenario: Scenario, exercise: str, catalog: Catalog, options: WhyOptions | None = None
) -> Why:
    """What it costs to force an exercise into the week, or out of it.

    Parameters
    ----------
    exercise
        An id, a name, an alias, or something close to one.

    Raises
    ------
    InputError
        If no exercise, or more than one, can be meant.
    """
    row = named_exercise(exercise, catalog)
    problem = build_problem(scenario, catalog)
    shut = gates(problem, row)
    frame = Why(exercise=row.id, gates=shut, is_drill=not row.is_work)
    if is_shut(problem, row, shut):
        return frame.model_copy(update={"verdict": "filtered", "proved": True})
    limits = (options or WhyOptions()).limits
    best = solve_two_layer(problem, limits)
    if not isinstance(best, PlanFound):
        return frame.model_copy(update=_no_plan(best))
    return _compared(_Side(problem, best, finished(problem, best)), row, frame, limits)


@dataclass(frozen=True)
class _Side:
    """A problem with its best week."""

    problem: Problem
    outcome: PlanFound
    plan: Plan


def _no_plan(outcome: Outcome) -> dict[str, object]:
    if isinstance(outcome, NoPlanExists):
        return {"status": "infeasible"}
    return {"status": "unknown", "stopped_by": getattr(outcome, "stopped_by", None)}


def _compared(best: _Side, row: Exercise, frame: Why, limits: Limits) -> Why:
    """The optimum against the week with the exercise forced to the other side."""
    planned = _places(best.plan, row)
    forced: Literal["in", "out"] = "out" if planned else "in"
    scenario = best.problem.scenario
    pinned = any(pin.exercise == row.id for pin in scenario.pin)
    frame = frame.model_copy(
        update={
            "planned": planned,
            "forced": forced,
            "pinned": pinned or row.id in wanted(scenario),
        }
    )
    changed = without_exercise(scenario, row) if planned else with_exercise(best.problem, row)
    problem = build_problem(changed, best.problem.catalog)
    outcome = solve_two_layer(problem, limits)
    if isinstance(outcome, PlanFound):
        return _weighed(best, problem, outcome, frame, row, limits)
    if not isinstance(outcome, NoPlanExists):
        return frame.model_copy(update={"status": "unknown", "stopped_by": outcome.stopped_by})
    found = diagnose(problem, limits, mends=False)
    update = {"conflict": found.conflict, "conflict_is_minimal": found.is_minimal}
    return frame.model_copy(update={"verdict": "impossible", "proved": True, **update})


def _weighed(
    best: _Side, problem: Problem, forced: PlanFound, frame: Why, row: Exercise, limits: Limits
) -> Why:
    """The costs of the force, and what changes with it."""
    before = {tier.id: tier.value for tier in best.outcome.tiers}
    after = {tier.id: tier.value for tier in forced.tiers}
    bounds = {tier.id: tier.bound for tier in forced.tiers if tier.scope == "all plans"}
    plan = _week(problem, _nearest(best, problem, forced, limits))
    shown = measured_tiers(best.problem, plan)
    costs = [
        cost.model_copy(update={"bound": bounds.get(cost.id), "shown": shown[cost.id]})
        for cost in tier_costs(problem, before, after)
        if cost.id in shown
    ]
    first = deciding(costs)
    lost = tuple(
        group for group in best.problem.servable_groups if group not in problem.servable_groups
    )
    verdict = _verdict(first, is_proved=best.outcome.is_proved, drops_demands=bool(lost))
    return frame.model_copy(
        update={
            "verdict": verdict,
            "proved": best.outcome.is_proved and forced.is_proved,
            "lost_demands": lost,
            "tiers": tuple(costs),
            "changes": differences(best.plan.sessions, plan.sessions, problem.catalog),
            "coverage": coverage_changes(best.plan.coverage, plan.coverage),
            "keep_it_so": _keep_it_so(problem.scenario, plan, row, frame),
        }
    )


def _verdict(first: TierCost | None, *, is_proved: bool, drops_demands: bool) -> Verdict:
    """What the first tier that matters says.

    A proved best week cannot be beaten: where the other one gains there, it pays for it in an
    earlier tier, within its tolerance.
    """
    if drops_demands or (first is not None and first.cost > 0):
        return "costs"
    return "as good" if first is None or is_proved else "better"


def _week(problem: Problem, outcome: PlanFound) -> Plan:
    """The checked sessions of an outcome with their coverage."""
    sessions = write_sessions(problem, outcome.chosen)
    return verified(problem, Plan(sessions=sessions, coverage=coverage(problem, sessions)))


def _nearest(best: _Side, problem: Problem, forced: PlanFound, limits: Limits) -> PlanFound:
    """A forced week with few changes against the optimum, every tier within its tolerance.

    Only the exercises of the two weeks are considered, and tiers about this week alone are left
    open, so that the search is short and what changes has to do with the exercise.
    """
    was = {tier.id: tier.value for tier in best.outcome.tiers}
    ceilings = {
        tier.id: max(tier.value, was.get(tier.id, 0), tier.bound + tier.tolerance)
        for tier in forced.tiers
        if tier.scope == "all plans"
    }
    rows = rows_of(problem, [best.outcome.chosen, forced.chosen])
    around = Around(best.outcome.chosen, (), rows, ceilings, start=forced.chosen)
    short = replace(limits, deterministic_seconds=NEAR_DETERMINISTIC_SECONDS, report=lambda _: None)
    found = solve_fewest_changes(problem, around, short)
    return found if isinstance(found, PlanFound) else forced


def _places(plan: Plan, row: Exercise) -> tuple[Place, ...]:
    """Where a plan holds the exercise, as an item or as a drill."""
    found = []
    for session in plan.sessions:
        items = [item for item in session.items if item.exercise == row.id]
        found += [Place(session=session.id, sets=item.sets, reasons=item.reasons) for item in items]
        if not items and any(line.exercise == row.id for line in session.lines):
            found.append(Place(session=session.id, sets=None))
    return tuple(found)


def _keep_it_so(scenario: Scenario, plan: Plan, row: Exercise, frame: Why) -> str:
    """What the user writes to have the forced week."""
    if frame.forced == "out":
        known = scenario.athlete.never
        text = f"add `{row.id}` to `athlete.never`" if known else f"`never: [{row.id}]`"
        text = text if known else f"add {text} to `athlete`"
        also = ", and take out the pin" if frame.pinned else ""
        return text + also + (", and the like" if row.id in scenario.athlete.likes else "")
    pin = f"{{session: {_places(plan, row)[0].session}, exercise: {row.id}}}"
    return f"add `{pin}` to `pin`" if scenario.pin else f"add `pin: [{pin}]`"
