"""Decisions to a finished plan: written, checked without the solver, explained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from optimizer.domain.coverage import coverage
from optimizer.domain.plan import AthleteName, Plan, PlannedSession, TierResult
from optimizer.domain.plan_writer import write_sessions
from optimizer.domain.problem import Problem
from optimizer.domain.tiers import TIERS
from optimizer.planning.advice.notes import notes
from optimizer.planning.exclusions import exclusions
from optimizer.planning.reasoning.reasons import with_reasons
from optimizer.planning.verified import verified
from optimizer.studies.comparing.differences import differences
from optimizer.studies.in_hand.fingerprints import problem_sha256
from optimizer.studies.tier_costs import measured_tiers, tolerance_of
from optimizer.verify import verify

if TYPE_CHECKING:
    from optimizer.solve.outcome import PlanFound


def frame_of(problem: Problem) -> Plan:
    """A plan without sessions, for whom and for what."""
    scenario = problem.scenario
    return Plan(
        scenario=scenario.name,
        athlete=AthleteName(id=scenario.athlete.id, name=scenario.athlete.name),
        excluded=exclusions(problem),
    )


def finished(problem: Problem, outcome: PlanFound, done: Iterable[PlannedSession] = ()) -> Plan:
    """The plan of an outcome, checked against every rule.

    Parameters
    ----------
    done
        Sessions that are over, to be shown exactly as they were. What a rule says about one of
        them alone can no longer be helped: it is told in a note.

    Raises
    ------
    InternalError
        If the plan breaks a rule: a bug.
    """
    over = {session.id: session for session in done}
    written = write_sessions(problem, outcome.chosen)
    sessions = tuple(over.get(session.id, session) for session in written)
    plan = frame_of(problem).model_copy(
        update={
            "status": "optimal" if outcome.is_proved else "feasible",
            "stopped_by": outcome.stopped_by,
            "tiers": outcome.tiers,
            "sessions": sessions,
            "coverage": coverage(problem, sessions),
        }
    )
    if sessions != written:
        plan = plan.model_copy(update={"tiers": _measured_again(problem, plan)})
    plan, regrets = _checked(problem, plan, over)
    told = with_reasons(problem, plan)
    kept = tuple(over.get(session.id, session) for session in told.sessions)
    return told.model_copy(update={"sessions": kept, "notes": (*regrets, *notes(problem, plan))})


def _measured_again(problem: Problem, plan: Plan) -> tuple[TierResult, ...]:
    """The tiers of the plan as it stands; a proof stays where the value is the proved one."""
    values = measured_tiers(problem, plan)
    return tuple(
        tier
        if values.get(tier.id, tier.value) == tier.value
        else tier.model_copy(update={"value": values[tier.id], "bound": 0, "proved": False})
        for tier in plan.tiers
    )


def _checked(
    problem: Problem, plan: Plan, over: Mapping[str, PlannedSession]
) -> tuple[Plan, tuple[str, ...]]:
    """The checked plan, and what rules say about the sessions that are over."""
    found = verify(problem, plan) if over else None
    if found is None or any(one.where not in over for one in found.violations):
        return verified(problem, plan), ()
    kept = found.model_copy(update={"violations": ()})
    regrets = tuple(
        f"Session {one.where} is done and stays as it was: {one.message}."
        for one in found.violations
    )
    return plan.model_copy(update={"verification": kept}), regrets


def rewritten(problem: Problem, old: Plan, new: Plan) -> Plan:
    """A plan whose sessions were changed by hand: checked, measured and explained again.

    Bounds of the old certificate stay where they still hold: over all plans of the same problem,
    as long as no earlier tier is worse than it was.
    """
    same = old.provenance.get("problem_sha256") == problem_sha256(problem)
    values = measured_tiers(problem, new)
    was = {tier.id: tier for tier in old.tiers}
    tiers, holds = [], same
    for tier in TIERS:
        if tier.id not in values:
            continue
        value, before = values[tier.id], was.get(tier.id)
        over_all = before is not None and before.scope == "all plans" and holds
        bound = before.bound if before is not None and over_all else 0
        tolerance = tolerance_of(tier, problem) if value else 0
        tiers.append(
            TierResult(
                id=tier.id,
                unit=tier.unit,
                value=value,
                bound=bound,
                proved=value == 0 or (over_all and value <= bound + tolerance),
                scope=tier.scope,
                tolerance=tolerance,
            )
        )
        holds = holds and before is not None and value <= before.value
    plan = frame_of(problem).model_copy(
        update={
            "status": "feasible",
            "tiers": tuple(tiers),
            "sessions": new.sessions,
            "coverage": coverage(problem, new.sessions),
            "changes": differences(old.sessions, new.sessions, problem.catalog),
            "provenance": old.provenance if same else {},
        }
    )
    checked = with_reasons(problem, verified(problem, plan))
    return checked.model_copy(update={"notes": notes(problem, checked)})
