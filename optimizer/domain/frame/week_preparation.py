"""Composes the preparation and the cool-down of every session of the week.

The sessions of a place share one routine; from the second session on, the drills that may
change are picked for the areas that the week has moved least so far. Sessions are taken in the
order of the week, so the same scenario always gives the same drills.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.cool_down import cool_down
from optimizer.domain.frame.easy_movement import without_jogging
from optimizer.domain.frame.mobility import MobilityLedger
from optimizer.domain.frame.preparation import (
    SessionRoutine,
    is_cardio,
    is_held,
)
from optimizer.domain.frame.preparation_lengths import (
    cool_down_minutes,
    follows_easy_run,
    rolling_seconds,
    wanted_seconds,
)
from optimizer.domain.frame.preparation_numbers import PREPARATION_NUMBERS
from optimizer.domain.frame.rolling import ROLLER, rolling
from optimizer.domain.frame.routine import Larder, usual_routine
from optimizer.domain.frame.warm_up import Order, WarmUp
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import Session

IsBarred = Callable[[Exercise, Slot], bool]


class _Week:
    """The week while its sessions are composed one after the other."""

    def __init__(
        self, problem: Problem, level_lengths_from_minutes: int, is_barred: IsBarred
    ) -> None:
        self._problem = problem
        self._from_minutes = level_lengths_from_minutes
        self._is_barred = is_barred
        self._sessions = {one.id: one for one in problem.scenario.week.sessions}
        target = PREPARATION_NUMBERS[problem.level].weekly_minutes_per_area * 60
        self._ledger = MobilityLedger(problem.catalog, target)
        self._rolled = 0

    def compose(self, slot: Slot) -> SessionRoutine:
        """The next session of the week."""
        session = self._sessions[slot.id]
        larder = self._larder(slot)
        warm_up = WarmUp(larder, self._order(slot, session, larder), usual_routine(larder))
        is_first = self._ledger.is_empty
        blocks = warm_up.usual() if is_first else warm_up.for_areas(self._ledger)
        self._ledger.add(blocks[0].drills)
        stretches = [row for row in self._pinned(slot.id) if self._closes(row, slot.id)]
        end = cool_down(larder, self._end_seconds(slot.id), stretches, self._ledger)
        self._ledger.add(end)
        return SessionRoutine(blocks, end)

    def _order(self, slot: Slot, session: Session, larder: Larder) -> Order:
        after_run = follows_easy_run(self._problem.scenario, slot.id)
        seconds = wanted_seconds(
            self._problem.level, slot.minutes, self._from_minutes, after_easy_run=after_run
        )
        has_roller = self._problem.offers[slot.place].counts.get(ROLLER, 0) > 0
        room = rolling_seconds(session) if has_roller else 0
        rolled = rolling(larder, room, self._rolled)
        self._rolled += len(rolled)
        is_pinned = any(is_cardio(row) for row in self._pinned(slot.id))
        has_cardio = (is_pinned or not after_run, *(True for _ in seconds[1:]))
        return Order(seconds, has_cardio, rolled)

    def _pinned(self, session_id: str) -> tuple[Exercise, ...]:
        """Drills pinned in a session."""
        rows = self._problem.catalog.exercise_by_id
        pins = self._problem.pins_of(session_id)
        return tuple(rows[pin.exercise] for pin in pins if not rows[pin.exercise].is_work)

    def _closes(self, row: Exercise, session_id: str) -> bool:
        """Whether a drill pinned in a session belongs to its cool-down."""
        return is_held(row) and self._end_seconds(session_id) > 0

    def _end_seconds(self, session_id: str) -> int:
        """Seconds of a session's cool-down."""
        return 60 * cool_down_minutes(self._problem.scenario, self._sessions[session_id])

    def _larder(self, slot: Slot) -> Larder:
        """What a session can prepare with; drills pinned at its place are in."""
        catalog = self._problem.catalog
        pinned = [
            row
            for other in self._problem.slots
            if other.place == slot.place
            for row in self._pinned(other.id)
            if not is_cardio(row) and not self._closes(row, other.id)
        ]
        can_use = self._problem.can_use
        return Larder(
            catalog=catalog,
            level=self._problem.level,
            usable=without_jogging(
                self._problem,
                slot.id,
                [row for row in catalog.exercises if can_use(row, slot.id)],
                self._pinned(slot.id),
            ),
            barred=tuple(
                row for row in catalog.exercises if not row.is_work and self._is_barred(row, slot)
            ),
            pinned=tuple(dict.fromkeys(pinned)),
        )


def compose_week(
    problem: Problem, level_lengths_from_minutes: int, is_barred: IsBarred
) -> Mapping[str, SessionRoutine]:
    """Preparation and cool-down of every session, by its id.

    Parameters
    ----------
    problem
        With the exercises that each session may use.
    level_lengths_from_minutes
        Sessions of at least this length get the level's usual preparation, shorter ones the
        least there is.
    is_barred
        Whether a pain or missing equipment keeps a row out of a session.
    """
    week = _Week(problem, level_lengths_from_minutes, is_barred)
    return {slot.id: week.compose(slot) for slot in problem.slots}
