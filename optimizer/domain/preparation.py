"""The preparation: what is done before the first working set, in three lengths.

Easy cardio first, then drills for the ankle, the hip and the mid-back. Five minutes at least,
six before low two-leg hops, eight before jumps and bounds (coaching convention, shaped by the
articles' warm-up advice and by Iversen 2021, who find a specific warm-up enough).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from optimizer.domain.catalog import Catalog
from optimizer.domain.credit import moves_in, plane_half_credits
from optimizer.domain.dose import Dose, dose_of
from optimizer.domain.exercise import Exercise, Level, Plane
from optimizer.domain.time_model import drill_seconds

STAGE_SECONDS = (300, 360, 480)
"""Least seconds of the three blocks: any work, low hops, jumps and bounds."""
CARDIO_PATTERN = "cardio"
AREA_ORDER = (
    "ankle_and_calf",
    "hip_rotation",
    "thoracic_spine",
    "hip_front",
    "hamstrings",
    "foot",
)


@dataclass(frozen=True)
class Drill:
    """One drill of the preparation with its dose and its whole seconds."""

    exercise: Exercise
    dose: Dose
    seconds: int


@dataclass(frozen=True)
class PreparationBlock:
    """Drills in order; the block for harder work begins with the one for easier work."""

    drills: tuple[Drill, ...]

    @property
    def seconds(self) -> int:
        """Seconds of the whole block."""
        return sum(drill.seconds for drill in self.drills)

    def half_credits(self, plane: Plane) -> int:
        """Half credits of all drills for the plane."""
        return sum(plane_half_credits(drill.exercise, plane) for drill in self.drills)

    def moves(self, plane: Plane) -> bool:
        """Whether some drill moves in the plane."""
        return any(moves_in(drill.exercise, plane) for drill in self.drills)


def _is_dynamic(exercise: Exercise) -> bool:
    """Whether the drill moves rather than holds a stretch."""
    return exercise.timing.seconds_per_rep is not None


def _ordered_drills(catalog: Catalog, usable: Sequence[Exercise]) -> list[Exercise]:
    """Usable drills: one for each area in turn, then a second one, and activation last."""
    movers = [row for row in usable if row.role in ("mobility", "warm_up") and _is_dynamic(row)]
    wanted = {area.id: set(area.areas) for area in catalog.mobility_areas}
    chosen: list[Exercise] = []
    families: set[str] = set()
    for _ in range(2):
        for area in AREA_ORDER:
            for row in movers:
                family = row.ladder.family if row.ladder else row.id
                fits = wanted.get(area, set()) & set(row.mobilises)
                if fits and row not in chosen and family not in families:
                    chosen.append(row)
                    families.add(family)
                    break
    rows = (row for row in usable if row.role == "activation")
    return chosen + [row for row in rows if row.ladder is None or row.ladder.family not in families]


def build_preparation(
    catalog: Catalog,
    level: Level,
    usable: Sequence[Exercise],
    stage_seconds: Iterable[int] = STAGE_SECONDS,
    first: tuple[Exercise, ...] = (),
) -> tuple[PreparationBlock, ...]:
    """Preparation blocks, one for each stage's least seconds, each extending the one before.

    Parameters
    ----------
    usable
        What the athlete may and can do at the place, in catalog order.
    stage_seconds
        Least seconds of each stage, rising.
    first
        Drills that must be in every block, for instance pinned ones.
    """

    def drill(exercise: Exercise) -> Drill:
        dose = dose_of(exercise, level, loaded=False)
        return Drill(exercise, dose, drill_seconds(exercise, dose))

    cardio = [row for row in usable if row.pattern.primary == CARDIO_PATTERN]
    chosen = [drill(row) for row in (*cardio, *first)]
    reserve = [drill(row) for row in _ordered_drills(catalog, usable) if row not in first]
    blocks = []
    least_drills = len(chosen) + 2
    for least_seconds in stage_seconds:
        while reserve and (
            len(chosen) < least_drills or sum(item.seconds for item in chosen) < least_seconds
        ):
            chosen.append(reserve.pop(0))
        blocks.append(PreparationBlock(tuple(chosen)))
    return tuple(blocks)
