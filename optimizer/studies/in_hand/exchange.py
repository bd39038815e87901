"""The weeks that hold another exercise in the place of one item, each checked in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from optimizer.constraints import every_rule
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession, Violation
from optimizer.domain.plan_writer import Chosen, write_sessions
from optimizer.domain.problem import Problem
from optimizer.domain.rule import Rule
from optimizer.studies.in_hand.plan_in_hand import stage_of
from optimizer.studies.tier_costs import AimsByTier, Tiers, aims_by_tier

TIME_RULE = "session_fits_in_time"
ASKED_FIRST = (TIME_RULE, "sets_stay_in_range")
"""Cheap rules; a week that breaks one of them is not asked the others."""
ABOUT_SINGLE_ITEMS = (
    "difficulty_suits_the_level",
    "equipment_is_at_hand",
    "ladder_rungs_are_unlocked",
    "never_exercises_stay_out",
    "pains_are_respected",
)
"""Filters: an exercise that passes them cannot break them, whatever else the week holds."""
RULES_ABOUT_PREPARATION = ("preparation_suits_the_work", "planes_are_covered_in_each_session")
"""Rules that another preparation can mend."""


@dataclass(frozen=True)
class Tried:
    """A week with an exercise in the item's place, and the rules that it breaks."""

    exercise: str
    plan: Plan
    tiers: Tiers
    broken: tuple[Violation, ...]

    @property
    def is_legal(self) -> bool:
        """Whether the week keeps every rule."""
        return not self.broken

    @property
    def distance(self) -> int:
        """How little the week tells: one that fails a cheap rule was asked no others."""
        rules = [one.rule for one in self.broken]
        return max(
            (ASKED_FIRST.index(rule) + 1 for rule in rules if rule in ASKED_FIRST), default=0
        )


@dataclass(frozen=True)
class Exchange:
    """One item of a plan, to be replaced by another exercise of the same session."""

    problem: Problem
    plan: Plan
    session: PlannedSession
    item: PlannedItem

    def every(self) -> list[Tried]:
        """The best week of every exercise that the session may hold and does not yet."""
        held = {item.exercise for item in self.session.items}
        return [
            self.best(row)
            for row in self.problem.candidates
            if row.id not in held and self.problem.can_use(row, self.session.id)
        ]

    def best(self, row: Exercise) -> Tried:
        """The best week with this exercise; if none is legal, the one that breaks least."""
        tried = list(self._weeks(row))
        legal = [one for one in tried if one.is_legal]
        if legal:
            return min(legal, key=lambda one: one.tiers)
        return min(tried, key=lambda one: (one.distance, len(one.broken)))

    def _weeks(self, row: Exercise) -> Iterator[Tried]:
        """The week with each number of sets, until the session is full."""
        dose = self.problem.prescription(row, self.session.place).dose
        for sets in range(1, max(dose.sets_highest, self.item.sets) + 1):
            tried = self._week(row, sets)
            yield tried
            if any(one.rule == TIME_RULE for one in tried.broken):
                return

    def _week(self, row: Exercise, sets: int) -> Tried:
        """The week with so many sets; another preparation only where this one breaks a rule."""
        now = self._tried(row, sets, None)
        if not any(one.rule in RULES_ABOUT_PREPARATION for one in now.broken):
            return now
        stages = range(len(self.problem.preparation_of(self.problem.slot_by_id[self.session.id])))
        others = (self._tried(row, sets, stage) for stage in stages)
        return next((one for one in others if one.is_legal), now)

    def _tried(self, row: Exercise, sets: int, stage: int | None) -> Tried:
        session = self._rewritten(row, sets, stage)
        sessions = tuple(session if one is self.session else one for one in self.plan.sessions)
        plan = Plan(sessions=sessions)
        broken = (*self._without_item, *_violations(self._rules[0], self.problem, plan))
        if not broken:
            broken = _violations(self._rules[1], self.problem, plan)
        return Tried(row.id, plan, Tiers(self.problem, plan, self._aims), broken)

    @cached_property
    def _aims(self) -> AimsByTier:
        return aims_by_tier(self.problem)

    @cached_property
    def _rules(self) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
        """The active rules to ask each week: the cheap ones, and the others but for filters."""
        active = [rule for rule in every_rule() if self.problem.settings_of(rule.settings).enabled]
        first = tuple(rule for rule in active if rule.id in ASKED_FIRST)
        apart = (*ASKED_FIRST, *ABOUT_SINGLE_ITEMS)
        return first, tuple(rule for rule in active if rule.id not in apart)

    @cached_property
    def _without_item(self) -> tuple[Violation, ...]:
        """What filters say about the other items: the same for every replacement."""
        rest = tuple(one for one in self.session.items if one is not self.item)
        session = self.session.model_copy(update={"items": rest})
        sessions = tuple(session if one is self.session else one for one in self.plan.sessions)
        rules = tuple(
            rule
            for rule in every_rule()
            if rule.id in ABOUT_SINGLE_ITEMS and self.problem.settings_of(rule.settings).enabled
        )
        return _violations(rules, self.problem, Plan(sessions=sessions))

    def _rewritten(self, row: Exercise, sets: int, stage: int | None) -> PlannedSession:
        """The session in training order with the new item; all other lines stay as they are.

        ``stage`` is the preparation stage, or None to leave the preparation alone.
        """
        session = self.session
        others = {item.exercise: item for item in session.items if item is not self.item}
        held = {(exercise, session.id): item.sets for exercise, item in others.items()}
        length = stage_of(self.problem, session) if stage is None else stage
        chosen = Chosen(
            {**held, (row.id, session.id): sets}, {session.id: length}, {session.id: session.day}
        )
        (written,) = write_sessions(self.problem, chosen)
        items = tuple(
            others[item.exercise].model_copy(update={"id": item.id})
            if item.exercise in others
            else item
            for item in written.items
        )
        new = session.model_copy(update={"items": items})
        if stage is not None:
            new = new.model_copy(update={"preparation": written.preparation})
        return new.model_copy(update={"seconds": sum(line.seconds for line in new.lines)})


def _violations(rules: tuple[Rule, ...], problem: Problem, plan: Plan) -> tuple[Violation, ...]:
    return tuple(
        Violation(rule=rule.id, where=breach.where, message=breach.message)
        for rule in rules
        for breach in rule.violations(problem, plan)
    )


def preparation_seconds(session: PlannedSession) -> int:
    """Seconds of a session's preparation."""
    return sum(drill.seconds for drill in session.preparation)
