"""What feeds what: the items of a line add up to it."""

from __future__ import annotations

from hypothesis import given

from optimizer.domain.coverage import coverage
from tests.strategies import Case, cases
from tests.worlds import plan_of, problem


def test_items_that_feed_a_muscle_a_plane_and_a_pattern() -> None:
    """By hand: direct sets count 1, indirect ones a half, jumps half of that."""
    world = problem()
    chosen = {("calf_raise", "mon"): 3, ("pogo_hop", "thu"): 2, ("one_leg_bridge", "thu"): 2}
    found = coverage(world, plan_of(world, chosen).sessions)
    muscles = {line.id: {feed.item: feed.sets for feed in line.fed_by} for line in found.muscles}
    planes = {line.id: {feed.item: feed.credit for feed in line.fed_by} for line in found.planes}
    patterns = {line.id: {feed.item: feed.sets for feed in line.fed_by} for line in found.patterns}
    assert muscles["soleus"] == {"mon-1": 3, "thu-1": 1}
    assert muscles["hamstrings"] == {"thu-2": 2}
    assert muscles["chest"] == {}
    assert planes["transverse"] == {"thu-2": 0.5}
    assert patterns["calf"] == {"mon-1": 3}
    assert patterns["hip_dominant"] == {"thu-2": 2}


@given(case=cases())
def test_feeds_add_up(case: Case) -> None:
    """For any plan, each line is the sum of what feeds it, in the order of the plan."""
    found = coverage(case.problem, case.plan.sessions)
    order = [item.id for session in case.plan.sessions for item in session.items]
    for muscle in found.muscles:
        assert sum(feed.sets for feed in muscle.fed_by) == muscle.sets
    for plane in found.planes:
        assert sum(feed.credit for feed in plane.fed_by) == plane.credit
    for pattern in found.patterns:
        assert len(pattern.fed_by) == pattern.items
    fed = [
        *([feed.item for feed in muscle.fed_by] for muscle in found.muscles),
        *([feed.item for feed in plane.fed_by] for plane in found.planes),
        *([feed.item for feed in pattern.fed_by] for pattern in found.patterns),
    ]
    for items in fed:
        assert items == [item for item in order if item in items]
