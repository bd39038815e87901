"""What a solve answers: three types, no sentinels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from optimizer.domain.plan import TierResult
from optimizer.domain.plan_writer import Chosen


@dataclass(frozen=True)
class PlanFound:
    """A plan, with what is proved about each tier.

    ``chosen`` holds the sets of each session, its preparation and its day; ``limit`` what ended
    the search where a proof is missing.
    """

    chosen: Chosen
    tiers: tuple[TierResult, ...]
    rounds: int = 1
    limit: str = "search limit"

    @property
    def is_proved(self) -> bool:
        """Whether every tier is proved in its declared scope."""
        return all(tier.proved for tier in self.tiers)

    @property
    def stopped_by(self) -> str | None:
        """What kept a tier from its proof, or None."""
        return None if self.is_proved else self.limit


@dataclass(frozen=True)
class NoPlanExists:
    """No plan obeys all hard rules: proved."""

    layer: str


@dataclass(frozen=True)
class NoPlanFound:
    """A limit was reached with nothing in hand."""

    stopped_by: str


Outcome: TypeAlias = PlanFound | NoPlanExists | NoPlanFound


@dataclass
class TierRecord:
    """A tier while it is being solved.

    Later tiers were solved with this one at or under its ``ceiling``.
    """

    id: str
    unit: str
    scope: str
    value: int
    bound: int
    tolerance: int = 0
    ceiling: int = 0

    def result(self, value: int, *, in_order: bool = True) -> TierResult:
        """The tier with the value of the final plan; a tier at zero needs no tolerance.

        The bound holds for plans whose earlier tiers are at or under their ceilings
        (``in_order``); for any other plan nothing is proved.
        """
        tolerance = self.tolerance if value else 0
        return TierResult.model_validate(
            {
                "id": self.id,
                "unit": self.unit,
                "value": value,
                "bound": self.bound,
                "proved": in_order and value <= self.bound + tolerance,
                "scope": self.scope,
                "tolerance": tolerance,
            }
        )
