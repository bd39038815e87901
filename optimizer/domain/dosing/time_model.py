"""The time model: how long a set, an item and a session take, in whole seconds.

One set takes the repetitions (or the hold) on every side, plus five seconds to change sides
where one side follows the other. Between sets one rests; the leg that waits while the other
works is resting too, so one-sided strength work may rest less. After an item comes the larger
of its rest and the walk to, reading of and setting up for the item itself. Nothing else is
added: no slack is hidden in a line. Heavy barbell lifts begin with lighter ramp-up sets.

Constants are coaching convention; the totals were compared with measured sessions in
Andersen 2022 (eight exercises of three sets in about 58 minutes).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from optimizer.domain.dosing.dose import Dose
from optimizer.domain.exercise import Exercise

SIDE_SWITCH_SECONDS = 5
WALK_AND_READ_SECONDS = 20
IDLE_LEG_REST_SECONDS_MIN = 20
RAMP_UP_REST_SECONDS = 45


@dataclass(frozen=True)
class ItemTime:
    """Seconds of one item: linear in its sets.

    ``sets`` sets take ``sets * set_seconds + (sets - 1) * rest_seconds + gap_seconds``, and
    ``ramp_up_seconds`` more for the lighter sets before them.
    """

    set_seconds: int
    rest_seconds: int
    gap_seconds: int
    ramp_up_sets: int = 0
    ramp_up_seconds: int = 0

    @property
    def seconds_per_set(self) -> int:
        """Seconds that one more set adds."""
        return self.set_seconds + self.rest_seconds

    @property
    def seconds_once(self) -> int:
        """Seconds that the item adds besides its sets; negative where the gap is short."""
        return self.gap_seconds - self.rest_seconds + self.ramp_up_seconds

    def seconds(self, sets: int) -> int:
        """Seconds of the item with this many sets."""
        return sets * self.seconds_per_set + self.seconds_once


def set_seconds(exercise: Exercise, dose: Dose) -> int:
    """Seconds of work in one set, both sides included, rounded up to whole seconds."""
    if dose.reps is None:
        one = float(dose.hold_seconds or 0)
    else:
        one = dose.reps * (dose.seconds_per_rep or exercise.timing.seconds_per_rep or 0.0)
    if exercise.side_mode == "bilateral":
        return math.ceil(one - 1e-9)
    switch = SIDE_SWITCH_SECONDS if exercise.side_mode == "per_side_sequential" else 0
    return math.ceil(2 * one + switch - 1e-9)


def rest_between_sets(exercise: Exercise, dose: Dose, work_seconds: int) -> int:
    """Seconds of rest between sets; less where one leg rests while the other works."""
    if exercise.role == "strength" and exercise.side_mode == "per_side_sequential":
        return max(IDLE_LEG_REST_SECONDS_MIN, math.ceil(dose.rest_seconds - work_seconds / 2))
    return dose.rest_seconds


def ramp_up_seconds(exercise: Exercise, dose: Dose, sets: int) -> int:
    """Seconds of lighter sets at half the repetitions, each with 45 s of rest (convention)."""
    half = replace(dose, reps=math.ceil((dose.reps or 0) / 2))
    return sets * (set_seconds(exercise, half) + RAMP_UP_REST_SECONDS)


def item_time(exercise: Exercise, dose: Dose, ramp_up_sets: int = 0) -> ItemTime:
    """The time of a working item as a linear function of its sets.

    Parameters
    ----------
    ramp_up_sets
        Lighter sets before the first one.
    """
    work = set_seconds(exercise, dose)
    rest = rest_between_sets(exercise, dose, work)
    gap = max(rest, WALK_AND_READ_SECONDS + exercise.timing.setup_seconds)
    return ItemTime(
        set_seconds=work,
        rest_seconds=rest,
        gap_seconds=gap,
        ramp_up_sets=ramp_up_sets,
        ramp_up_seconds=ramp_up_seconds(exercise, dose, ramp_up_sets),
    )


def drill_seconds(exercise: Exercise, dose: Dose) -> int:
    """Seconds of one preparation drill: its single set and its set-up."""
    return set_seconds(exercise, dose) + exercise.timing.setup_seconds
