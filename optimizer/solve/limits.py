"""How long a solve may take, its seed, and how it is told to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

RESCUE_SECONDS = 3.0
"""Wall-clock seconds for dealing out what is in hand once the time is over."""


class Searches(Protocol):
    """A solver that can be told to stop."""

    def stop_search(self) -> None:
        """Return soon with the best solution so far."""


@dataclass
class Stop:
    """Asks solves in other threads to return what they have."""

    _event: threading.Event = field(default_factory=threading.Event)
    _current: dict[int, Searches] = field(default_factory=dict)
    """The search under way in each thread."""

    @property
    def is_requested(self) -> bool:
        """Whether the solve should end."""
        return self._event.is_set()

    def request(self) -> None:
        """End the searches under way, and start no other."""
        self._event.set()
        for solver in tuple(self._current.values()):
            solver.stop_search()

    def watch(self, solver: Searches) -> None:
        """Stop this solver of the current thread when asked to."""
        self._current[threading.get_ident()] = solver


@dataclass
class Meter:
    """Deterministic seconds that short searches have used together."""

    deterministic_seconds: float = 0.0

    def add(self, seconds: float) -> None:
        """Count a search."""
        self.deterministic_seconds += seconds


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
    stop
        Asked before every search; another thread may request the end.
    meter
        What short searches under these limits, and under copies of them, have used.
    """

    seconds: float = 60.0
    deterministic_seconds: float = 8.0
    seed: int = 0
    report: Callable[[str], None] = field(default=lambda _: None, compare=False)
    stop: Stop = field(default_factory=Stop, compare=False)
    meter: Meter = field(default_factory=Meter, compare=False)
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds_left(self) -> float:
        """Wall-clock seconds that remain, never negative; none once the end is requested."""
        if self.stop.is_requested:
            return 0.0
        return max(0.0, self.seconds - (time.monotonic() - self.started))

    @property
    def is_over(self) -> bool:
        """Whether no time is left."""
        return self.seconds_left <= 0

    @property
    def reason(self) -> str:
        """What ended the solve before its proofs."""
        if self.stop.is_requested:
            return "interrupted"
        return "time limit" if self.is_over else "search limit"

    def for_rescue(self) -> Limits:
        """A few seconds more, to make a plan of what is in hand."""
        return replace(self, seconds=RESCUE_SECONDS, stop=Stop(), started=time.monotonic())
