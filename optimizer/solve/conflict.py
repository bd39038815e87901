"""Why no plan exists: small sets of lines that cannot hold together, confirmed both ways.

Instead of asking CP-SAT for a core, rows are left out until none can be spared (QuickXplain).
Models without guard literals are presolved far better: on the gallery, guarded cores held a
hundred demands and took minutes to shrink.

Lines come first: what one line of the scenario, or one default, asks for is left out as a
whole. That keeps every question away from the edge of the possible, where proofs are slow. Only
then is a line that asks for many things, such as the floors of all muscles, narrowed to the few
that take part, as long as no question stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import TypeAlias

from optimizer.domain.problem import Problem
from optimizer.solve.limits import Limits
from optimizer.solve.members import Member
from optimizer.solve.oracle import (
    PATIENT_DETERMINISTIC_SECONDS,
    QUICK_DETERMINISTIC_SECONDS,
    Oracle,
)
from optimizer.solve.quick_xplain import quick_xplain

Source: TypeAlias = Callable[[Member], tuple[int, str]]
"""The rank and the name of the line that a member comes from; lower ranks are preferred."""
Line: TypeAlias = tuple[Member, ...]
"""Members that one line of the scenario, or one default, asks for."""

NARROW_MOST = 3
"""More members than this are named by their line."""


@dataclass(frozen=True)
class Conflict:
    """Lines that cannot hold together; ``is_minimal`` if leaving out any was shown to help."""

    lines: tuple[Line, ...]
    is_minimal: bool

    @property
    def members(self) -> tuple[Member, ...]:
        """Everything that the lines ask for."""
        return tuple(chain.from_iterable(self.lines))


def find_conflicts(problem: Problem, limits: Limits, source: Source) -> tuple[Conflict, ...]:
    """Conflicts that share no line, as many as there are; none if a limit came first.

    Each is proved impossible. The family cannot be extended: the lines that it leaves hold
    together, unless a limit kept that question open.
    """
    return tuple(disjoint_conflicts(Oracle(problem, limits), source))


def disjoint_conflicts(oracle: Oracle, source: Source) -> Iterator[Conflict]:
    """One conflict after the other, each among the members that are left."""
    left = sorted(oracle.members, key=lambda member: (source(member), member))
    while left and oracle.is_impossible(left, PATIENT_DETERMINISTIC_SECONDS):
        lines = [tuple(line) for _, line in groupby(left, key=source)]
        conflict = _narrowed(oracle, _minimal(oracle, lines))
        yield conflict
        left = [member for member in left if member not in conflict.members]


def _minimal(oracle: Oracle, lines: Sequence[Line]) -> Conflict:
    """A minimal conflict among lines that clash."""
    found = quick_xplain(
        lambda chosen: bool(oracle.is_impossible(chain.from_iterable(chosen))), [], lines
    )
    return _confirmed(oracle, found)


def _confirmed(oracle: Oracle, lines: Sequence[Line]) -> Conflict:
    """The conflict with every doubt settled that a little more time can settle.

    After the first doubt that stays, patience cannot make the conflict minimal any more.
    """
    kept, is_minimal = list(lines), True
    for line in reversed(lines):
        rest = [one for one in kept if one != line]
        seconds = PATIENT_DETERMINISTIC_SECONDS if is_minimal else QUICK_DETERMINISTIC_SECONDS
        answer = oracle.is_impossible(chain.from_iterable(rest), seconds)
        if answer:
            kept = rest
        is_minimal = is_minimal and answer is not None
    return Conflict(tuple(kept), is_minimal)


def _narrowed(oracle: Oracle, conflict: Conflict) -> Conflict:
    """The conflict with lines of many members narrowed to few, where that stays minimal."""
    for line in conflict.lines:
        if len(line) > 1:
            narrower = _with_narrower(oracle, conflict, line)
            conflict = conflict if narrower is None else narrower
    return conflict


def _with_narrower(oracle: Oracle, conflict: Conflict, line: Line) -> Conflict | None:
    """The conflict with one line narrowed; None at the first doubt, or if many take part."""
    others = [one for one in conflict.lines if one != line]
    background = list(chain.from_iterable(others))
    is_open = False

    def clash(chosen: Sequence[Member]) -> bool:
        nonlocal is_open
        answer = None if is_open else oracle.is_impossible(chosen)
        is_open = is_open or answer is None
        return bool(answer)

    few = quick_xplain(clash, background, line)
    if is_open or len(few) > NARROW_MOST:
        return None
    narrower = _confirmed(oracle, [*others, *((member,) for member in few)])
    return narrower if narrower.is_minimal else None
