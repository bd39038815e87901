"""How many sets of a main lift a session usually holds (convention; training notes, 2.3)."""

from __future__ import annotations

from optimizer.domain.problem import Problem, Slot

SHORT_SESSION_MINUTES = 45
SHORT_SESSION_SETS = 2


def usual_sets(problem: Problem, slot: Slot) -> int:
    """Sets of a main lift that the level, the phase and the session's length ask for."""
    usual = problem.numbers.main_lift_sets
    return min(usual, SHORT_SESSION_SETS) if slot.minutes < SHORT_SESSION_MINUTES else usual
