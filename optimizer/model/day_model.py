"""The sessions' decisions: which exercises each session holds, and with how many sets."""

from __future__ import annotations

from collections.abc import Callable

from ortools.sat.python import cp_model

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import Day
from optimizer.domain.session_character import Character
from optimizer.model.poster import Expression, Keep, Poster
from optimizer.model.scopes import (
    LIGHT_HALF_CONTACTS,
    SETS_PER_ITEM_PHYSICAL,
    DayScope,
    SessionClass,
    WeekScope,
)


class DayModel(DayScope):
    """One integer and one literal for each exercise and session that may hold it."""

    def __init__(
        self,
        problem: Problem,
        exercises: tuple[Exercise, ...],
        *,
        keep: Keep | None = None,
        allowed: Callable[[Exercise, Slot], bool] | None = None,
    ) -> None:
        super().__init__(problem, Poster(keep), exercises)
        may_hold = allowed or (lambda exercise, slot: problem.is_modelled(exercise, slot.id))
        self._allowed = {
            slot.id: tuple(row for row in exercises if may_hold(row, slot)) for slot in self.slots
        }
        self.sets_variables: dict[tuple[str, str], cp_model.IntVar] = {}
        self.in_variables: dict[tuple[str, str], cp_model.IntVar] = {}
        self.stage_variables: dict[tuple[str, int], cp_model.IntVar] = {}
        for slot in self.slots:
            self._add_session(slot)

    def _add_session(self, slot: Slot) -> None:
        model = self.poster.model
        is_free = slot.id in self.problem.optional_sessions
        for exercise in self._allowed[slot.id]:
            key = (exercise.id, slot.id)
            is_in = model.new_bool_var(f"in {key}")
            sets = model.new_int_var(0, SETS_PER_ITEM_PHYSICAL, f"sets {key}")
            self.poster.structural(sets >= is_in)
            self.poster.structural(sets <= SETS_PER_ITEM_PHYSICAL * is_in)
            if is_free:
                self.poster.structural(is_in <= self.used(slot))
            self.in_variables[key] = is_in
            self.sets_variables[key] = sets
        previous: Expression = self.used(slot) if is_free else None
        for stage in range(1, len(self.problem.preparation_of(slot))):
            variable = model.new_bool_var(f"prepares {slot.id} {stage}")
            if previous is not None:
                model.add_implication(variable, previous)
            self.stage_variables[slot.id, stage] = previous = variable

    def _link(self, character: Character) -> None:
        """A session has a character that one of its exercises has."""
        for slot in self.slots:
            held = self.holds(slot, character)
            for row in self.exercises_of(slot):
                if self.problem.has_character(row, character):
                    self.poster.structural(self.is_in(row, slot) <= held)
            if character == "heavy_legs":
                most = SETS_PER_ITEM_PHYSICAL * LIGHT_HALF_CONTACTS
                light = LIGHT_HALF_CONTACTS + most * held
                self.poster.structural(self.half_contacts(slot) <= light)

    def sets(self, exercise: Exercise, slot: Slot) -> Expression:
        """Sets of the exercise in the session."""
        return self.sets_variables[exercise.id, slot.id]

    def is_in(self, exercise: Exercise, slot: Slot) -> Expression:
        """1 if the session holds the exercise, else 0."""
        return self.in_variables[exercise.id, slot.id]

    def prepares(self, slot: Slot, stage: int) -> Expression:
        """1 if the session's preparation is of this stage or longer, else 0."""
        return self.stage_variables[slot.id, stage]

    def exercises_of(self, slot: Slot) -> tuple[Exercise, ...]:
        """Exercises that the session may hold."""
        return self._allowed[slot.id]


class WeekOfDays(WeekScope):
    """The week's totals as sums over the sessions of a day model."""

    def __init__(self, days: DayModel, classes: tuple[SessionClass, ...]) -> None:
        super().__init__(days.problem, days.poster, days.exercises)
        self.classes = classes
        self._days = days

    def used(self, slot: Slot) -> Expression:
        """1 if the session takes place, else 0."""
        return self._days.used(slot)

    def is_on(self, slot: Slot, day: Day) -> Expression:
        """1 if the session stands on the day, else 0."""
        return self._days.is_on(slot, day)

    def holds(self, slot: Slot, character: Character) -> Expression:
        """At least 1 if the session has the character."""
        return self._days.holds(slot, character)

    def _link(self, character: Character) -> None:
        """The sessions link their characters themselves."""

    def times_in(self, exercise: Exercise, group: SessionClass) -> Expression:
        """In how many sessions of the class the exercise stands."""
        variables = self._days.in_variables
        return self.total(
            variables[exercise.id, slot.id]
            for slot in group.slots
            if (exercise.id, slot.id) in variables
        )

    def sets_in(self, exercise: Exercise, group: SessionClass) -> Expression:
        """Sets of the exercise in all sessions of the class together."""
        variables = self._days.sets_variables
        return self.total(
            variables[exercise.id, slot.id]
            for slot in group.slots
            if (exercise.id, slot.id) in variables
        )

    def preparations(self, group: SessionClass, stage: int) -> Expression:
        """How many sessions of the class have the preparation of this stage or a longer one."""
        return self.total(self._days.prepares(slot, stage) for slot in group.slots)

    def exercises_in(self, group: SessionClass) -> tuple[Exercise, ...]:
        """Exercises that some session of the class may hold."""
        allowed = {row for slot in group.slots for row in self._days.exercises_of(slot)}
        return tuple(row for row in self.exercises if row in allowed)
