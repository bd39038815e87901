"""How long a solve may take, and its seed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limits:
    """Limits of a whole solve.

    Attributes
    ----------
    seconds
        Wall-clock seconds; a safety net.
    deterministic_seconds
        CP-SAT's deterministic time of one call, so that the same input stops at the same
        place on every machine.
    seed
        Random seed of the solver.
    report
        Called with the name of each tier when its turn comes.
    """

    seconds: float = 60.0
    deterministic_seconds: float = 8.0
    seed: int = 0
    report: Callable[[str], None] = field(default=lambda _: None, compare=False)
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds_left(self) -> float:
        """Wall-clock seconds that remain, never negative."""
        return max(0.0, self.seconds - (time.monotonic() - self.started))
