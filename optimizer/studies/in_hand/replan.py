"""A new plan for a changed scenario that keeps as much as can be of the old plan."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint, InputError, InternalError
from optimizer.planning.diagnosis import Locate, diagnose
from optimizer.planning.exclusions import funnel
from optimizer.planning.problems import build_problem
from optimizer.planning.solving import BALANCE_RULES
from optimizer.solve.fewest_changes import CHANGES, SET_CHANGES, Around, solve_fewest_changes
from optimizer.solve.limits import Limits, Stop
from optimizer.solve.outcome import NoPlanExists, Outcome, PlanFound
from optimizer.studies.comparing.differences import differences
from optimizer.studies.finishing import finished, frame_of
from optimizer.studies.in_hand.fingerprints import provenance
from optimizer.studies.in_hand.plan_in_hand import chosen_of, faults_in_hand, unknown_places

CLOSEST_DETERMINISTIC_SECONDS = 1.0
"""Deterministic time of one tier of the closest plan, which need not be proved best."""


@dataclass(frozen=True)
class ReplanOptions:
    """How to replan: sessions that are done, seed, wall-clock seconds, progress and stop.

    ``locate`` finds the lines of the scenario's file for the conflict.
    """

    done: tuple[str, ...] = ()
    seed: int = 0
    seconds: float = 60.0
    scenario_sha256: str = ""
    progress: Callable[[str], None] | None = None
    stop: Stop = field(default_factory=Stop)
    locate: Locate | None = None

    @property
    def limits(self) -> Limits:
        """The limits of the search, from now."""
        report = self.progress or (lambda _: None)
        return Limits(seconds=self.seconds, seed=self.seed, report=report, stop=self.stop)


def replan(
    scenario: Scenario, plan: Plan, catalog: Catalog, options: ReplanOptions | None = None
) -> Plan:
    """The plan of a scenario with the fewest changes against an older plan, then the best.

    Parameters
    ----------
    scenario
        The scenario as it is now: new minutes, lost equipment, a new pain, a session less.
    plan
        The plan to keep as much of as can be.

    Returns
    -------
    Plan
        With ``changes``, counted again without the solver; or ``infeasible`` with the conflict
        and, as ``closest``, the plan with the fewest changes that misses floors.

    Raises
    ------
    InputError
        If the plan is none, holds something twice, names exercises that the catalog lacks, or a
        session that is done is not in plan and scenario.
    """
    options = options or ReplanOptions()
    started = time.perf_counter()
    _refuse_unknown(build_problem(scenario, catalog), plan, options.done)
    problem = _with_done(scenario, plan, catalog, options.done)
    limits = options.limits
    outcome = solve_fewest_changes(problem, _around(problem, plan, options.done), limits)
    new = _answer(problem, plan, outcome, options, limits)
    return new.model_copy(
        update={
            "provenance": provenance(problem, options.seed, options.scenario_sha256),
            "effort": {"solve_seconds": round(time.perf_counter() - started, 3)},
        }
    )


def _around(problem: Problem, plan: Plan, done: tuple[str, ...]) -> Around:
    return Around(chosen_of(problem, plan), done)


def _answer(
    problem: Problem, plan: Plan, outcome: Outcome, options: ReplanOptions, limits: Limits
) -> Plan:
    """The finished plan with its changes, or why there is none."""
    if isinstance(outcome, PlanFound):
        return _changed(problem, plan, outcome, options.done)
    frame = frame_of(problem)
    if not isinstance(outcome, NoPlanExists):
        return frame.model_copy(update={"status": "unknown", "stopped_by": outcome.stopped_by})
    found = diagnose(problem, limits, options.locate, mends=False)
    return frame.model_copy(
        update={
            "status": "infeasible",
            "funnel": funnel(problem),
            "conflict": found.conflict,
            "conflict_is_minimal": found.is_minimal,
            "closest": _closest(problem, plan, options.done, limits),
        }
    )


def _changed(problem: Problem, plan: Plan, outcome: PlanFound, done: tuple[str, ...]) -> Plan:
    """The finished plan; its changes are counted again from the two plans.

    Raises
    ------
    InternalError
        If the model counted otherwise: a bug.
    """
    over = [session for session in plan.sessions if session.id in done]
    new = finished(problem, outcome, over)
    found = differences(plan.sessions, new.sessions, problem.catalog)
    tiers = {tier.id: tier for tier in new.tiers}
    modelled = (tiers[CHANGES.id].value, tiers[SET_CHANGES.id].value)
    if (found.count, found.set_changes) != modelled:
        text = f"the model counts {modelled} changes, the plans differ by "
        raise InternalError(f"{text}{(found.count, found.set_changes)}")
    proofs = {
        "count_proved": tiers[CHANGES.id].proved,
        "set_changes_proved": tiers[SET_CHANGES.id].proved,
        "done": done,
    }
    return new.model_copy(update={"changes": found.model_copy(update=proofs)})


def _closest(problem: Problem, plan: Plan, done: tuple[str, ...], limits: Limits) -> Plan | None:
    """The fewest changes where floors may be missed, and if need be the balances."""
    scenario = problem.scenario
    quick = replace(limits, deterministic_seconds=CLOSEST_DETERMINISTIC_SECONDS)
    targets = scenario.targets.model_copy(update={"floors": "relaxed"})
    off = {**scenario.constraints, **{rule: {"enabled": False} for rule in BALANCE_RULES}}
    for constraints in (scenario.constraints, off):
        eased = scenario.model_copy(update={"targets": targets, "constraints": constraints})
        mild = _with_done(eased, plan, problem.catalog, done)
        outcome = solve_fewest_changes(mild, _around(mild, plan, done), quick)
        if isinstance(outcome, PlanFound):
            name = {"scenario": f"{scenario.name} (closest)"}
            return _changed(mild, plan, outcome, done).model_copy(update=name)
    return None


def _with_done(scenario: Scenario, plan: Plan, catalog: Catalog, done: tuple[str, ...]) -> Problem:
    """The problem with the days and the exercises of the sessions that are over."""
    over = {session.id: session for session in plan.sessions if session.id in done}
    sessions = tuple(
        session.model_copy(update={"day": (over[session.id].day,)})
        if session.id in over
        else session
        for session in scenario.week.sessions
    )
    week = scenario.week.model_copy(update={"sessions": sessions})
    problem = build_problem(scenario.model_copy(update={"week": week}), catalog)
    return replace(
        problem,
        usable=_with_rows(problem.usable, over.values()),
        modelled=_with_rows(problem.modelled, over.values()),
    )


def _with_rows(
    known: Mapping[str, frozenset[str]], over: Iterable[PlannedSession]
) -> dict[str, frozenset[str]]:
    """Exercises by session, with what the sessions that are over held."""
    done = {session.id: {item.exercise for item in session.items} for session in over}
    return {session: rows | done.get(session, set()) for session, rows in known.items()}


def _refuse_unknown(problem: Problem, plan: Plan, done: Sequence[str]) -> None:
    """Refuse what plan and scenario do not know."""
    found = [*faults_in_hand(problem, plan), *unknown_places(problem, plan, done)]
    planned = {session.id for session in plan.sessions}
    for one in dict.fromkeys(done):
        both = [session.id for session in plan.sessions if session.id in problem.slot_by_id]
        hint = f"sessions of both are {', '.join(both)}" if both else "nothing is done, then"
        if one not in planned:
            found.append(Complaint("bad-argument", f"the plan has no session {one}", hint=hint))
        elif one not in problem.slot_by_id:
            text = f"session {one} is done, and the scenario does not have it"
            hint = "leave the sessions that are done in the scenario; they stay as they were"
            found.append(Complaint("bad-argument", text, hint=hint))
    if found:
        raise InputError(*found)
