"""Lighter sets come before main lifts on equipment that carries heavy loads."""

from __future__ import annotations

import pytest

from optimizer.domain.catalog import EquipmentItem
from optimizer.domain.dosing.dose import dose_of
from optimizer.domain.dosing.levels import LEVEL_NUMBERS
from optimizer.domain.dosing.ramp_up import ramp_up_sets
from optimizer.domain.exercise import Level
from tests.rows import exercise

PRESS = EquipmentItem(id="leg_press", name="leg press", load=True, heavy=True)
DUMBBELL = EquipmentItem(id="dumbbell", name="dumbbell", load=True)
STEP = EquipmentItem(id="step", name="step")


@pytest.mark.parametrize(
    ("things", "level", "expected"),
    [
        ((PRESS,), "intermediate", 2),
        ((STEP, PRESS), "advanced", 2),
        ((PRESS,), "beginner", 0),  # guided below 70 % of the maximum
        ((DUMBBELL,), "advanced", 0),
        ((), "advanced", 0),
    ],
)
def test_what_a_lift_is_done_on_decides(
    things: tuple[EquipmentItem, ...], level: Level, expected: int
) -> None:
    """A leg press asks for them as a barbell does; dumbbells do not."""
    row = exercise("press", pattern="squat")
    dose = dose_of(row, level, loaded=True)
    assert ramp_up_sets(row, dose, things, LEVEL_NUMBERS[level]) == expected


def test_calf_raises_on_it_ask_for_none() -> None:
    """They are no main lift."""
    row = exercise("calf_press", pattern="calf", mechanics="isolation")
    dose = dose_of(row, "advanced", loaded=True)
    assert ramp_up_sets(row, dose, (PRESS,), LEVEL_NUMBERS["advanced"]) == 0
