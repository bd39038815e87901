"""Composes the three preparation blocks of a session: rolling, easy movement, drills.

The drills of a block are taken from the routine as long as they leave the level's easy movement;
easy movement then fills the block to its length. So sessions of one place take the same
seconds whichever drills they hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from optimizer.domain.frame.drills import held_for
from optimizer.domain.frame.mobility import MobilityLedger, areas_of
from optimizer.domain.frame.preparation import (
    Drill,
    PreparationBlock,
    is_cardio,
    is_held,
    is_mover,
)
from optimizer.domain.frame.preparation_numbers import (
    CARDIO_SECONDS_LEAST,
    CARDIO_SECONDS_MOST,
    PREPARATION_NUMBERS,
)
from optimizer.domain.frame.routine import ANKLE_AREA, HIP_AREAS, Larder, Position, family_of


@dataclass(frozen=True)
class Order:
    """What is asked of a session's preparation.

    ``seconds`` are those of each stage without rolling, and ``cardio_stages`` tells which
    stages begin with easy movement.
    """

    seconds: tuple[int, ...]
    cardio_stages: tuple[bool, ...]
    rolling: tuple[Drill, ...] = ()


class WarmUp:
    """The blocks of one session, from the routine of its place."""

    def __init__(self, larder: Larder, order: Order, routine: tuple[Position, ...]) -> None:
        self._larder = larder
        self._order = order
        self._routine = routine
        rows = (row for row in larder.usable if is_cardio(row))
        self._cardio = next(rows, None)
        self._stages = tuple(self._positions(stage) for stage in range(len(order.seconds)))

    def usual(self) -> tuple[PreparationBlock, ...]:
        """The blocks with the usual drill in every position."""
        return self._blocks(self._usual_drills)

    def for_areas(self, ledger: MobilityLedger) -> tuple[PreparationBlock, ...]:
        """The blocks with drills for the areas that the week has moved least.

        A position changes only to a drill of the same planes, and only if the block keeps its
        seconds, its ankle and its hip drill; where that cannot be, the drills that every block
        needs stay, or the usual blocks are returned.
        """
        usual = self.usual()
        for keeps_needed in (False, True):
            blocks = self._blocks(self._changed(ledger, keeps_needed=keeps_needed))
            is_alike = [one.signature for one in blocks] == [one.signature for one in usual]
            if is_alike and self._moves_hip_and_ankle(blocks):
                return blocks
        return usual

    def _changed(self, ledger: MobilityLedger, *, keeps_needed: bool) -> list[Drill]:
        """The drill of every position, with those in it that help the ledger most."""
        drills = self._usual_drills
        fixed = [(one.must and keeps_needed) or not one.may_change for one in self._routine]
        kept = [drill for drill, stays in zip(drills, fixed, strict=True) if stays]
        used = {family_of(drill.exercise) for drill in kept}
        for number, position in enumerate(self._routine):
            if fixed[number]:
                continue
            fitting = [
                drill
                for drill in self._like(position.drill)
                if family_of(drill.exercise) not in used
                and self._fits([*drills[:number], drill, *drills[number + 1 :]])
            ]
            if not fitting:
                return self._usual_drills
            drills[number] = max(fitting, key=ledger.gain)
            used.add(family_of(drills[number].exercise))
        return drills

    def _positions(self, stage: int) -> tuple[int, ...]:
        """Numbers of the positions that a stage holds."""
        wanted = self._order.seconds[stage]
        has_cardio = self._has_cardio(stage)
        room = wanted - PREPARATION_NUMBERS[self._larder.level].cardio_seconds
        chosen: list[int] = []
        spent = 0
        for number, position in enumerate(self._routine):
            seconds = position.drill.seconds
            fits = spent + seconds <= room if has_cardio else spent < wanted
            if position.must or fits:
                chosen.append(number)
                spent += seconds
        return tuple(chosen)

    def _has_cardio(self, stage: int) -> bool:
        return self._cardio is not None and self._order.cardio_stages[stage]

    def _like(self, usual: Drill) -> Iterator[Drill]:
        """The usual drill first, then those that count the same for every plane."""
        yield usual
        own = PreparationBlock((usual,)).plane_counts
        for row in self._larder.movers:
            drill = self._larder.drill(row)
            if row != usual.exercise and PreparationBlock((drill,)).plane_counts == own:
                yield drill

    def _fits(self, drills: Sequence[Drill]) -> bool:
        """Whether every stage keeps its seconds with these drills."""
        return all(
            self._easy_seconds(stage, drills) >= CARDIO_SECONDS_LEAST
            if self._has_cardio(stage)
            else self._spent(stage, drills) == self._spent(stage, self._usual_drills)
            for stage in range(len(self._stages))
        )

    @property
    def _usual_drills(self) -> list[Drill]:
        return [position.drill for position in self._routine]

    def _spent(self, stage: int, drills: Sequence[Drill]) -> int:
        return sum(drills[number].seconds for number in self._stages[stage])

    def _easy_seconds(self, stage: int, drills: Sequence[Drill]) -> int:
        """Seconds of easy movement that fill the stage to its length."""
        return self._order.seconds[stage] - self._spent(stage, drills)

    def _blocks(self, drills: Sequence[Drill]) -> tuple[PreparationBlock, ...]:
        """The block of every stage; none is shorter than the one before it."""
        blocks: list[PreparationBlock] = []
        for stage, numbers in enumerate(self._stages):
            lines = [*self._order.rolling, *(drills[number] for number in numbers)]
            if self._has_cardio(stage) and self._cardio is not None:
                easy = self._easy_seconds(stage, drills)
                easy = max(CARDIO_SECONDS_LEAST, min(CARDIO_SECONDS_MOST, easy))
                lines.append(held_for(self._cardio, self._larder.level, easy))
            block = PreparationBlock(tuple(sorted(lines, key=_rank)))
            is_shorter = blocks and block.seconds < blocks[-1].seconds
            blocks.append(blocks[-1] if is_shorter else block)
        return tuple(blocks)

    def _moves_hip_and_ankle(self, blocks: Sequence[PreparationBlock]) -> bool:
        catalog = self._larder.catalog
        for block in blocks:
            moved = {area for one in block.drills for area in areas_of(catalog, one.exercise)}
            if ANKLE_AREA not in moved or not moved & set(HIP_AREAS):
                return False
        return True


def _rank(drill: Drill) -> int:
    """Rolling, easy movement, moving drills, held stretches, activation."""
    row = drill.exercise
    if row.role == "soft_tissue":
        return 0
    if is_cardio(row):
        return 1
    if is_mover(row):
        return 2
    return 3 if is_held(row) else 4
