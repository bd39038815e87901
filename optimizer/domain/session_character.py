"""What makes a session matter to the runs and sessions around it.

Whether a session may stand on a day depends on a few traits of its exercises alone: these
characters. A session has a character as soon as one of its exercises has it.
"""

from __future__ import annotations

from typing import Literal

from optimizer.domain.exercise import Exercise
from optimizer.domain.leg_work import is_tiring_leg_strength

Character = Literal["heavy_legs", "legs", "landings", "jumps", "new_eccentrics"]
"""``heavy_legs`` lower-body strength; ``legs`` any lower-body work; ``landings`` any impact;
``jumps`` any impact but low two-leg hops; ``new_eccentrics`` slow lowering the runner is new to.
"""


def has_character(exercise: Exercise, character: Character, known: tuple[str, ...] = ()) -> bool:
    """Whether an exercise gives its session the character.

    Parameters
    ----------
    exercise
        Any exercise; drills of a preparation have no character.
    character
        The character asked for.
    known
        Ids of the exercises that the runner is used to.
    """
    if not exercise.is_work:
        return False
    low = exercise.region in ("lower", "full")
    eccentric = low and "eccentric_high" in exercise.flags
    match character:
        case "heavy_legs":
            return eccentric or is_tiring_leg_strength(exercise)
        case "legs":
            return low and exercise.role != "core"
        case "landings":
            return exercise.impact != "none"
        case "jumps":
            easy = exercise.impact == "low" and not exercise.has_sides
            return exercise.impact != "none" and not easy
        case "new_eccentrics":
            return eccentric and exercise.id not in known
