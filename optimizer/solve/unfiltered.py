"""The problem with every working exercise in every session, so that filters can be asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cached_property

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem


@dataclass(frozen=True)
class Unfiltered(Problem):
    """A problem whose models consider what the filters removed.

    What is demanded stays as it was: a pattern that no exercise can serve is still not asked.
    """

    demanded_groups: tuple[str, ...] = field(default=())

    @cached_property
    def candidates(self) -> tuple[Exercise, ...]:
        """Every working exercise, in catalog order."""
        return tuple(row for row in self.catalog.exercises if row.is_work)

    @cached_property
    def servable_groups(self) -> tuple[str, ...]:
        """Required pattern groups that the filtered problem can serve."""
        return self.demanded_groups

    def is_modelled(self, exercise: Exercise, session_id: str) -> bool:
        """Whether the model may consider the exercise: every working one."""
        return exercise.is_work


def unfiltered(problem: Problem) -> Unfiltered:
    """The same problem before its filters."""
    values = {one.name: getattr(problem, one.name) for one in fields(Problem)}
    return Unfiltered(**values, demanded_groups=problem.servable_groups)
