"""Mobility by area: which areas a drill moves, for how long, and what the week adds up to."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.preparation import Drill, is_held, is_mover
from optimizer.domain.frame.preparation_numbers import PREPARATION_NUMBERS
from optimizer.domain.plan import PlannedSession
from optimizer.domain.plan_coverage import MobilityCoverage
from optimizer.domain.problem import Problem

EMPHASISED_AREAS = (
    "ankle_and_calf",
    "hip_rotation",
    "thoracic_spine",
    "hip_front",
    "hamstrings",
)
"""Areas that should get mobility work every week (articles 000 and 002), in order."""


def areas_of(catalog: Catalog, exercise: Exercise) -> tuple[str, ...]:
    """The emphasised areas that a row mobilises."""
    parts = {area.id: area.areas for area in catalog.mobility_areas}
    return tuple(
        area
        for area in EMPHASISED_AREAS
        if any(part in exercise.mobilises for part in parts.get(area, ()))
    )


class MobilityLedger:
    """Seconds of mobility work by area, as they add up over the week's sessions."""

    def __init__(self, catalog: Catalog, target_seconds: int) -> None:
        self._catalog = catalog
        self._target = target_seconds
        self.seconds = dict.fromkeys(EMPHASISED_AREAS, 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been moved yet."""
        return not any(self.seconds.values())

    def add(self, drills: Iterable[Drill]) -> None:
        """Count some drills."""
        for drill in drills:
            for area in areas_of(self._catalog, drill.exercise):
                self.seconds[area] += moving_seconds(drill.exercise, drill.seconds)

    def gain(self, drill: Drill) -> tuple[int, int]:
        """Seconds by which a drill brings its areas nearer to their target, all together.

        Among equals the drill wins whose least moved area has moved less so far.
        """
        spent = moving_seconds(drill.exercise, drill.seconds)
        moved = [self.seconds[area] for area in areas_of(self._catalog, drill.exercise)]
        nearer = sum(min(spent, max(0, self._target - seconds)) for seconds in moved)
        return nearer, -min(moved, default=self._target)


def moving_seconds(exercise: Exercise, seconds: int) -> int:
    """Seconds of a drill that move or stretch: its set-up does not."""
    is_mobility = is_mover(exercise) or is_held(exercise)
    return max(0, seconds - exercise.timing.setup_seconds) if is_mobility else 0


def mobility_coverage(
    problem: Problem, sessions: Iterable[PlannedSession]
) -> tuple[MobilityCoverage, ...]:
    """Weekly minutes of mobility work by area, from preparation and cool-down.

    A drill counts in full for every area that it moves; rolling and activation do not count.
    """
    rows = problem.catalog.exercise_by_id
    seconds = dict.fromkeys(EMPHASISED_AREAS, 0)
    for session in sessions:
        for line in (*session.preparation, *session.cool_down):
            row = rows[line.exercise]
            for area in areas_of(problem.catalog, row):
                seconds[area] += moving_seconds(row, line.seconds)
    target = PREPARATION_NUMBERS[problem.level].weekly_minutes_per_area
    return tuple(
        MobilityCoverage(id=area, minutes=round(spent / 60, 1), target=target)
        for area, spent in seconds.items()
    )
