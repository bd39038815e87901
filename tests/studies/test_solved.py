"""Equal problems share one solve, whatever their files and places are called."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Place, Scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.solving import SolveOptions, solve
from optimizer.studies.resolved_key import resolved_key
from optimizer.studies.solved import SolvedProblems
from tests.planning.gallery import GALLERY, catalog, plan_of, problem_of

BY_NAME = {path.stem: path for path in GALLERY}
HOME = "home_two_sessions_tempo_and_long_run"
SAME: list[tuple[str, dict[str, object]]] = [
    (HOME, {"stair": 2, "broomstick": 1, "jump_rope": 0}),
    (HOME, {"dumbbell": {"count": 3, "loads_kg": (16, 8, 12)}, "slider": 1}),
    ("hotel_room_on_a_work_trip", {"slider": 1, "door_anchor": 1}),
    ("beginner_bodyweight_first_weeks", {"dumbbell": 0}),
    ("gym_three_sessions", {"leg_curl_machine": 4, "slider": 1}),
]
"""Scenario and single items that change nothing of its week."""
OTHER: list[tuple[str, dict[str, object]]] = [
    (HOME, {"dumbbell": {"count": 2, "loads_kg": (8, 12)}}),
    (HOME, {"foam_roller": 0}),
    (HOME, {"suspension_trainer": 1}),
    ("gym_three_sessions", {"table": 1, "barbell": {"count": 1, "loads_kg": (20,)}}),
]
"""Another load guide, no rolling, new exercises, another load guide."""


def scenario_of(name: str) -> Scenario:
    """A shipped scenario."""
    return problem_of(BY_NAME[name]).scenario


def with_equipment(scenario: Scenario, equipment: dict[str, object]) -> Scenario:
    """The scenario with these single items at its only place, besides or instead of its own."""
    ((name, old),) = scenario.places.items()
    items = {**old.model_dump()["equipment"], **equipment}
    new = Place.model_validate({**old.model_dump(), "equipment": items})
    return scenario.model_copy(update={"places": {name: new}})


def key_of(scenario: Scenario) -> str:
    """The key of a scenario's problem."""
    return resolved_key(build_problem(scenario, catalog()))


def week(plan: Plan) -> object:
    """What an equal problem's plan has to share."""
    return plan.sessions, plan.tiers, plan.coverage, plan.status


@pytest.mark.parametrize(("name", "equipment"), SAME, ids=[one[0] for one in SAME])
def test_what_changes_nothing_is_the_same_problem(name: str, equipment: dict[str, object]) -> None:
    """Equal keys have equal sessions and tiers, each solved on its own."""
    scenario = scenario_of(name)
    edited = with_equipment(scenario, equipment)
    assert edited.places != scenario.places
    assert key_of(edited) == key_of(scenario)
    assert week(solve(edited, catalog())) == week(plan_of(BY_NAME[name]))


@pytest.mark.parametrize(("name", "equipment"), OTHER, ids=[str(one[1]) for one in OTHER])
def test_what_changes_something_is_another_problem(name: str, equipment: dict[str, object]) -> None:
    """Another exercise, load guide or drill is another problem."""
    scenario = scenario_of(name)
    assert key_of(with_equipment(scenario, equipment)) != key_of(scenario)


@pytest.mark.parametrize(
    "change",
    [
        {"targets": {"floors": "relaxed"}},
        {"targets": {"muscles": {"soleus": {"target": 7}}}},
        {"athlete": {"level": "intermediate", "age": 34, "likes": ("step_up",)}},
        {"constraints": {"session_volume_is_capped": {"enabled": False}}},
    ],
    ids=["floors", "target", "like", "rule"],
)
def test_what_is_wished_decides(change: dict[str, object]) -> None:
    """Targets, likes and settings are part of the problem."""
    scenario = scenario_of(HOME)
    changed = Scenario.model_validate({**scenario.model_dump(exclude_unset=True), **change})
    assert key_of(changed) != key_of(scenario)


def test_names_and_written_defaults_decide_nothing() -> None:
    """Another name, and a setting written out that is the default anyway, change nothing."""
    scenario = scenario_of(HOME)
    athlete = scenario.athlete.model_copy(update={"id": "bo-02", "name": "Bo"})
    written = {"sets_stay_in_range": {"enabled": True}}
    update = {"name": "Another week", "athlete": athlete, "constraints": written}
    assert key_of(scenario.model_copy(update=update)) == key_of(scenario)


def test_equal_problems_share_a_solve_and_keep_their_own_frame() -> None:
    """The second of two equal problems needs no solve, and speaks of itself."""
    scenario = scenario_of(HOME)
    edited = with_equipment(scenario, SAME[0][1]).model_copy(update={"name": "With more stairs"})
    solved = SolvedProblems(catalog(), SolveOptions(scenario_sha256="given"))
    first, second = solved.plans([scenario, edited])
    assert (solved.solves, solved.shared) == (1, 1)
    assert week(first) == week(second)
    assert (first.scenario, second.scenario) == (scenario.name, "With more stairs")
    assert first.provenance != second.provenance
    again = solved.plan(edited)
    assert (solved.solves, solved.shared) == (1, 2)
    alone = solve(edited, catalog(), SolveOptions(scenario_sha256="given"))
    assert again.model_copy(update={"effort": {}}) == alone.model_copy(update={"effort": {}})


def test_an_impossible_week_keeps_its_own_conflict() -> None:
    """The proof is shared; the conflict and the repairs speak of each scenario's own places."""
    scenario = scenario_of("impossible_lats_without_a_bar")
    edited = with_equipment(scenario, {"door_anchor": 1})
    solved = SolvedProblems(catalog(), SolveOptions(closest=False))
    plans = solved.plans([scenario, edited])
    assert [plan.status for plan in plans] == ["infeasible", "infeasible"]
    assert (solved.solves, solved.shared) == (1, 1)
    assert all(plan.conflict and plan.repairs for plan in plans)


def test_jobs_change_nothing() -> None:
    """The answers are the same, byte for byte and in order, with one job and with three."""
    names = (HOME, "minimal_kit_three_short_sessions", HOME, "hotel_room_on_a_work_trip")
    scenarios = [scenario_of(name) for name in names]
    alone, together = (SolvedProblems(catalog(), jobs=jobs) for jobs in (1, 3))
    texts = [
        [
            plan.model_copy(update={"effort": {}}).model_dump_json()
            for plan in found.plans(scenarios)
        ]
        for found in (alone, together)
    ]
    assert texts[0] == texts[1]
    assert (alone.solves, alone.shared) == (together.solves, together.shared) == (3, 1)


def test_a_stop_reaches_every_job() -> None:
    """Once the end is requested, no search starts."""
    options = SolveOptions()
    options.stop.request()
    solved = SolvedProblems(catalog(), options, jobs=2)
    plans = solved.plans([scenario_of(HOME), scenario_of("gym_three_sessions")])
    assert [plan.stopped_by for plan in plans] == ["interrupted", "interrupted"]
