"""Fresh landings: before three hard leg sets, and at most twelve a side in a set."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.rows import JUMP, ONE_SIDE
from tests.worlds import catalog_with, changed, exercise, plan_of, problem

RULE = "landings_come_fresh"


def world_of(*rows: Exercise, **settings: Any) -> Problem:
    """An intermediate's week with further rows and these settings of the rule."""
    return problem(
        catalog=catalog_with(*rows),
        athlete={"level": "intermediate"},
        history={"weeks_trained": 20},
        constraints={RULE: settings} if settings else {},
    )


def lines(world: Problem, *held: tuple[str, int], **changes: Any) -> Plan:
    """A Monday with these exercises and sets in this order; ``changes`` apply to all items."""
    plan = plan_of(world, {(row, "mon"): sets for row, sets in held})
    items = {item.exercise: item for item in plan.session("mon").items}
    ordered = tuple(items[row].model_copy(update=changes) for row, _ in held)
    return changed(plan, "mon", items=ordered)


def test_the_writer_puts_landings_first() -> None:
    """Five squat sets and a hop are legal as written."""
    world = world_of()
    plan = plan_of(world, {("air_squat", "mon"): 5, ("one_leg_hop", "mon"): 2})
    assert verdict(world, plan, RULE) == LEGAL


def test_the_writer_puts_one_leg_landings_of_any_role_first() -> None:
    """A strength row that lands on one leg comes before the squats."""
    drop = exercise("drop_squat", flags=("single_leg_landing",))
    world = world_of(drop)
    plan = plan_of(world, {("air_squat", "mon"): 5, ("drop_squat", "mon"): 2})
    assert [item.exercise for item in plan.session("mon").items] == ["drop_squat", "air_squat"]
    assert verdict(world, plan, RULE) == LEGAL


@pytest.mark.parametrize(("sets", "is_legal"), [(2, True), (3, False)])
def test_two_hard_leg_sets_may_come_before(sets: int, is_legal: bool) -> None:
    """Two squat sets at 3 in reserve before a hop are legal, three are not."""
    world = world_of()
    found = breaches(world, lines(world, ("air_squat", sets), ("pogo_hop", 2)), RULE)
    assert found == ([] if is_legal else [("mon", "Pogo hop comes after 3 hard leg sets")])


def test_sets_of_several_rows_add_up() -> None:
    """Two squats and one calf raise are three sets of the lower body."""
    world = world_of()
    plan = lines(world, ("air_squat", 2), ("calf_raise", 1), ("pogo_hop", 2))
    assert breaches(world, plan, RULE) == [("mon", "Pogo hop comes after 3 hard leg sets")]


@pytest.mark.parametrize("row", ["push_up", "side_leg_raise", "plank"])
def test_other_sets_do_not_tire_the_legs(row: str) -> None:
    """Five sets of upper body, prehab or core before a hop are no matter for this rule."""
    world = world_of()
    assert breaches(world, lines(world, (row, 5), ("pogo_hop", 2)), RULE) == []


def test_easy_sets_do_not_count() -> None:
    """At four in reserve three squat sets are not hard; slow lowering always is."""
    world = world_of()
    easy = {"reps_in_reserve": 4}
    squats = lines(world, ("air_squat", 3), ("pogo_hop", 2), **easy)
    curls = lines(world, ("sliding_curl", 3), ("pogo_hop", 2), **easy)
    assert breaches(world, squats, RULE) == []
    assert breaches(world, curls, RULE) == [("mon", "Pogo hop comes after 3 hard leg sets")]


def test_no_superset_with_heavy_legs() -> None:
    """A hop in turns with squats is illegal, with push-ups it is legal."""
    world = world_of()
    squats = lines(world, ("pogo_hop", 2), ("air_squat", 2), group="one")
    pushes = lines(world, ("pogo_hop", 2), ("push_up", 2), group="one")
    assert breaches(world, squats, RULE) == [("mon", "Pogo hop shares a superset with heavy legs")]
    assert breaches(world, pushes, RULE) == []


def bound(reps: int, **changes: Any) -> Exercise:
    """A hard bound from leg to leg with this many landings a side in a set."""
    dose = {"reps": dict.fromkeys(("beginner", "intermediate", "advanced"), reps)}
    return exercise("bound", impact="high", dose=dose, **{**JUMP, **ONE_SIDE, **changes})


@pytest.mark.parametrize(("reps", "expected"), [(12, LEGAL), (13, ILLEGAL)])
def test_twelve_landings_a_side_are_the_most(reps: int, expected: str) -> None:
    """Twelve bounds a side are legal and thirteen are not, for the model and the verifier."""
    world = world_of(bound(reps))
    assert verdict(world, plan_of(world, {("bound", "mon"): 2}), RULE) == expected


def test_landings_count_not_repetitions() -> None:
    """Seven repetitions of two landings a side are fourteen."""
    world = world_of(bound(7, contacts_per_rep=2))
    plan = plan_of(world, {("bound", "mon"): 2})
    assert breaches(world, plan, RULE) == [("mon", "Bound lands 14 times a side in a set")]
    assert barred(world, RULE, "bound") == "14 landings a side, 12 at most"


@pytest.mark.parametrize(
    "changes", [{"impact": "low"}, {"laterality": "bilateral", "side_mode": "bilateral"}]
)
def test_easy_hops_and_two_leg_jumps_are_free(changes: dict[str, Any]) -> None:
    """Twenty low hops a side, or twenty jumps on two legs, are no matter for this rule."""
    row = bound(20).model_copy(update=changes)
    world = world_of(row)
    assert verdict(world, plan_of(world, {("bound", "mon"): 2}), RULE) == LEGAL
    assert barred(world, RULE, "bound") is None


def test_the_settings_move_both_lines() -> None:
    """With 3 sets and 10 landings, three squats are legal and twelve bounds are not."""
    world = world_of(bound(12), hard_sets=3, contacts_a_side=10)
    hops = lines(world, ("air_squat", 3), ("pogo_hop", 2))
    assert breaches(world, hops, RULE) == []
    assert verdict(world, plan_of(world, {("bound", "mon"): 2}), RULE) == ILLEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts thirteen bounds."""
    world = world_of(bound(13), enabled=False)
    assert verdict(world, plan_of(world, {("bound", "mon"): 2}), RULE) == LEGAL
