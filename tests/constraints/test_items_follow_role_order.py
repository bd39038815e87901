"""The role order: power, strength, prehab, core; written, not decided."""

from __future__ import annotations

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.solve.cp_sat import Answer
from tests.model_check import LEGAL, breaches, model_answer, verdict
from tests.worlds import changed, plan_of, problem

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


def test_core_before_strength_is_illegal() -> None:
    """One swapped pair is one breach, and its text names both roles."""
    world = problem()
    found = breaches(world, in_order(world, "plank", "air_squat"), RULE)
    assert found == [("mon", "Air squat (strength) stands after Plank (core)")]


def test_each_descent_is_reported() -> None:
    """The full reverse of four roles has three descents."""
    world = problem()
    plan = in_order(world, "plank", "side_leg_raise", "air_squat", "pogo_hop")
    assert len(breaches(world, plan, RULE)) == 3


def test_items_of_one_role_may_stand_in_any_order() -> None:
    """Two strength rows are legal both ways round."""
    world = problem()
    for order in (("air_squat", "push_up"), ("push_up", "air_squat")):
        assert breaches(world, in_order(world, *order), RULE) == []


def test_the_model_posts_nothing() -> None:
    """No order of items makes the model infeasible, as the order is no decision."""
    world = problem()
    plan = in_order(world, "plank", "air_squat")
    assert model_answer(world, plan, RULE) is Answer.OPTIMAL


def test_an_empty_week_is_legal() -> None:
    """Sessions without items have no order to break."""
    world = problem()
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts core before strength."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert breaches(world, in_order(world, "plank", "air_squat"), RULE) == []
