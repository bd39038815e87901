"""The search for corner points finds what a scan finds, with few solves, and claims no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.domain.plan import TierResult
from optimizer.domain.plan_writer import Chosen
from optimizer.solve.outcome import NoPlanExists, NoPlanFound, Outcome, PlanFound
from optimizer.studies.frontiers.corners import CornerSearch, verdict
from optimizer.studies.frontiers.records import GOALS, Corner, Goal


def tier(name: str, value: int, bound: int) -> TierResult:
    """A tier over all plans."""
    return TierResult(
        id=name, unit="points", value=value, bound=bound, proved=True, scope="all plans"
    )


def found(targets: int, bound: int | None = None, floors: tuple[int, int] | None = None) -> Outcome:
    """A plan so many points short."""
    tiers = [tier("targets", targets, targets if bound is None else bound)]
    if floors is not None:
        tiers.insert(0, tier("floors", *floors))
    return PlanFound(chosen=Chosen(), tiers=tuple(tiers))


@pytest.mark.parametrize(
    ("outcome", "verdicts"),
    [
        (NoPlanExists("week"), ("no", "no", "no")),
        (NoPlanFound("time limit"), ("unknown", "unknown", "unknown")),
        (found(0), ("yes", "yes", "yes")),
        (found(40), ("yes", "yes", "no")),
        (found(40, 0), ("yes", "yes", "unknown")),
        (found(41, 41), ("yes", "no", "no")),
        (found(70, 40), ("yes", "unknown", "no")),
        (found(0, floors=(10, 10)), ("yes", "no", "no")),
        (found(50, floors=(10, 0)), ("yes", "unknown", "unknown")),
        (found(20, floors=(0, 0)), ("yes", "yes", "no")),
        (PlanFound(chosen=Chosen(), tiers=()), ("yes", "yes", "yes")),
    ],
)
def test_verdicts(outcome: Outcome, verdicts: tuple[str, str, str]) -> None:
    """Reached by the plan found, missed by proof, or not known."""
    assert tuple(verdict(goal, outcome) for goal in GOALS) == verdicts


def searched(
    outcomes: list[Outcome], breaks: set[int], known: set[int], goal: Goal = "plan"
) -> tuple[Corner, int]:
    """The corner over the places of a list, and how many solves it took."""
    solved = {at: outcomes[at] for at in sorted(known)}
    before = len(solved)

    def fits_into(fewer: int, more: int) -> bool:
        return not any(fewer < at <= more for at in breaks)

    search = CornerSearch(range(len(outcomes)), solved, outcomes.__getitem__, fits_into)
    return search.corner(goal), len(solved) - before


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Outcome], set[int], set[int]]:
    """Stretches in which more never hurts, one after the other, and what is solved before."""
    outcomes: list[Outcome] = []
    breaks: set[int] = set()
    for _ in range(draw(st.integers(1, 4))):
        breaks.add(len(outcomes))
        size = draw(st.integers(1, 9))
        first = draw(st.integers(0, size))
        outcomes += [NoPlanExists("week")] * first + [found(0)] * (size - first)
    known = draw(st.sets(st.integers(0, len(outcomes) - 1)))
    return outcomes, breaks - {0}, known | {0, len(outcomes) - 1}


@given(worlds())
def test_the_search_equals_a_scan(world: tuple[list[Outcome], set[int], set[int]]) -> None:
    """The least number of all, proved, wherever demands change and whatever is known before."""
    outcomes, breaks, known = world
    reached = [at for at, one in enumerate(outcomes) if isinstance(one, PlanFound)]
    corner, solves = searched(outcomes, breaks, known)
    assert corner.number == (reached[0] if reached else None)
    assert corner.proved
    assert corner.open == ()
    assert solves <= len(outcomes) - len(known)


def test_halving_is_quick() -> None:
    """A hundred numbers take seven solves at most."""
    outcomes = [NoPlanExists("week")] * 37 + [found(0)] * 63
    corner, solves = searched(outcomes, set(), {0, 99})
    assert corner.number == 37
    assert solves <= 7


def test_demands_that_begin_later_are_told() -> None:
    """A number that reaches the goal does not hide a greater one that misses it."""
    nothing = NoPlanExists("week")
    outcomes: list[Outcome] = [nothing, found(0), found(0), nothing, found(0)]
    corner, _ = searched(outcomes, {3}, {0, 3, 4})
    assert (corner.number, corner.fails_again) == (1, (3,))


def test_what_a_limit_left_open_is_no_proof() -> None:
    """Numbers under one that was given up stay open, and are not tried in vain."""
    nothing = NoPlanFound("time limit")
    outcomes: list[Outcome] = [NoPlanExists("week"), nothing, nothing, nothing, found(0)]
    corner, solves = searched(outcomes, set(), {0, 3, 4})
    assert (corner.number, corner.proved, corner.open) == (4, False, (1, 2, 3))
    assert solves == 0
    corner, _ = searched([nothing, nothing], set(), {0, 1})
    assert (corner.number, corner.proved, corner.open) == (None, False, (0, 1))
