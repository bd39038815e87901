"""What an explanation says about scenarios with and without a plan."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import optimizer
from optimizer.domain.plan import Plan
from optimizer.planning.solving import SolveOptions, solve
from optimizer.solve.limits import Limits
from optimizer.studies.explaining.binding import limits_of
from optimizer.studies.explaining.explain import explain, explain_file
from optimizer.studies.explaining.explanation import Explanation
from optimizer.studies.explaining.one_more import longer_sessions, more_items, worths
from optimizer.studies.explaining.only_cover import only_covers
from tests.worlds import problem, scenario, session, small_catalog

GALLERY = Path(__file__).parents[2] / "scenarios"
TIGHT: dict[str, Any] = {
    "sessions": (session("mon", 45),),
    "targets": {"muscles": {"soleus": {"floor": 2, "target": 2}}},
    "constraints": {"muscles_stay_under_their_cap": {"sets": {"soleus": 2}}},
}


@cache
def planned() -> Plan:
    """The plan of the tight week."""
    return solve(scenario(**TIGHT), small_catalog())


def test_an_impossible_scenario_gets_conflict_repairs_and_costs() -> None:
    """All that is needed, and nothing about a plan."""
    pin = {"session": "mon", "exercise": "air_squat", "sets": 6}
    asked = scenario(sessions=(session("mon", 10),), pin=(pin,), targets={"floors": "relaxed"})
    found = explain(asked, small_catalog())
    assert found.status == "infeasible"
    assert {one.rule for one in found.conflict} == {"pins_are_kept", "session_fits_in_time"}
    assert found.conflict_is_minimal is True
    assert {change.kind for one in found.repairs for change in one.changes} >= {"minutes", "pin"}
    assert {cost.kind for cost in found.costs} >= {"minutes", "pin"}
    assert (found.limits, found.only, found.worth) == ((), (), ())


def test_limits_are_lines_without_room() -> None:
    """A floor that is its own cap is at its limit, and the scenario's own lines come first."""
    limits = limits_of(problem(**TIGHT), planned(), Limits(), None)
    paths = [one.path for one in limits]
    assert "targets.muscles.soleus.floor" in paths
    assert "constraints.muscles_stay_under_their_cap" in paths
    own = [one.source == "scenario" for one in limits]
    assert own == sorted(own, reverse=True)


def test_a_floor_with_room_is_no_limit() -> None:
    """More sets than the floor asks for leave room."""
    plan = planned()
    met = {one.id for one in plan.coverage.muscles if one.sets > one.floor}
    places = {
        where
        for one in limits_of(problem(**TIGHT), plan, Limits(), None)
        if one.rule == "muscles_reach_their_floor"
        for where in one.where.split(", ")
    }
    assert not met & places


def test_only_covers_agree_with_the_coverage() -> None:
    """What one planned exercise covers alone is fed by no other item."""
    asked, plan = problem(**TIGHT), planned()
    exercise = {item.id: item.exercise for one in plan.sessions for item in one.items}
    found = only_covers(asked, plan)
    assert found
    for cover in found:
        if cover.demand == "muscle" and cover.scope == "this plan":
            (muscle,) = [one for one in plan.coverage.muscles if one.id == cover.id]
            assert {exercise[feed.item] for feed in muscle.fed_by} == {cover.exercise}


def test_the_only_row_at_hand_is_named() -> None:
    """With all other calf rows refused, the one that is left covers its muscle alone."""
    rows = [row for row in small_catalog().exercises if row.is_work]
    soleus = [row.id for row in rows if "soleus" in (*row.muscles.direct, *row.muscles.indirect)]
    asked = problem(athlete={"never": soleus[1:]})
    at_hand = {row.id for row in asked.candidates} & set(soleus)
    found = only_covers(asked, Plan())
    named = {one.exercise for one in found if one.id == "soleus"}
    assert named == (at_hand if len(at_hand) == 1 else set())
    assert len(at_hand) <= 1


def test_worth_compares_tiers() -> None:
    """Each change is solved; a gain names the tier, and its numbers are those of the plans."""
    asked, plan = problem(**TIGHT), planned()
    found = list(worths(asked, plan, SolveOptions()))
    assert found[0].kind == "minutes"
    values = {tier.id: tier.value for tier in plan.tiers}
    for one in found:
        assert all(values[tier.id] == tier.before != tier.after for tier in one.tiers)
        if one.gain == "better":
            (first,) = [tier for tier in one.tiers if tier.id == one.tier]
            assert first.after < first.before


def test_items_that_are_tried_let_exercises_in() -> None:
    """The item that opens the most comes first, and none is there that opens nothing."""
    asked = problem(sessions=(session("mon", place="bare"),))
    items = more_items(asked)
    assert 1 <= len(items) <= 3
    assert all(change.path[:2] == ("places", "bare") for change in items)


def test_a_session_of_four_hours_is_not_made_longer() -> None:
    """The format allows no more."""
    assert list(longer_sessions(problem(sessions=(session("mon", 240),)))) == []


def test_public_names_are_the_words_of_the_command_line() -> None:
    """``optimizer.explain`` and its file form."""
    assert optimizer.explain is explain
    assert optimizer.explain_file is explain_file
    assert optimizer.Explanation is Explanation


@pytest.mark.parametrize("name", ["impossible_floor_above_its_own_cap"])
def test_a_file_is_explained_with_its_lines(name: str) -> None:
    """Positions are those of the scenario's file, twice the same."""
    path = GALLERY / f"{name}.yaml"
    first, second = explain_file(path), explain_file(path)
    assert first == second
    assert {one.line for one in first.conflict} == {16, 18}
    assert first.repairs[0].changes[0].yaml == "floor: 4"
