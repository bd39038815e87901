"""What one set counts for a muscle and one item for a plane, in whole units.

Muscles are counted in quarter sets: a direct set counts 1.0 and an indirect one 0.5 (Pelland
2025), and power work half of that (convention). Planes are counted in half credits per item:
1.0 for moving in the plane and 0.5 for resisting it (convention; no agreed scientific
classification of whole exercises by plane exists).
"""

from __future__ import annotations

from optimizer.domain.exercise import Exercise, Plane
from optimizer.domain.leg_work import BELOW_KNEE_PATTERNS

QUARTERS_PER_SET = 4
HALVES_PER_CREDIT = 2


def quarter_sets(exercise: Exercise, muscle: str) -> int:
    """Quarter sets that one set of the exercise counts for the muscle."""
    if not exercise.is_work:
        return 0
    weight = 1 if exercise.role == "power" else 2
    if muscle in exercise.muscles.direct:
        return 2 * weight
    return weight if muscle in exercise.muscles.indirect else 0


def plane_half_credits(exercise: Exercise, plane: Plane) -> int:
    """Half credits that one item of the exercise counts for the plane.

    The aim is control of hip and trunk, so calf, ankle and foot rows count nothing, and rows
    of the upper body count only what the trunk resists.
    """
    if exercise.pattern.primary in BELOW_KNEE_PATTERNS:
        return 0
    if plane in exercise.planes.motion and exercise.region != "upper":
        return 2
    return 1 if plane in exercise.planes.resisted else 0


def moves_in(exercise: Exercise, plane: Plane) -> bool:
    """Whether one item gives full (motion) credit for the plane."""
    return plane_half_credits(exercise, plane) == HALVES_PER_CREDIT
