"""Decisions to a finished plan: written, checked without the solver, explained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from optimizer.domain.coverage import coverage
from optimizer.domain.plan import AthleteName, Plan, PlannedSession, TierResult
from optimizer.domain.plan_writer import write_sessions
from optimizer.domain.problem import Problem
from optimizer.planning.exclusions import exclusions
from optimizer.planning.notes import notes
from optimizer.planning.reasons import with_reasons
from optimizer.planning.verified import verified
from optimizer.solve.outcome import PlanFound
from optimizer.studies.tier_costs import measured_tiers
from optimizer.verify import verify


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
    plan = with_reasons(problem, plan)
    return plan.model_copy(update={"notes": (*regrets, *notes(problem, plan))})


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
