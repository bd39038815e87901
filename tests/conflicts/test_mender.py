"""The search for a repair by halves, and what single settings are offered."""

from __future__ import annotations

import pytest

from optimizer.planning.problems import build_problem
from optimizer.planning.repairs.mender import least_that_helps
from optimizer.planning.repairs.settings import single_changes
from optimizer.solve.any_week import is_impossible
from optimizer.solve.limits import Limits
from optimizer.solve.members import Member
from tests.worlds import problem


@pytest.mark.parametrize(
    ("least", "most", "grain", "expected"),
    [(1, 40, 1, 1), (13, 40, 1, 13), (40, 40, 1, 40), (41, 40, 1, None), (30, 195, 5, 31)],
)
def test_the_fewest_degrees_are_found_within_a_grain(
    least: int, most: int, grain: int, expected: int | None
) -> None:
    """Each question halves the range; where the most does not help, one question is enough."""
    asked: list[int] = []

    def helps_by(degrees: int) -> bool:
        asked.append(degrees)
        return degrees >= least

    found = least_that_helps(most, grain, helps_by)
    if expected is None:
        assert (found, len(asked)) == (None, 1)
    else:
        assert found is not None
        assert least <= found < least + grain
        assert len(asked) <= most.bit_length() + 1


@pytest.mark.parametrize(
    ("rule", "settings", "member", "path", "values"),
    [
        (
            "muscles_stay_under_their_cap",
            {"sets": {"soleus": 1}},
            "soleus",
            ("constraints", "muscles_stay_under_their_cap", "sets", "soleus"),
            [2, 3, 5, 9, 16],
        ),
        (
            "wanted_exercises_are_planned",
            {"exercises": ("push_up", "air_squat")},
            "air_squat",
            ("constraints", "wanted_exercises_are_planned", "exercises", 1),
            None,
        ),
        (
            "week_differs_from_others",
            {"weeks": (("push_up",),), "exercises": 7},
            "everywhere",
            ("constraints", "week_differs_from_others", "exercises"),
            [5, 3, 2, 1],
        ),
        (
            "sessions_suit_the_phase",
            {"most": 5},
            "everywhere",
            ("constraints", "sessions_suit_the_phase", "most"),
            [6, 7],
        ),
        ("sessions_suit_the_phase", {}, "everywhere", None, None),
    ],
)
def test_what_the_scenario_set_itself_can_be_set_back(
    rule: str,
    settings: dict[str, object],
    member: str,
    path: tuple[str | int, ...] | None,
    values: list[int] | None,
) -> None:
    """Values in the order in which they are tried; nothing where the level or phase decides."""
    world = problem(constraints={rule: settings})
    asked: list[Member] = [(rule, member)]
    groups = list(single_changes(world, asked))
    if path is None:
        assert groups == []
        return
    (group,) = groups
    assert {change.path for change in group} == {path}
    if values is not None:
        assert [change.value for change in group] == values


def test_pins_that_clash_in_a_session_are_seen_at_once() -> None:
    """Two rungs of one ladder in one session are impossible whatever the totals are."""
    pins = [{"session": "mon", "exercise": one} for one in ("air_squat", "goblet_squat")]
    world = problem(pin=pins)
    rebuilt = build_problem(world.scenario, world.catalog)
    assert is_impossible(rebuilt, Limits()) is True
    assert is_impossible(problem(pin=pins[:1]), Limits()) is False
