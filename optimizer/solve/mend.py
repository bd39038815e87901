"""The smallest mend of a given week: the fewest changes under which every rule holds.

Formula
    Let r(s) and a(s) be the exercises that session s loses and gains. A loss and a gain of one
    session are together one replacement, and a loss and a gain of one exercise in two sessions
    one move; p(s) counts the replacements and m(e, s, t) the moves. Minimise

        sum over s of (r(s) + a(s) - p(s)) - sum of m(e, s, t) + sessions on another day,

    with each loss and each gain in at most one pair, then the sum over the exercises that stay
    or move of the change of their sets, then the shortfall of the targets. As pairs lower the
    sum, minimising makes them as many as there can be.

The rules are those of the direct model; what a plan may not hold at all counts as lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from optimizer.domain.plan_writer import Chosen
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import Day
from optimizer.domain.tiers import Tier
from optimizer.model.day_model import DayModel, WeekOfDays
from optimizer.model.poster import Expression
from optimizer.model.scopes import SETS_PER_ITEM_PHYSICAL
from optimizer.solve.build import active_rules, active_tiers, build_direct, express, session_classes
from optimizer.solve.cp_sat import Answer
from optimizer.solve.day_layer import day_variables, read_days, room_of
from optimizer.solve.lexicographic import Climber
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, NoPlanFound

Key = tuple[str, str]
"""An exercise id and a session id."""
CHANGES = Tier("changes", "changes", "changes", "all plans", can_be_met=True)
SET_CHANGES = Tier("set_changes", "changes of sets", "sets", "all plans", can_be_met=True)
TARGETS = "targets"
SETS_DETERMINISTIC_SECONDS = 3.0
"""Deterministic time for the fewest changed sets; its bound is told where that is too short."""
TARGETS_DETERMINISTIC_SECONDS = 0.8
"""Deterministic time for choosing, among equally small mends, one near the targets."""


@dataclass(frozen=True)
class Given:
    """The week to be mended: sets by exercise and session, and the day of each session.

    ``surplus`` counts the lines of each session that no plan of the model can hold: drills
    among the work, and exercises that stand in a session twice.
    """

    sets: Mapping[Key, int]
    days: Mapping[str, Day]
    surplus: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Mended:
    """A mend with its number of changes, and the fewest that were proved to be needed."""

    chosen: Chosen
    changes: int
    changes_least: int
    set_changes: int
    set_changes_least: int

    @property
    def is_proved(self) -> bool:
        """Whether no smaller mend exists."""
        return (self.changes, self.set_changes) == (self.changes_least, self.set_changes_least)


def mend(problem: Problem, given: Given, limits: Limits) -> Mended | NoPlanExists | NoPlanFound:
    """The smallest mend of a week under all rules of its problem."""
    classes = session_classes(problem)
    days, week = build_direct(problem, classes)
    for rule in active_rules(problem):
        if rule.relax is not None:
            week.poster.rule = rule.id
            rule.relax(week)
    terms = _Terms(days, given)
    climber = Climber(
        days.poster.model, day_variables(days), room_of(problem), limits, hints=terms.hints()
    )
    result = climber.climb([(CHANGES, terms.changes)])
    if result.answer is Answer.INFEASIBLE and not result.values:
        return NoPlanExists("day")
    if not result.values:
        return NoPlanFound(limits.reason)
    climber.limits = replace(limits, deterministic_seconds=SETS_DETERMINISTIC_SECONDS)
    climber.climb([(SET_CHANGES, terms.set_changes)])
    climber.limits = replace(limits, deterministic_seconds=TARGETS_DETERMINISTIC_SECONDS)
    _near_the_targets(problem, climber, week)
    changes, sets = result.records[:2]
    return Mended(read_days(days, result), changes.value, changes.bound, sets.value, sets.bound)


def _near_the_targets(problem: Problem, climber: Climber, week: WeekOfDays) -> None:
    """Of all equally small mends, one whose muscles and planes come close to their targets."""
    steps = [
        (tier, lambda aims=aims: express(week, aims))
        for tier, aims in active_tiers(problem)
        if tier.id == TARGETS
    ]
    climber.guide = week.week_seconds()
    climber.climb(steps)


class _Terms:
    """What differs between the given week and the model's, as expressions."""

    def __init__(self, days: DayModel, given: Given) -> None:
        self._days = days
        self._model = days.poster.model
        self._given = given
        self._moves: dict[tuple[str, str, str], cp_model.IntVar] = {}

    def changes(self) -> Expression:
        """The number of changes, replacements and moves counted once."""
        terms: list[tuple[Expression, int]] = []
        for slot in self._days.slots:
            terms += [(self._lost(slot), 1), (self._gained(slot), 1)]
            terms += self._day_changed(slot)
        self._add_moves()
        terms += [(move, -1) for move in self._moves.values()]
        terms += [(self._replaced(slot), -1) for slot in self._days.slots]
        return self._days.weighted(terms)

    def _stays(self, key: Key) -> cp_model.IntVar | None:
        return self._days.in_variables.get(key)

    def _lost(self, slot: Slot) -> Expression:
        """Given lines that the session no longer holds."""
        given = [key for key in self._given.sets if key[1] == slot.id]
        kept = [(stays, -1) for key in given if (stays := self._stays(key)) is not None]
        return self._days.weighted(kept, len(given) + self._given.surplus.get(slot.id, 0))

    def _gained(self, slot: Slot) -> Expression:
        """Exercises that the session did not hold."""
        return self._days.total(
            self._days.is_in(row, slot)
            for row in self._days.exercises_of(slot)
            if (row.id, slot.id) not in self._given.sets
        )

    def _day_changed(self, slot: Slot) -> list[tuple[Expression, int]]:
        """1 for a session that takes place on another day than given."""
        day = self._given.days.get(slot.id)
        if day is None:
            return []
        return [(self._days.used(slot), 1), (self._days.is_on(slot, day), -1)]

    def _add_moves(self) -> None:
        """A literal for each exercise that may leave one session for another."""
        for exercise, source in self._given.sets:
            for slot in self._days.slots:
                there = (exercise, slot.id)
                arrives = self._stays(there)
                if slot.id == source or there in self._given.sets or arrives is None:
                    continue
                move = self._model.new_bool_var(f"move {exercise} {source} {slot.id}")
                self._model.add(move <= arrives)
                stays = self._stays((exercise, source))
                if stays is not None:
                    self._model.add(move + stays <= 1)
                self._moves[exercise, source, slot.id] = move
        departures: dict[Key, list[cp_model.IntVar]] = {}
        arrivals: dict[Key, list[cp_model.IntVar]] = {}
        for (exercise, source, target), move in self._moves.items():
            departures.setdefault((exercise, source), []).append(move)
            arrivals.setdefault((exercise, target), []).append(move)
        for moves in (*departures.values(), *arrivals.values()):
            self._model.add_at_most_one(moves)

    def _replaced(self, slot: Slot) -> cp_model.IntVar:
        """At most the losses and at most the gains of a session that are part of no move."""
        most = len(self._given.sets) + sum(self._given.surplus.values())
        pairs = self._model.new_int_var(0, most, f"replaced {slot.id}")
        leaving = [move for key, move in self._moves.items() if key[1] == slot.id]
        arriving = [move for key, move in self._moves.items() if key[2] == slot.id]
        self._model.add(pairs + sum(leaving) <= self._lost(slot))
        self._model.add(pairs + sum(arriving) <= self._gained(slot))
        return pairs

    def set_changes(self) -> Expression:
        """How far the sets of all that stays or moves are from those given."""
        terms = []
        for key, sets in self._given.sets.items():
            stays = self._stays(key)
            if stays is not None:
                terms.append(self._difference(self._days.sets_variables[key], sets, stays, key))
        for (exercise, source, target), move in self._moves.items():
            now = self._days.sets_variables[exercise, target]
            sets = self._given.sets[exercise, source]
            terms.append(self._difference(now, sets, move, (exercise, target)))
        return self._days.total(terms)

    def _difference(
        self, now: cp_model.IntVar, before: int, counts: cp_model.IntVar, key: Key
    ) -> cp_model.IntVar:
        """At least the difference of two numbers of sets where the literal holds."""
        most = max(SETS_PER_ITEM_PHYSICAL, before)
        change = self._model.new_int_var(0, most, f"sets changed {key}")
        self._model.add(change >= now - before).only_enforce_if(counts)
        self._model.add(change >= before - now).only_enforce_if(counts)
        return change

    def hints(self) -> dict[int, int]:
        """The given week as values by variable index, to start from."""
        found = {
            variable.index: int(key in self._given.sets)
            for key, variable in self._days.in_variables.items()
        }
        sets = self._days.sets_variables.items()
        return found | {
            variable.index: min(self._given.sets.get(key, 0), SETS_PER_ITEM_PHYSICAL)
            for key, variable in sets
        }
