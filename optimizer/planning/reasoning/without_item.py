"""What a week loses when one item is left out: the plan is checked again without it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from optimizer.constraints import every_rule
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession, Violation
from optimizer.domain.problem import Problem
from optimizer.domain.rule import Aim, Rule
from optimizer.domain.tiers import TIERS
from optimizer.objectives import every_aim

LESS_CANNOT_BREAK = frozenset(
    {
        "exercise_repeats_are_capped",
        "items_follow_role_order",
        "landings_are_capped_a_week",
        "muscles_stay_under_their_cap",
        "one_rung_of_a_ladder_a_session",
        "preparation_suits_the_work",
        "session_fits_in_time",
        "session_volume_is_capped",
        "sets_stay_in_range",
        "two_exercises_of_a_pattern_a_session",
    }
)
"""Rules that an item less can never break, passed over to save time; tested to be true."""
TOLD_BY_THE_PIN = "pins_are_kept"
"""The rule behind a reason that is given when the plan is written."""
SHORTFALL_TIERS = frozenset(tier.id for tier in TIERS if tier.can_be_met)
"""Tiers of demands; in the others an item less is a gain, or a matter of taste."""


@dataclass(frozen=True)
class Loss:
    """Rules that are broken without an item, and aims that are worse by so many units."""

    broken: tuple[Violation, ...]
    worse: tuple[tuple[Aim, int], ...]


@dataclass(frozen=True)
class Week:
    """A plan of which items can be left out, to see what each is good for."""

    problem: Problem
    plan: Plan

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Active rules that leaving out an item could break; filters and caps are none."""
        passed_over = LESS_CANNOT_BREAK | {TOLD_BY_THE_PIN}
        return tuple(
            rule
            for rule in every_rule()
            if rule.bars is None
            and rule.id not in passed_over
            and self.problem.settings_of(rule.settings).enabled
        )

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """Active aims that count what is missing."""
        return tuple(
            aim
            for aim in every_aim()
            if aim.tier in SHORTFALL_TIERS and self.problem.settings_of(aim.settings).enabled
        )

    @cached_property
    def _broken(self) -> frozenset[tuple[str, str, str]]:
        found = self._violations(self.plan)
        return frozenset((one.rule, one.where, one.message) for one in found)

    @cached_property
    def _values(self) -> dict[str, int]:
        return {aim.id: aim.measure(self.problem, self.plan) for aim in self.aims}

    def loss(self, session: PlannedSession, item: PlannedItem) -> Loss:
        """What is broken and what is worse without the item, beyond what already is."""
        plan = without(self.plan, session, item)
        broken = (
            one
            for one in self._violations(plan)
            if (one.rule, one.where, one.message) not in self._broken
        )
        units = ((aim, aim.measure(self.problem, plan) - self._values[aim.id]) for aim in self.aims)
        return Loss(tuple(broken), tuple((aim, lost) for aim, lost in units if lost > 0))

    def _violations(self, plan: Plan) -> list[Violation]:
        return [
            Violation(rule=rule.id, where=breach.where, message=breach.message)
            for rule in self.rules
            for breach in rule.violations(self.problem, plan)
        ]


def without(plan: Plan, session: PlannedSession, item: PlannedItem) -> Plan:
    """The plan without one item; its seconds are taken off the session's."""
    rest = tuple(other for other in session.items if other is not item)
    shorter = session.model_copy(update={"items": rest, "seconds": session.seconds - item.seconds})
    return plan.model_copy(
        update={"sessions": tuple(shorter if one is session else one for one in plan.sessions)}
    )
