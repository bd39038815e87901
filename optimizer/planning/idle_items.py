"""Leaves out items that nothing asks for: the tolerance of the time tier has room for some.

The time tier is proved within two minutes a session, so a week may hold an exercise that no
rule and no aim needs. Dropping it only makes the week shorter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from optimizer.domain.plan import Plan, TierResult
from optimizer.domain.plan_writer import Chosen, write_sessions
from optimizer.domain.problem import Problem
from optimizer.objectives import every_aim
from optimizer.solve.outcome import PlanFound

IDLE = "within-tolerance"
"""The reason of an item that nothing asks for."""


def first_idle_item(plan: Plan) -> tuple[str, str] | None:
    """Exercise and session of the first item that has no better reason, or None."""
    for session in plan.sessions:
        for item in session.items:
            if [reason.code for reason in item.reasons] == [IDLE]:
                return item.exercise, session.id
    return None


def without_item(problem: Problem, outcome: PlanFound, idle: tuple[str, str]) -> PlanFound:
    """The outcome without one idle item, its tiers measured anew."""
    kept = {key: sets for key, sets in outcome.chosen.sets.items() if key != idle}
    chosen = replace(outcome.chosen, sets=kept)
    values = _values(problem, chosen)
    tiers = tuple(_measured_anew(tier, values) for tier in outcome.tiers)
    return replace(outcome, chosen=chosen, tiers=tiers)


def _values(problem: Problem, chosen: Chosen) -> dict[str, int]:
    plan = Plan(sessions=write_sessions(problem, chosen))
    values: dict[str, int] = {}
    for aim in every_aim():
        if problem.settings_of(aim.settings).enabled:
            values[aim.tier] = values.get(aim.tier, 0) + aim.measure(problem, plan)
    return values


def _measured_anew(tier: TierResult, values: Mapping[str, int]) -> TierResult:
    """The tier of a shorter week; what was proved of the longer one holds for it."""
    value = min(tier.value, values.get(tier.id, tier.value))
    return tier.model_copy(update={"value": value, "bound": min(tier.bound, value)})
