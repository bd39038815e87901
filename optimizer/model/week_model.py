"""The week layer's decisions: how often and how much, for each class of sessions."""

from __future__ import annotations

from ortools.sat.python import cp_model

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem
from optimizer.model.poster import Expression, Keep, Poster
from optimizer.model.scopes import SETS_PER_ITEM_PHYSICAL, SessionClass, WeekScope


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
                if problem.can_use(exercise, group.slots[0].id)
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
        for exercise in self._allowed[group.id]:
            key = (exercise.id, group.id)
            times = model.new_int_var(0, group.count, f"times {key}")
            most = SETS_PER_ITEM_PHYSICAL * group.count
            sets = model.new_int_var(0, most, f"sets {key}")
            self.poster.structural(sets >= times)
            self.poster.structural(sets <= SETS_PER_ITEM_PHYSICAL * times)
            self.times_variables[key] = times
            self.sets_variables[key] = sets
        previous: cp_model.IntVar | None = None
        for stage in range(1, len(self.problem.preparation_of(group.slots[0]))):
            variable = model.new_int_var(0, group.count, f"preparations {group.id} {stage}")
            if previous is not None:
                self.poster.structural(variable <= previous)
            self.stage_variables[group.id, stage] = previous = variable

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
