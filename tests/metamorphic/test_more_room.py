"""More minutes, more equipment or lower floors never make the first tiers worse.

Rules and dose options are held fixed: no length crosses a length that a rule asks about, and
the added equipment carries no load, so that no dose changes and no aim asks for more.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.plan import TierResult
from optimizer.domain.problem import Problem
from optimizer.solve.direct import solve_direct
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, Outcome, PlanFound
from optimizer.solve.two_layer import solve_two_layer
from tests.oracle.tiny_problems import catalog_of, exact_tiers
from tests.worlds import problem, session

PREFIX = ("floors", "targets", "quality")
BARE_ROWS = ("air_squat", "reverse_lunge", "bridge", "push_up", "calf_raise", "plank")
STEP_ROWS = ("step_up",)
"""Rows that need a step; the rows without equipment serve their pattern group as well."""
ROWS = (*BARE_ROWS, *STEP_ROWS, "side_leg_raise", "side_plank", "bird_dog")
NO_PULL = {"push_and_pull_are_balanced": {"enabled": False}}

a_few = settings(max_examples=max(5, settings.default.max_examples // 8))  # type: ignore[union-attr]


def first_tiers(outcome: Outcome) -> list[TierResult]:
    """The tiers that this file speaks of."""
    assert isinstance(outcome, PlanFound)
    return [tier for tier in outcome.tiers if tier.id in PREFIX]


def prefix(asked: Problem) -> tuple[int, ...] | None:
    """Exact values of the first tiers; None where no plan exists.

    The direct model is asked where the two layers leave an honest gap.
    """
    with exact_tiers():
        outcome = solve_two_layer(asked, Limits())
        if isinstance(outcome, NoPlanExists):
            return None
        if not all(tier.proved for tier in first_tiers(outcome)):
            outcome = solve_direct(asked, Limits())
    assert all(tier.proved for tier in first_tiers(outcome))
    return tuple(tier.value for tier in first_tiers(outcome))


def check_no_worse(more: Problem, less: Problem) -> None:
    """The first problem's tiers are lexicographically at most those of the second."""
    before, after = prefix(less), prefix(more)
    if before is not None:
        assert after is not None
        assert after <= before


def world(rows: list[str], minutes: list[int], **changes: Any) -> Problem:
    """A week of these rows at home on one day or on two."""
    days = ("mon", "thu")[: len(minutes)]
    usual: dict[str, Any] = {"targets": {"floors": "relaxed"}, "constraints": NO_PULL}
    return problem(
        catalog=catalog_of((*BARE_ROWS, *rows)),
        sessions=[session(day, length) for day, length in zip(days, minutes, strict=True)],  # type: ignore[arg-type]
        **{**usual, **changes},
    )


rows_drawn = st.lists(st.sampled_from(ROWS[len(BARE_ROWS) :]), max_size=3, unique=True)


@a_few
@given(
    rows=rows_drawn,
    minutes=st.lists(st.sampled_from((12, 18, 24)), min_size=1, max_size=2),
    more=st.integers(1, 5),
)
def test_more_minutes(rows: list[str], minutes: list[int], more: int) -> None:
    """Longer sessions never make floors, targets and quality worse."""
    longer = world(rows, [length + more for length in minutes])
    check_no_worse(longer, world(rows, minutes))


@a_few
@given(rows=rows_drawn, minutes=st.lists(st.sampled_from((15, 25, 40)), min_size=1, max_size=2))
def test_more_equipment(rows: list[str], minutes: list[int]) -> None:
    """Another item without a load never makes floors, targets and quality worse."""
    poor = {"home": {"equipment": {"mini_band": 1}}, "bare": {}}
    rich = {"home": {"equipment": {"mini_band": 1, "step": 1, "slider": 1}}, "bare": {}}
    named = [*rows, *STEP_ROWS]
    check_no_worse(world(named, minutes, places=rich), world(named, minutes, places=poor))


@pytest.mark.parametrize("floor", [3, 5, 6])
def test_lower_floors(floor: int) -> None:
    """A lower hard floor never makes targets and quality worse."""

    def floors(sets: int) -> dict[str, Any]:
        low = {muscle.id: {"floor": 0} for muscle in catalog_of(BARE_ROWS).muscles}
        planes = {plane: {"floor": 0} for plane in ("sagittal", "frontal", "transverse")}
        return {"muscles": {**low, "chest": {"floor": sets, "target": 3}}, "planes": planes}

    off = {**NO_PULL, "planes_are_covered_in_the_week": {"enabled": False}}
    high, lower = (
        world([], [16, 16], targets=floors(sets), constraints=off) for sets in (floor, floor - 1)
    )
    check_no_worse(lower, high)


def test_relaxed_floors_admit_every_plan() -> None:
    """Where hard floors have a plan, relaxed floors miss nothing."""
    off = {**NO_PULL, "planes_are_covered_in_the_week": {"enabled": False}}
    few = {muscle.id: {"floor": 0} for muscle in catalog_of(BARE_ROWS).muscles}
    planes = {plane: {"floor": 0} for plane in ("sagittal", "frontal", "transverse")}
    targets = {"muscles": {**few, "chest": {"floor": 2}}, "planes": planes}
    hard = prefix(world([], [25, 25], targets=targets, constraints=off))
    relaxed = prefix(world([], [25, 25], targets={**targets, "floors": "relaxed"}, constraints=off))
    assert hard is not None
    assert relaxed is not None
    assert (0, *hard) >= relaxed
