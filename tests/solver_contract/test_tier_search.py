"""The search of one tier: what it claims about the bound, and where it stops."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from optimizer.domain.tiers import Tier
from optimizer.model.poster import Expression
from optimizer.solve.cp_sat import Answer
from optimizer.solve.lexicographic import Climb, Climber, Room
from optimizer.solve.limits import Limits

SETS_MOST = 3
Needs = list[tuple[int, list[int]]]
"""A target and what a set of each of three exercises gives, for each muscle."""


def short_of(tolerance: int) -> Tier:
    """A tier of shortfalls with this tolerance."""
    return Tier("targets", "short of target", "sets", "all plans", tolerance, can_be_met=True)


def climb_of(needs: Needs, sets_most: int, tolerance: int, *, guided: bool = True) -> Climb:
    """The least shortfall of three exercises that share a number of sets."""
    model = cp_model.CpModel()
    sets = [model.new_int_var(0, SETS_MOST, f"sets {number}") for number in range(3)]
    total = cp_model.LinearExpr.sum(sets)
    model.add(total <= sets_most)
    short = []
    for target, credits in needs:
        missing = model.new_int_var(0, max(target, 0), "missing")
        model.add(missing >= target - cp_model.LinearExpr.weighted_sum(sets, credits))
        short.append(missing)
    guide = total if guided else None
    climber = Climber(model, sets, Room(1, 0), Limits(), guide=guide)
    shortfall: Expression = cp_model.LinearExpr.sum(short)
    return climber.climb([(short_of(tolerance), lambda: shortfall)])


def least_shortfall(needs: Needs, sets_most: int) -> int:
    """The same by trying everything."""
    return min(
        sum(max(0, target - _given(sets, credits)) for target, credits in needs)
        for sets in product(range(SETS_MOST + 1), repeat=3)
        if sum(sets) <= sets_most
    )


def _given(sets: Sequence[int], credits: Sequence[int]) -> int:
    return sum(number * credit for number, credit in zip(sets, credits, strict=True))


needs_of_muscles = st.lists(
    st.tuples(st.integers(0, 12), st.lists(st.integers(0, 3), min_size=3, max_size=3)),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("guided", [True, False])
@given(needs=needs_of_muscles, sets_most=st.integers(0, 9), tolerance=st.integers(0, 4))
def test_the_bound_holds_and_the_value_is_within_the_tolerance(
    guided: bool, needs: Needs, sets_most: int, tolerance: int
) -> None:
    """Bound, least shortfall by brute force, value, bound and tolerance: none above the next."""
    record = climb_of(needs, sets_most, tolerance, guided=guided).records[0]
    least = least_shortfall(needs, sets_most)
    assert record.bound <= least <= record.value <= record.bound + tolerance


@given(needs=needs_of_muscles, sets_most=st.integers(0, 9), tolerance=st.integers(0, 4))
def test_what_can_be_met_in_full_is_met(needs: Needs, sets_most: int, tolerance: int) -> None:
    """A tier whose least shortfall is zero ends at zero, whatever its tolerance."""
    if least_shortfall(needs, sets_most) == 0:
        assert climb_of(needs, sets_most, tolerance).records[0].value == 0


def test_nothing_within_the_tolerance_of_zero_raises_the_bound() -> None:
    """Nine sets of one credit leave 11 of 20 missing: guesses fail and the proof goes on."""
    record = climb_of([(20, [1, 1, 1])], 9, 4).records[0]
    assert record.bound <= 11 <= record.value <= record.bound + 4


def test_an_impossible_model_is_called_so() -> None:
    """No guess hides that no solution exists."""
    found = climb_of([(3, [1, 1, 1])], -1, 1)
    assert found.answer is Answer.INFEASIBLE
    assert not found.values
