"""The role order: drills, power, main lifts, accessories, tiring core; written, not decided."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Plan, PlannedItem
from optimizer.domain.problem import Problem
from optimizer.solve.cp_sat import Answer
from tests.model_check import LEGAL, breaches, model_answer, verdict
from tests.worlds import catalog_with, changed, exercise, plan_of, problem

RULE = "items_follow_role_order"
ONE_OF_EACH = {
    ("plank", "mon"): 2,
    ("side_leg_raise", "mon"): 2,
    ("air_squat", "mon"): 2,
    ("pogo_hop", "mon"): 2,
}


def in_order(world: Problem, *exercises: str) -> Plan:
    """A Monday whose items stand in this order."""
    plan = plan_of(world, {(row, "mon"): 2 for row in exercises})
    items = {item.exercise: item for item in plan.session("mon").items}
    return changed(plan, "mon", items=tuple(items[row] for row in exercises))


def test_the_writer_puts_a_session_in_order() -> None:
    """However the sets were chosen, the written session is legal."""
    world = problem()
    plan = plan_of(world, ONE_OF_EACH)
    order = [item.exercise for item in plan.session("mon").items]
    assert order == ["pogo_hop", "air_squat", "side_leg_raise", "plank"]
    assert verdict(world, plan, RULE) == LEGAL


@pytest.mark.parametrize("first", ["air_squat", "plank"])
def test_power_comes_before_strength_and_core(first: str) -> None:
    """A hop after a squat or a plank is illegal; the text names both roles."""
    world = problem()
    assert breaches(world, in_order(world, "pogo_hop", first), RULE) == []
    names = {"air_squat": "Air squat (strength)", "plank": "Plank (core)"}
    text = f"Pogo hop (power) stands after {names[first]}"
    assert breaches(world, in_order(world, first, "pogo_hop"), RULE) == [("mon", text)]


def test_power_may_follow_prehab() -> None:
    """Only strength and core tire the legs before a hop."""
    world = problem()
    assert breaches(world, in_order(world, "side_leg_raise", "pogo_hop"), RULE) == []


def test_a_main_lift_comes_before_accessories_of_its_muscles() -> None:
    """The sliding curl isolates the hamstrings, which the deadlift trains directly."""
    world = problem()
    assert breaches(world, in_order(world, "deadlift", "sliding_curl"), RULE) == []
    text = "Deadlift (strength) stands after Sliding curl (strength)"
    found = breaches(world, in_order(world, "sliding_curl", "deadlift"), RULE)
    assert found == [("mon", text)]


@pytest.mark.parametrize("accessory", ["push_up", "calf_raise"])
def test_a_main_lift_may_follow_accessories_of_other_muscles(accessory: str) -> None:
    """Chest and calves take nothing from a deadlift."""
    world = problem()
    assert breaches(world, in_order(world, accessory, "deadlift"), RULE) == []


def test_main_lifts_may_stand_in_any_order() -> None:
    """Two main lifts are legal both ways round, although they share the buttocks."""
    world = problem()
    for order in (("air_squat", "deadlift"), ("deadlift", "air_squat")):
        assert breaches(world, in_order(world, *order), RULE) == []


def test_tiring_core_waits_for_the_last_lift_on_the_spine() -> None:
    """A plank after the deadlift is legal and before it is not."""
    world = problem()
    assert breaches(world, in_order(world, "deadlift", "plank"), RULE) == []
    text = "Deadlift (strength) stands after Plank (core)"
    assert breaches(world, in_order(world, "plank", "deadlift"), RULE) == [("mon", text)]


def test_core_may_stand_before_lifts_that_spare_the_spine() -> None:
    """Plank, then push-up: another inversion of roles, which is no breach."""
    world = problem()
    assert breaches(world, in_order(world, "plank", "push_up"), RULE) == []


def test_core_that_spares_the_trunk_may_stand_first() -> None:
    """A core row for the hip flexors alone does not tire the trunk."""
    march = exercise("march", role="core", region="trunk", direct=("hip_flexors",))
    world = problem(catalog=catalog_with(march))
    assert breaches(world, in_order(world, "march", "deadlift"), RULE) == []


def drill(*, hold_seconds: int | None) -> PlannedItem:
    """A mobility drill that a plan lists among its items."""
    return PlannedItem(
        id="mon-9",
        exercise="hip_opener",
        role="mobility",
        sets=1,
        reps=None if hold_seconds else 8,
        hold_seconds=hold_seconds,
        per_side=True,
        rest_seconds=0,
        seconds=60,
    )


@pytest.mark.parametrize(
    ("hold_seconds", "place", "is_legal"),
    [(None, 0, True), (None, 1, False), (None, 2, False), (30, 1, False), (30, 2, True)],
)
def test_drills_come_first_or_close_as_stretches(
    hold_seconds: int | None, place: int, is_legal: bool
) -> None:
    """A moving drill comes before all work; a held stretch may close the session."""
    world = problem()
    plan = in_order(world, "air_squat", "push_up")
    items = list(plan.session("mon").items)
    items.insert(place, drill(hold_seconds=hold_seconds))
    found = breaches(world, changed(plan, "mon", items=tuple(items)), RULE)
    text = "Hip opener (mobility) stands after Air squat (strength)"
    assert found == ([] if is_legal else [("mon", text)])


def test_the_model_posts_nothing() -> None:
    """No order of items makes the model infeasible, as the order is no decision."""
    world = problem()
    plan = in_order(world, "plank", "deadlift")
    assert model_answer(world, plan, RULE) is Answer.OPTIMAL


def test_an_empty_week_is_legal() -> None:
    """Sessions without items have no order to break."""
    world = problem()
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts a hop after squats."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert breaches(world, in_order(world, "air_squat", "pogo_hop"), RULE) == []
