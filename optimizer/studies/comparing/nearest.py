"""The best week under other equipment that is nearest to a given week, and what had to change.

Weeks that are as good (every tier over all plans within its tolerance of what is proved) are many;
the one with the fewest changes against the given week tells what the equipment forces, and what
the best week found at first changed freely. Where the given week itself can be had and is as good,
nothing is forced.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from optimizer.domain.changes import Change
from optimizer.domain.coverage import coverage
from optimizer.domain.plan import Plan, PlannedSession, TierResult
from optimizer.domain.plan_writer import Chosen, write_sessions
from optimizer.domain.problem import Problem
from optimizer.domain.tiers import TIERS
from optimizer.planning.problems import bar
from optimizer.solve.fewest_changes import CHANGES, Around, rows_of, solve_fewest_changes
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import PlanFound
from optimizer.studies.comparing.differences import differences
from optimizer.studies.finishing import finished
from optimizer.studies.in_hand.plan_in_hand import chosen_of
from optimizer.studies.tier_costs import deciding, measured_tiers, tier_costs
from optimizer.verify import verify

NEAR_DETERMINISTIC_SECONDS = 0.1
"""Deterministic time of each step of the search among the exercises of both weeks."""
PROOF_DETERMINISTIC_SECONDS = 1.0
"""Deterministic time of the search among all exercises."""


@dataclass(frozen=True)
class Nearest:
    """A week as good as the best one, near to a given week.

    Attributes
    ----------
    chosen
        Its decisions.
    changes_least
        No week that is as good has fewer changes: proved.
    """

    chosen: Chosen
    changes_least: int


def nearest(problem: Problem, best: PlanFound, given: Plan, limits: Limits) -> Nearest:
    """The week nearest to a given one among those as good as the best.

    First among the exercises of both weeks, where sets are kept as well; then, unless what the
    sessions cannot hold accounts for every change, among all exercises.
    """
    quick = replace(limits, report=lambda _: None)
    before = chosen_of(problem, given)
    rows = rows_of(problem, [before, best.chosen])
    around = Around(before, (), rows, _ceilings(best), start=best.chosen)
    near = replace(quick, deterministic_seconds=NEAR_DETERMINISTIC_SECONDS)
    found = solve_fewest_changes(problem, around, near)
    if isinstance(found, PlanFound):
        chosen, count = found.chosen, _changes(found).value
    else:
        chosen, count = best.chosen, _count(problem, best.chosen, given)
    least = _lost_items(problem, given)
    if count > least and not limits.is_over:
        every = replace(around, rows=None, start=chosen, counts_sets=False)
        longer = replace(quick, deterministic_seconds=PROOF_DETERMINISTIC_SECONDS)
        wider = solve_fewest_changes(problem, every, longer)
        if isinstance(wider, PlanFound):
            least = max(least, _changes(wider).bound)
            if _changes(wider).value < count:
                chosen, count = wider.chosen, _changes(wider).value
    return Nearest(chosen, min(count, least))


def unchanged(problem: Problem, given: Plan) -> Nearest:
    """The given week itself, where it is the best one of the same problem."""
    return Nearest(chosen_of(problem, given), 0)


def kept(problem: Problem, best: PlanFound, given: Plan) -> Nearest | None:
    """The given week itself, where it obeys the rules here and is as good as the best one.

    As good means that no tier over all plans differs by more than its tolerance.
    """
    same_sessions = {one.id for one in given.sessions} == set(best.chosen.days)
    if not same_sessions or _lost_items(problem, given):
        return None
    found = unchanged(problem, given)
    sessions = write_sessions(problem, found.chosen)
    week = Plan(sessions=sessions, coverage=coverage(problem, sessions))
    if verify(problem, week).violations:
        return None
    reached = {tier.id: tier.value for tier in best.tiers}
    costs = tier_costs(problem, reached, measured_tiers(problem, week))
    return found if deciding(costs) is None else None


def _changes(found: PlanFound) -> TierResult:
    return next(tier for tier in found.tiers if tier.id == CHANGES.id)


def _count(problem: Problem, chosen: Chosen, given: Plan) -> int:
    return differences(given.sessions, write_sessions(problem, chosen), problem.catalog).count


def _ceilings(best: PlanFound) -> dict[str, int]:
    """How high the tiers over all plans may be in a week that is as good."""
    return {
        tier.id: max(tier.value, tier.bound + tier.tolerance)
        for tier in best.tiers
        if tier.scope == "all plans"
    }


def _lost_items(problem: Problem, given: Plan) -> int:
    """Items of the given week that their sessions cannot hold: each is a change of its own."""
    rows = problem.catalog.exercise_by_id
    return sum(
        session.id not in problem.slot_by_id
        or not problem.is_modelled(rows[item.exercise], session.id)
        for session in given.sessions
        for item in session.items
    )


def nearest_plan(problem: Problem, best: PlanFound, given: Plan, found: Nearest) -> Plan:
    """The checked week with its changes, and its tiers against the bounds of the best week.

    Raises
    ------
    InternalError
        If the week breaks a rule: a bug.
    """
    bounds = {tier.id: tier for tier in best.tiers}
    week = finished(problem, PlanFound(found.chosen, best.tiers, best.rounds, best.limit))
    values = measured_tiers(problem, week)
    results, in_order = [], True
    for tier in TIERS:
        was = bounds.get(tier.id)
        if was is None or tier.id not in values:
            continue
        result = _measured(was, values[tier.id], in_order=in_order)
        in_order = in_order and result.proved
        results.append(result)
    status = "optimal" if all(tier.proved for tier in results) else "feasible"
    changes = differences(given.sessions, week.sessions, problem.catalog)
    return week.model_copy(
        update={
            "tiers": tuple(results),
            "status": status,
            "stopped_by": None,
            "changes": changes.model_copy(
                update={"count_proved": changes.count <= found.changes_least}
            ),
        }
    )


def _measured(was: TierResult, value: int, *, in_order: bool) -> TierResult:
    """A tier of another week of the same problem; one about this week alone is not proved."""
    if was.scope == "this week":
        return was.model_copy(
            update={"value": value, "bound": 0, "proved": value == 0, "tolerance": 0}
        )
    room = was.tolerance if value else 0
    update = {"value": value, "proved": in_order and value <= was.bound + room}
    return was.model_copy(update=update)


def cause(problem: Problem, line: Change) -> str:
    """What forces a change by itself: why a session cannot hold what it held; else nothing."""
    row = problem.catalog.exercise_by_id.get(line.exercise or "")
    slot = problem.slot_by_id.get(line.session)
    if row is None or line.kind not in ("removed", "replaced", "moved"):
        return ""
    if slot is None:
        return f"there is no session {line.session}"
    found = bar(problem, row, slot)
    return found[1] if found else ""


def still_held(sessions: tuple[PlannedSession, ...], line: Change) -> bool:
    """Whether a week keeps what a line says is gone from its session."""
    return any(
        item.exercise == line.exercise
        for session in sessions
        if session.id == line.session
        for item in session.items
    )
