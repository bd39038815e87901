"""Which lifts are heavy: those that need lighter sets before them, or a longer preparation.

A lift counts as heavy if it is a main lift on equipment that carries heavy loads, as a barbell or
a leg press does, and the level's guide to the load ends at 70 % of the one-repetition maximum or
above. It then begins with two ramp-up sets at half
the repetitions (convention). From 80 % on, preparation and ramp-up sets together take at
least eight minutes (convention).
"""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.domain.catalog import EquipmentItem
from optimizer.domain.dosing.dose import Dose
from optimizer.domain.dosing.levels import LevelNumbers
from optimizer.domain.exercise import Exercise

HEAVY_LOAD_PERCENT = 70
VERY_HEAVY_LOAD_PERCENT = 80
RAMP_UP_SETS = 2


def is_heavy_main_lift(exercise: Exercise, dose: Dose, equipment: Iterable[EquipmentItem]) -> bool:
    """Whether the exercise is a main lift of the lower body on equipment for heavy loads."""
    is_main = exercise.role == "strength" and dose.dose_class == "main"
    return is_main and any(item.heavy for item in equipment)


def ramp_up_sets(
    exercise: Exercise, dose: Dose, equipment: Iterable[EquipmentItem], numbers: LevelNumbers
) -> int:
    """Lighter sets before the first set of the exercise."""
    is_heavy = numbers.load_percent_of_1rm[1] >= HEAVY_LOAD_PERCENT
    return RAMP_UP_SETS if is_heavy and is_heavy_main_lift(exercise, dose, equipment) else 0
