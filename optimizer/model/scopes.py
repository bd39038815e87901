"""What rules and aims may ask of a model: the week's totals, or its single sessions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem, SettingsType, Slot
from optimizer.model.poster import Expression, Poster, Relation

SETS_PER_ITEM_PHYSICAL = 10
"""More sets of one exercise in one session than anybody does; the rules' limits are lower."""


@dataclass(frozen=True)
class SessionClass:
    """Sessions that no rule tells apart."""

    id: str
    slots: tuple[Slot, ...]

    @property
    def count(self) -> int:
        """How many sessions the class holds."""
        return len(self.slots)

    @property
    def place(self) -> str:
        """The place that all its sessions share."""
        return self.slots[0].place

    @property
    def limit_seconds(self) -> int:
        """Seconds that each of its sessions may take."""
        return self.slots[0].limit_seconds


class Scope:
    """The only door from rules and aims to the model."""

    def __init__(self, problem: Problem, poster: Poster, exercises: tuple[Exercise, ...]) -> None:
        self.problem = problem
        self.poster = poster
        self.exercises = exercises
        self.catalog = problem.catalog

    def require(self, relation: Relation, where: str) -> None:
        """Post a relation; ``where`` names the session, muscle or pattern it is about."""
        self.poster.require(relation, where)

    def weighted(self, terms: Iterable[tuple[Any, int]], constant: int = 0) -> Expression:
        """Sum of expression times weight, plus a constant."""
        return self.poster.weighted(terms, constant)

    def total(self, terms: Iterable[Any]) -> Expression:
        """Sum of expressions."""
        return self.poster.total(terms)

    def shortfall(self, missing: Expression, most: int, name: str) -> Expression:
        """At least ``missing``, at least zero, and exact when minimised."""
        return self.poster.shortfall(missing, most, name)

    def settings(self, kind: type[SettingsType]) -> SettingsType:
        """The settings of the rule or aim that asks."""
        return self.problem.settings_of(kind)


class WeekScope(Scope, ABC):
    """Weekly totals by class of interchangeable sessions; no single session is visible."""

    classes: tuple[SessionClass, ...]

    @abstractmethod
    def times_in(self, exercise: Exercise, group: SessionClass) -> Expression:
        """In how many sessions of the class the exercise stands."""

    @abstractmethod
    def sets_in(self, exercise: Exercise, group: SessionClass) -> Expression:
        """Sets of the exercise in all sessions of the class together."""

    @abstractmethod
    def preparations(self, group: SessionClass, stage: int) -> Expression:
        """How many sessions of the class have the preparation of this stage or a longer one."""

    @abstractmethod
    def exercises_in(self, group: SessionClass) -> tuple[Exercise, ...]:
        """Exercises that the class's sessions may hold."""

    def weekly_sets(self, exercise: Exercise) -> Expression:
        """Sets of the exercise in the whole week."""
        return self._weekly[exercise.id][0]

    def times(self, exercise: Exercise) -> Expression:
        """In how many sessions of the week the exercise stands."""
        return self._weekly[exercise.id][1]

    @cached_property
    def _weekly(self) -> dict[str, tuple[Expression, Expression]]:
        allowed = {group.id: set(self.exercises_in(group)) for group in self.classes}
        weekly = {}
        for exercise in self.exercises:
            groups = [group for group in self.classes if exercise in allowed[group.id]]
            sets = [self.sets_in(exercise, group) for group in groups]
            times = [self.times_in(exercise, group) for group in groups]
            single = len(groups) == 1
            weekly[exercise.id] = (
                sets[0] if single else self.total(sets),
                times[0] if single else self.total(times),
            )
        return weekly

    def class_seconds(self, group: SessionClass) -> Expression:
        """Seconds of all sessions of the class together, preparation included."""
        terms: list[tuple[Any, int]] = []
        for exercise in self.exercises_in(group):
            time = self.problem.prescription(exercise, group.place).time
            terms.append((self.sets_in(exercise, group), time.seconds_per_set))
            terms.append((self.times_in(exercise, group), time.seconds_once))
        blocks = self.problem.preparation_of(group.slots[0])
        for stage in range(1, len(blocks)):
            longer = blocks[stage].seconds - blocks[stage - 1].seconds
            terms.append((self.preparations(group, stage), longer))
        always = blocks[0].seconds + self.problem.cool_down_seconds(group.slots[0])
        return self.weighted(terms, constant=group.count * always)


class DayScope(Scope, ABC):
    """Single sessions: which exercises each holds, and with how many sets."""

    slots: tuple[Slot, ...]

    @abstractmethod
    def sets(self, exercise: Exercise, slot: Slot) -> Expression:
        """Sets of the exercise in the session."""

    @abstractmethod
    def is_in(self, exercise: Exercise, slot: Slot) -> Expression:
        """1 if the session holds the exercise, else 0."""

    @abstractmethod
    def prepares(self, slot: Slot, stage: int) -> Expression:
        """1 if the session's preparation is of this stage or longer, else 0."""

    @abstractmethod
    def exercises_of(self, slot: Slot) -> tuple[Exercise, ...]:
        """Exercises that the session may hold."""

    def seconds(self, slot: Slot) -> Expression:
        """Seconds of the session, preparation included."""
        terms: list[tuple[Any, int]] = []
        for exercise in self.exercises_of(slot):
            time = self.problem.prescription(exercise, slot.place).time
            terms.append((self.sets(exercise, slot), time.seconds_per_set))
            terms.append((self.is_in(exercise, slot), time.seconds_once))
        blocks = self.problem.preparation_of(slot)
        for stage in range(1, len(blocks)):
            longer = blocks[stage].seconds - blocks[stage - 1].seconds
            terms.append((self.prepares(slot, stage), longer))
        always = blocks[0].seconds + self.problem.cool_down_seconds(slot)
        return self.weighted(terms, constant=always)
