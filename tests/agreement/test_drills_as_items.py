"""A drill that a hand-written plan lists among its items is no working set."""

from __future__ import annotations

import pytest

from optimizer.domain.coverage import coverage
from optimizer.domain.problem import Problem
from tests.model_check import breaches, value
from tests.worlds import catalog_with, exercise, plan_of, problem

DRILL = exercise("hip_twist", role="mobility", direct=("hamstrings",), indirect=("biceps",))


def week() -> Problem:
    """A beginner's week with a hamstring drill in the catalog."""
    return problem(catalog=catalog_with(DRILL))


def told(world: Problem, rule: str, sets: int, drill_sets: int) -> bool:
    """Whether a rule tells of hamstrings or of working sets in a Monday of deadlifts and drills."""
    plan = plan_of(world, {("deadlift", "mon"): sets, ("hip_twist", "mon"): drill_sets})
    found = [message for _, message in breaches(world, plan, rule)]
    return any("hamstrings" in message or "working sets" in message for message in found)


@pytest.mark.parametrize(
    ("rule", "legal", "illegal"),
    [
        ("muscles_stay_under_their_cap", (16, 3), (17, 0)),
        ("muscles_reach_their_floor", (2, 0), (1, 3)),
        ("session_volume_is_capped", (18, 3), (19, 0)),
    ],
)
def test_a_drill_counts_for_no_rule(
    rule: str, legal: tuple[int, int], illegal: tuple[int, int]
) -> None:
    """16 sets stay under the cap and 18 in the session with a drill; one set misses the floor."""
    world = week()
    assert not told(world, rule, *legal)
    assert told(world, rule, *illegal)


def test_a_drill_counts_for_no_target() -> None:
    """The aim and the coverage table see only the deadlift's sets."""
    world = week()
    bare = plan_of(world, {("deadlift", "mon"): 2})
    with_drill = plan_of(world, {("deadlift", "mon"): 2, ("hip_twist", "mon"): 3})
    aim = "muscles_reach_their_target"
    assert value(world, bare, aim) == value(world, with_drill, aim)
    muscles = {one.id: one.sets for one in coverage(world, with_drill.sessions).muscles}
    assert (muscles["hamstrings"], muscles["biceps"]) == (2, 0)
