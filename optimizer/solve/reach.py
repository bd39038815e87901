"""Whether a week could be that good: a question to the totals alone, for a proof that none is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from optimizer.domain.problem import Problem
from optimizer.solve.build import active_tiers, build_week, express, session_classes
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.limits import Limits

REACH_DETERMINISTIC_SECONDS = 0.5
"""Deterministic time of one question; what stays open counts as possible."""


def may_reach(problem: Problem, ceilings: Mapping[str, int], limits: Limits) -> bool:
    """Whether a plan may have every named tier at or under its ceiling.

    The totals of the week are a relaxation of every plan, so no is a proof for all plans; yes is
    none, for the totals may not fit the sessions, or the question was left open.

    Parameters
    ----------
    ceilings
        The highest value of tiers over all plans by id, in the unit of each.
    """
    week = build_week(problem, session_classes(problem))
    for tier, aims in active_tiers(problem):
        if tier.id in ceilings:
            week.poster.structural(express(week, aims) <= ceilings[tier.id])
    solver = new_solver(replace(limits, deterministic_seconds=REACH_DETERMINISTIC_SECONDS))
    # The same settings as for the week layer's tiers, where they were measured.
    solver.parameters.linearization_level = 2
    solver.parameters.cp_model_probing_level = 0
    return call(week.poster.model, solver).answer is not Answer.INFEASIBLE
