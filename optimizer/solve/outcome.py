"""What a solve answers: three types, no sentinels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from optimizer.domain.plan import TierResult


@dataclass(frozen=True)
class PlanFound:
    """A plan, with what is proved about each tier.

    ``chosen`` holds sets by exercise id and session id, ``stages`` the preparation stage of
    each session.
    """

    chosen: Mapping[tuple[str, str], int]
    stages: Mapping[str, int]
    tiers: tuple[TierResult, ...]
    rounds: int = 1

    @property
    def is_proved(self) -> bool:
        """Whether every tier is proved in its declared scope."""
        return all(tier.proved for tier in self.tiers)

    @property
    def stopped_by(self) -> str | None:
        """What kept a tier from its proof, or None."""
        return None if self.is_proved else "time limit"


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
    """A tier while it is being solved."""

    id: str
    unit: str
    scope: str
    value: int
    bound: int
    tolerance: int = 0

    def result(self, value: int) -> TierResult:
        """The tier with the value of the final plan."""
        return TierResult.model_validate(
            {
                "id": self.id,
                "unit": self.unit,
                "value": value,
                "bound": self.bound,
                "proved": value <= self.bound + self.tolerance,
                "scope": self.scope,
                "tolerance": self.tolerance,
            }
        )
