"""What is done before the first working set and after the last one: drills in order.

A session's preparation comes in three blocks of rising length, of which the solver picks one;
which drills stand in a block follows from a rule, see ``week_preparation``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from optimizer.domain.credit import moves_in, plane_half_credits
from optimizer.domain.dosing.dose import Dose
from optimizer.domain.exercise import PLANES, Exercise, Plane

CARDIO_PATTERN = "cardio"


@dataclass(frozen=True)
class Drill:
    """One drill with its dose and its whole seconds.

    ``instead_of`` is the id of the drill that would stand here if no pain and no missing
    equipment spoke against it.
    """

    exercise: Exercise
    dose: Dose
    seconds: int
    instead_of: str | None = None


@dataclass(frozen=True)
class PreparationBlock:
    """Drills in the order in which they are done."""

    drills: tuple[Drill, ...]

    @property
    def seconds(self) -> int:
        """Seconds of the whole block."""
        return total_seconds(self.drills)

    def half_credits(self, plane: Plane) -> int:
        """Half credits of all drills for the plane."""
        return sum(plane_half_credits(drill.exercise, plane) for drill in self.drills)

    def moves(self, plane: Plane) -> bool:
        """Whether some drill moves in the plane."""
        return any(moves_in(drill.exercise, plane) for drill in self.drills)

    @property
    def warming_seconds(self) -> int:
        """Seconds that warm up: all but rolling."""
        return total_seconds([one for one in self.drills if one.exercise.role != "soft_tissue"])

    @property
    def plane_counts(self) -> tuple[int, ...]:
        """What the block counts for each plane: half credits, and whether something moves."""
        counts = ((self.half_credits(plane), int(self.moves(plane))) for plane in PLANES)
        return tuple(number for pair in counts for number in pair)

    @property
    def signature(self) -> tuple[int, ...]:
        """All that rules read of a block: its seconds, and what it counts for each plane."""
        return (self.seconds, self.warming_seconds, *self.plane_counts)


@dataclass(frozen=True)
class SessionRoutine:
    """What frames one session: its preparation blocks by stage, and its cool-down."""

    preparation: tuple[PreparationBlock, ...]
    cool_down: tuple[Drill, ...] = ()

    @property
    def signature(self) -> tuple[tuple[int, ...] | int, ...]:
        """All that rules read of it: two sessions alike in it are prepared alike."""
        blocks = (block.signature for block in self.preparation)
        return (*blocks, total_seconds(self.cool_down))


def total_seconds(drills: Sequence[Drill]) -> int:
    """Seconds of some drills."""
    return sum(drill.seconds for drill in drills)


def is_cardio(exercise: Exercise) -> bool:
    """Whether the row is the easy movement that warms up as a whole."""
    return exercise.pattern.primary == CARDIO_PATTERN


def is_held(exercise: Exercise) -> bool:
    """Whether the row is a stretch that is held."""
    return exercise.role == "mobility" and exercise.timing.seconds_per_rep is None


def is_mover(exercise: Exercise) -> bool:
    """Whether the row is a mobility drill that moves rather than holds."""
    if is_cardio(exercise) or exercise.timing.seconds_per_rep is None:
        return False
    return exercise.role in ("mobility", "warm_up")
