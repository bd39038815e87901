"""The sets of an exercise in a session stay in the range of the level.

Formula
    low(e) * is_in(e, s) <= sets(e, s) <= high(e) * is_in(e, s); for a class of sessions the
    sums obey the same. Main strength 1 to 3, 2 to 4 and 2 to 5 sets for beginner,
    intermediate and advanced; prehab and core 1 to 2, 1 to 3 and 2 to 3. An exercise's own
    range in the catalog wins; a pin with sets wins over both. Weeks with fewer sets (all phases
    but base and build, and after a break) scale the upper number and allow a single set; muscles
    of an area with a pain of 4 or 5 get half the upper number.

Why
    Two to four sets (article 001), 2 to 3 (ACSM 2026); one-set maintenance stays legal where
    the table says so. The ranges by level are convention.

Settings
    ``least``: least sets of any exercise, 2: setting up for a single set is time not trained;
    1 in weeks with fewer sets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope


class Settings(RuleSettings):
    """Settings of the set range rule."""

    least: int = Field(default=2, ge=1, le=5)
    """Least sets of any exercise, unless its own highest number is lower."""


def set_range(problem: Problem, exercise: Exercise, place: str) -> tuple[int, int]:
    """Lowest and highest sets of the exercise in a session of the place."""
    dose = problem.prescription(exercise, place).dose
    is_cut = problem.numbers.sets_least == 1
    least = 1 if is_cut else problem.settings_of(Settings).least
    return min(max(dose.sets_lowest, least), dose.sets_highest), dose.sets_highest


def pinned_sets(problem: Problem, slot: Slot) -> dict[str, int]:
    """The sets of the session's pins that state them, by exercise."""
    return {pin.exercise: pin.sets for pin in problem.pins_of(slot.id) if pin.sets is not None}


def least_sets(problem: Problem, exercise: Exercise, slot: Slot) -> int:
    """Fewest sets that the exercise may have in the session, once it is in."""
    low, _ = set_range(problem, exercise, slot.place)
    return min(low, pinned_sets(problem, slot).get(exercise.id, low))


def post(scope: DayScope) -> None:
    """Sets are zero or in the range."""
    for slot in scope.slots:
        pinned = pinned_sets(scope.problem, slot)
        for row in scope.exercises_of(slot):
            if row.id not in pinned:
                low, high = set_range(scope.problem, row, slot.place)
                sets, is_in = scope.sets(row, slot), scope.is_in(row, slot)
                scope.require(sets >= low * is_in, f"{slot.id} {row.id}")
                scope.require(sets <= high * is_in, f"{slot.id} {row.id}")


def relax(scope: WeekScope) -> None:
    """The sets of a class are in the range times the sessions that hold the exercise.

    A pinned number of sets is outside the range, and only the rule about pins would enforce it:
    a session with such a pin may hold a single set, and as many as anybody does.
    """
    for group in scope.classes:
        pinned = [pinned_sets(scope.problem, slot) for slot in group.slots]
        for row in scope.exercises_in(group):
            free = sum(row.id in pins for pins in pinned)
            low, high = set_range(scope.problem, row, group.place)
            sets, times = scope.sets_in(row, group), scope.times_in(row, group)
            scope.require(sets >= low * times - (low - 1) * free, f"{group.id} {row.id}")
            if not free:
                scope.require(sets <= high * times, f"{group.id} {row.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items with too few or too many sets."""
    least = problem.settings_of(Settings).least
    if problem.numbers.sets_least == 1:
        least = 1
    for session in plan.sessions:
        pins = [pin for pin in problem.scenario.pin if pin.session == session.id]
        exact = {pin.exercise for pin in pins if pin.sets is not None}
        for item in session.items:
            if item.exercise in exact:
                continue
            row = problem.catalog.exercise_by_id[item.exercise]
            dose = problem.prescription(row, session.place).dose
            top = dose.sets_highest
            bottom = min(top, max(least, dose.sets_lowest))
            if not bottom <= item.sets <= top:
                text = f"{row.name} has {item.sets} sets, allowed {bottom} to {top}"
                yield Breach(session.id, text)
