"""What rules and aims may ask of a model: the week's totals, or its single sessions."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Slot
from optimizer.domain.session_character import Character
from optimizer.model.placement import PlacementScope
from optimizer.model.poster import Expression

SETS_PER_ITEM_PHYSICAL = 10
"""More sets of one exercise in one session than anybody does; the rules' limits are lower."""

LIGHT_HALF_CONTACTS = 2 * 40
"""Counted contacts of a session, in halves, that are still light legs (convention)."""

SHARED_CHARACTERS: tuple[Character, ...] = ("heavy_legs", "jumps", "landings")
"""Characters that count the sessions of exercises which all share one."""


@dataclass(frozen=True)
class SessionClass:
    """Sessions at one place with the same exercises to choose from.

    Their limits, pins and days may differ; rules say what follows for the class as a whole.
    """

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


class WeekScope(PlacementScope):
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

    def half_contacts(self, group: SessionClass) -> Expression:
        """Counted contacts of all sessions of the class together, in halves."""
        return self.weighted(
            (
                self.sets_in(row, group),
                self.problem.prescription(row, group.place).half_contacts_per_set,
            )
            for row in self.exercises_in(group)
        )

    def used_sessions(self, group: SessionClass) -> Expression:
        """How many sessions of the class take place."""
        return self.total(self.used(slot) for slot in group.slots)

    def sessions_with(self, group: SessionClass, character: Character) -> Expression:
        """At least the number of sessions of the class with the character."""
        return self.total(self.holds(slot, character) for slot in group.slots)

    def crowds(
        self, group: SessionClass, rows: Iterable[Exercise]
    ) -> Iterator[tuple[tuple[Exercise, ...], Expression]]:
        """The exercises, and those of each character, with how many sessions may hold them."""
        every = tuple(rows)
        narrower = set()
        for character in SHARED_CHARACTERS:
            held = tuple(row for row in every if self.problem.has_character(row, character))
            if held and held not in narrower:
                narrower.add(held)
                yield held, self.sessions_with(group, character)
        if every not in narrower:
            yield every, self.used_sessions(group)

    def limit_seconds(self, group: SessionClass, spare_seconds: int = 0) -> Expression:
        """Seconds that the sessions of the class that take place may last together."""
        return self.weighted(
            (self.used(slot), slot.limit_seconds - spare_seconds) for slot in group.slots
        )

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

    def week_seconds(self) -> Expression:
        """Seconds of all sessions of the week."""
        return self.total(self.class_seconds(group) for group in self.classes)

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
        terms.append((self.used_sessions(group), always))
        return self.weighted(terms)


class DayScope(PlacementScope):
    """Single sessions: which exercises each holds, and with how many sets."""

    @abstractmethod
    def sets(self, exercise: Exercise, slot: Slot) -> Expression:
        """Sets of the exercise in the session."""

    @abstractmethod
    def is_in(self, exercise: Exercise, slot: Slot) -> Expression:
        """1 if the session holds the exercise, else 0."""

    @abstractmethod
    def prepares(self, slot: Slot, stage: int) -> Expression:
        """1 if the session's preparation is of this stage or longer, else 0."""

    def half_contacts(self, slot: Slot) -> Expression:
        """Counted contacts of the session, in halves."""
        return self.weighted(
            (
                self.sets(row, slot),
                self.problem.prescription(row, slot.place).half_contacts_per_set,
            )
            for row in self.exercises_of(slot)
        )

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
        terms.append((self.used(slot), always))
        return self.weighted(terms)
