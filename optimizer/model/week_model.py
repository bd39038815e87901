"""The week layer's decisions: how often and how much, for each class of sessions."""

from __future__ import annotations

from ortools.sat.python import cp_model

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem
from optimizer.domain.session_character import Character
from optimizer.model.poster import Expression, Keep, Poster
from optimizer.model.scopes import (
    LIGHT_HALF_CONTACTS,
    SETS_PER_ITEM_PHYSICAL,
    SessionClass,
    WeekScope,
)


class WeekModel(WeekScope):
    """Integers ``times`` and ``sets`` for each exercise and class; no session, no symmetry."""

    def __init__(
        self, problem: Problem, classes: tuple[SessionClass, ...], *, keep: Keep | None = None
    ) -> None:
        super().__init__(problem, Poster(keep), problem.candidates)
        self.classes = classes
        self._allowed = {
            group.id: tuple(
                exercise
                for exercise in self.exercises
                if problem.is_modelled(exercise, group.slots[0].id)
            )
            for group in classes
        }
        self.times_variables: dict[tuple[str, str], cp_model.IntVar] = {}
        self.sets_variables: dict[tuple[str, str], cp_model.IntVar] = {}
        self.stage_variables: dict[tuple[str, int], cp_model.IntVar] = {}
        for group in classes:
            self._add_class(group)

    def _add_class(self, group: SessionClass) -> None:
        model = self.poster.model
        is_free = any(slot.id in self.problem.optional_sessions for slot in group.slots)
        for exercise in self._allowed[group.id]:
            key = (exercise.id, group.id)
            times = model.new_int_var(0, group.count, f"times {key}")
            most = SETS_PER_ITEM_PHYSICAL * group.count
            sets = model.new_int_var(0, most, f"sets {key}")
            self.poster.structural(sets >= times)
            self.poster.structural(sets <= SETS_PER_ITEM_PHYSICAL * times)
            if is_free:
                self.poster.structural(times <= self.used_sessions(group))
            self.times_variables[key] = times
            self.sets_variables[key] = sets
        previous: Expression = self.used_sessions(group) if is_free else None
        for stage in range(1, len(self.problem.preparation_of(group.slots[0]))):
            variable = model.new_int_var(0, group.count, f"preparations {group.id} {stage}")
            if previous is not None:
                self.poster.structural(variable <= previous)
            self.stage_variables[group.id, stage] = previous = variable

    def _link(self, character: Character) -> None:
        """As many sessions of a class have a character as hold an exercise that has it."""
        for group in self.classes:
            count = self.sessions_with(group, character)
            for row in self.exercises_in(group):
                if self.problem.has_character(row, character):
                    self.poster.structural(self.times_in(row, group) <= count)
            if character == "heavy_legs":
                self._link_landings(group, count)

    def _link_landings(self, group: SessionClass, heavy: Expression) -> None:
        """Sessions that are not heavy hold few landings, of each exercise and of all."""
        most = SETS_PER_ITEM_PHYSICAL * LIGHT_HALF_CONTACTS
        landing = LIGHT_HALF_CONTACTS * self.sessions_with(group, "landings")
        self.poster.structural(self.half_contacts(group) <= landing + most * heavy)
        for row in self.exercises_in(group):
            contacts = self.problem.prescription(row, group.place).half_contacts_per_set
            if contacts:
                light = LIGHT_HALF_CONTACTS * self.times_in(row, group)
                landings = contacts * self.sets_in(row, group)
                self.poster.structural(landings <= light + most * heavy)

    def times_in(self, exercise: Exercise, group: SessionClass) -> Expression:
        """In how many sessions of the class the exercise stands."""
        return self.times_variables[exercise.id, group.id]

    def sets_in(self, exercise: Exercise, group: SessionClass) -> Expression:
        """Sets of the exercise in all sessions of the class together."""
        return self.sets_variables[exercise.id, group.id]

    def preparations(self, group: SessionClass, stage: int) -> Expression:
        """How many sessions of the class have the preparation of this stage or a longer one."""
        return self.stage_variables[group.id, stage]

    def exercises_in(self, group: SessionClass) -> tuple[Exercise, ...]:
        """Exercises that the class's sessions may hold."""
        return self._allowed[group.id]
