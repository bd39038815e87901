"""What counts as better is certain; what is not, counts as the same or as open."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.plan import TierResult
from optimizer.domain.plan_writer import Chosen
from optimizer.solve.outcome import NoPlanExists, NoPlanFound, PlanFound
from optimizer.studies.buying.reached import DEMANDS, Reached, gain, is_better, matches, reached_by


def tier(name: str, value: int, bound: int, tolerance: int, **changes: Any) -> TierResult:
    """A tier as a certificate has it: at zero there is no tolerance."""
    allowed = tolerance if value else 0
    usual = {
        "id": name,
        "unit": "points",
        "value": value,
        "bound": bound,
        "tolerance": allowed,
        "proved": value <= bound + allowed,
        "scope": "all plans",
    }
    return TierResult.model_validate({**usual, **changes})


def plan(*tiers: TierResult, left_out: int | None = None) -> Reached:
    """A plan with these tiers."""
    return reached_by(PlanFound(Chosen(), tiers), left_out)


NONE = reached_by(NoPlanExists("week"))
UNKNOWN = reached_by(NoPlanFound("time limit"))


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ((200, 170), (100, 80), "better"),  # 100 < 170, and 100 more than the tolerance of 40
        ((200, 170), (160, 130), "same"),  # 40 less is within the tolerance
        ((200, 170), (159, 130), "better"),  # 41 less
        ((200, 150), (155, 130), "open"),  # the gap of 50 is wider than the tolerance
        ((40, 0), (0, 0), "same"),  # a shortfall within the tolerance of nothing
        ((0, 0), (41, 1), "worse"),
        ((0, 0), (40, 0), "same"),
    ],
)
def test_the_first_tier_decides_beyond_its_tolerance(
    before: tuple[int, int], after: tuple[int, int], verdict: str
) -> None:
    """Values and bounds with a tolerance of 40 points."""
    found = gain(plan(tier("targets", *before, 40)), plan(tier("targets", *after, 40)))
    assert found.verdict == verdict


def test_a_gain_says_what_is_certain_of_it() -> None:
    """From 200 (170 proved) to 100 (80 proved): between 70 and 120 points."""
    found = gain(plan(tier("targets", 200, 170, 40)), plan(tier("targets", 100, 80, 40)))
    assert (found.before, found.after, found.amount) == (200, 100, 100)
    assert (found.at_least, found.at_most, found.proved) == (70, 120, True)


def test_a_later_tier_decides_where_earlier_ones_keep_their_ceilings() -> None:
    """A trade within the tolerance of an earlier tier is no proof against its bound."""
    old = plan(tier("targets", 0, 0, 40), tier("minutes", 5000, 4800, 240))
    faster = plan(tier("targets", 0, 0, 40), tier("minutes", 4000, 3900, 240))
    trade = plan(tier("targets", 36, 0, 40), tier("minutes", 4000, 3900, 240))
    assert gain(old, faster).tier == "minutes"
    assert is_better(faster, old)
    assert not is_better(trade, old)
    assert gain(old, trade).verdict == "same"


def test_bounds_behind_a_gap_prove_nothing() -> None:
    """A tier after one that is not proved has no bound; the first one's always holds."""
    gap = tier("targets", 900, 100, 40)
    later = tier("minutes", 5000, 4990, 240, proved=False)
    found = plan(gap, later)
    assert [one.bound for one in found.tiers] == [100, 0]
    assert not found.is_proved


def test_tiers_about_this_week_are_not_compared() -> None:
    """The things to fetch are no reason to buy."""
    taste = tier("equipment", 9, 9, 2, scope="this week")
    assert plan(tier("targets", 0, 0, 40), taste) == plan(tier("targets", 0, 0, 40))


def test_a_plan_is_better_than_none() -> None:
    """And nothing is said where a limit came first."""
    some = plan(tier("targets", 900, 880, 40))
    assert (gain(NONE, some).verdict, gain(NONE, some).tier) == ("better", "plan")
    assert gain(some, NONE).verdict == "worse"
    assert gain(NONE, NONE).verdict == "same"
    assert gain(some, UNKNOWN).verdict == "open"
    assert matches(some, NONE)
    assert not matches(UNKNOWN, some)


def test_demands_come_first() -> None:
    """What can be trained at all weighs more than any shortfall."""
    poor = plan(tier("targets", 0, 0, 40), left_out=2)
    rich = plan(tier("targets", 92, 55, 40), left_out=0)
    found = gain(poor, rich)
    assert (found.verdict, found.tier, found.amount) == ("better", DEMANDS, 2)
    assert not matches(poor, rich)


def test_as_good_is_up_to_the_ceilings() -> None:
    """Within the tolerance of the bound; met in full stays met in full."""
    old = plan(tier("targets", 50, 30, 40))
    assert matches(plan(tier("targets", 70, 30, 40)), old)
    assert not matches(plan(tier("targets", 71, 30, 40)), old)
    assert not matches(plan(tier("targets", 1, 0, 40)), plan(tier("targets", 0, 0, 40)))
