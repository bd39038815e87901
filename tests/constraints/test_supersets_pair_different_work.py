"""Supersets: the partners share no muscle, grip, balance or loaded back."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from tests.model_check import LEGAL, breaches, verdict
from tests.worlds import catalog_with, changed, exercise, plan_of, problem

RULE = "supersets_pair_different_work"


def paired(world: Problem, *rows: str, groups: tuple[str | None, ...] = ("a", "a")) -> Plan:
    """A Monday whose items belong to these groups, in the order of the rows."""
    plan = plan_of(world, {(row, "mon"): 2 for row in rows})
    items = {item.exercise: item for item in plan.session("mon").items}
    named = (
        items[row].model_copy(update={"group": group})
        for row, group in zip(rows, groups, strict=True)
    )
    return changed(plan, "mon", items=tuple(named))


def test_a_written_plan_has_no_supersets() -> None:
    """Two pulls of the planner are two straight items."""
    world = problem()
    plan = plan_of(world, {("band_row", "mon"): 2, ("one_arm_row", "mon"): 2})
    assert verdict(world, plan, RULE) == LEGAL


def test_push_and_pull_make_a_superset() -> None:
    """Chest and back share nothing."""
    world = problem()
    assert breaches(world, paired(world, "push_up", "band_row"), RULE) == []


def test_a_shared_muscle_gets_no_rest() -> None:
    """Two rows for the same muscle are a breach that names it."""
    world = problem()
    found = breaches(world, paired(world, "band_row", "renegade_row"), RULE)
    assert found == [("mon", "Band row and Renegade row share lats in a superset")]


@pytest.mark.parametrize("groups", [("a", "b"), (None, None), ("a", None)])
def test_other_items_may_share(groups: tuple[str | None, ...]) -> None:
    """Items of different groups, or of none, are no superset."""
    world = problem()
    assert breaches(world, paired(world, "band_row", "renegade_row", groups=groups), RULE) == []


def test_shoulders_may_push_and_pull() -> None:
    """Deltoids that a press and a pull share are no matter; those of two presses are."""
    shoulders: dict[str, Any] = {"region": "upper", "direct": ("deltoids",)}
    world = problem(
        catalog=catalog_with(
            exercise("high_press", pattern="push_vertical", **shoulders),
            exercise("low_press", pattern="push_horizontal", **shoulders),
            exercise("high_pull", pattern="pull_vertical", **shoulders),
        )
    )
    assert breaches(world, paired(world, "high_press", "high_pull"), RULE) == []
    assert len(breaches(world, paired(world, "high_press", "low_press"), RULE)) == 1


@pytest.mark.parametrize("flag", ["spinal_load", "grip", "balance"])
def test_grip_balance_and_back_are_not_paired(flag: str) -> None:
    """Two rows that need the same of these are a breach; one is not."""
    leg = exercise("first_lift", direct=("quadriceps",), flags=(flag,))
    arm = exercise("second_lift", direct=("lats",), flags=(flag,))
    world = problem(catalog=catalog_with(leg, arm))
    found = breaches(world, paired(world, "first_lift", "second_lift"), RULE)
    assert found == [("mon", f"First lift and Second lift share {flag} in a superset")]
    assert breaches(world, paired(world, "first_lift", "push_up"), RULE) == []


def test_prehab_and_core_may_share() -> None:
    """Two small items in turns are no breach, whatever they train."""
    world = problem()
    assert breaches(world, paired(world, "side_leg_raise", "band_walk"), RULE) == []


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts two rows for the same muscle."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert breaches(world, paired(world, "band_row", "renegade_row"), RULE) == []
