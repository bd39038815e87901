"""The worth of an exercise: forced in, forced out, filtered out, impossible."""

from __future__ import annotations

import pytest

from optimizer.domain.scenario import History, Pin
from optimizer.planning.problems import build_problem
from optimizer.planning.solving import solve
from optimizer.studies.gates import gates
from optimizer.studies.named_exercise import named_exercise
from optimizer.studies.tier_costs import TierCost, deciding
from optimizer.studies.why import _verdict, why
from tests.planning.gallery import catalog, problem_of
from tests.studies.edits import (
    HOME,
    exercise_of,
    exercises_of,
    never,
    plan,
    scenario,
    standing_once,
    with_minutes,
    with_rules,
    with_sessions,
    without_thing,
)

OUTSIDE = "bird_dog"
"""An exercise that the best plan does not hold, though it could."""


def test_an_exercise_outside_is_forced_in() -> None:
    """The forced optimum is that of a scenario that wants the exercise."""
    assert OUTSIDE not in exercises_of(plan())
    found = why(scenario(), OUTSIDE, catalog())
    assert (found.status, found.forced, found.planned, found.proved) == ("done", "in", (), True)
    wanting = with_rules(scenario(), wanted_exercises_are_planned={"exercises": (OUTSIDE,)})
    best = solve(wanting, catalog())
    assert {one.id: one.after for one in found.tiers} == {
        tier.id: tier.value for tier in best.tiers if tier.id != "tie_break"
    }
    come = {line.exercise if line.kind == "added" else line.by for line in found.changes.lines}
    assert OUTSIDE in come


def test_an_exercise_inside_is_forced_out() -> None:
    """It is told where it stands and why; the other week holds it nowhere."""
    session, item = standing_once(plan())[0]
    inside = exercise_of(plan(), item)
    found = why(scenario(), inside, catalog())
    assert found.forced == "out"
    assert [place.session for place in found.planned] == [session]
    assert found.planned[0].reasons
    best = solve(never(scenario(), inside), catalog())
    assert {one.id: one.after for one in found.tiers} == {
        tier.id: tier.value for tier in best.tiers if tier.id != "tie_break"
    }


def test_the_week_that_is_shown_is_as_good_as_the_forced_one() -> None:
    """No tier over all plans is further from its bound than its tolerance allows."""
    found = why(scenario(), OUTSIDE, catalog())
    for one in found.tiers:
        if one.scope == "all plans":
            assert one.shown is not None
            assert one.bound is not None
            assert one.shown <= max(one.after, one.before, one.bound + one.tolerance)


def test_what_it_says_to_write_gives_a_plan() -> None:
    """The pin that is offered leads to a plan with the exercise, at the first try."""
    found = why(scenario(), OUTSIDE, catalog())
    assert found.keep_it_so.startswith("add `pin: [{")
    session = next(
        one.id for one in scenario().week.sessions if f"session: {one.id}" in found.keep_it_so
    )
    pinned = scenario().model_copy(update={"pin": (Pin(session=session, exercise=OUTSIDE),)})
    made = solve(pinned, catalog())
    assert made.status == "optimal"
    assert OUTSIDE in {item.exercise for item in made.session(session).items}


def test_a_pinned_exercise_is_forced_out_without_its_pin() -> None:
    """The answer says that the scenario asks for it."""
    item = plan().session("a").items[0]
    pinned = scenario().model_copy(update={"pin": (Pin(session="a", exercise=item.exercise),)})
    found = why(pinned, item.exercise, catalog())
    assert (found.forced, found.pinned, found.status) == ("out", True, "done")
    assert found.keep_it_so == f"add `{item.exercise}` to `athlete.never`, and take out the pin"


def test_an_exercise_that_alone_serves_a_demand_takes_it_along() -> None:
    """With all others that resist side bending unwanted, leaving the last one out costs that."""
    patterns = set(catalog().group_by_id["anti_lateral_flexion"].patterns)
    serving = [row for row in problem_of(HOME).candidates if patterns & set(row.pattern.every)]
    last = "suitcase_carry"
    others = [row.id for row in serving if row.id != last]
    found = why(never(scenario(), *others), last, catalog())
    assert (found.forced, found.verdict) == ("out", "costs")
    assert found.lost_demands == ("anti_lateral_flexion",)


@pytest.mark.parametrize("row", ["bodyweight_squat", "sumo_squat"])
def test_what_clashes_with_a_pin_cannot_come_in(row: str) -> None:
    """Two rungs of one ladder in the only session: the conflict names pin, ladder and wish."""
    one = with_sessions(scenario(), scenario().week.sessions[:1])
    pinned = one.model_copy(update={"pin": (Pin(session="a", exercise="goblet_squat"),)})
    found = why(pinned, row, catalog())
    assert (found.forced, found.verdict, found.proved) == ("in", "impossible", True)
    assert {member.rule for member in found.conflict} == {
        "pins_are_kept",
        "one_rung_of_a_ladder_a_session",
        "wanted_exercises_are_planned",
    }


@pytest.mark.parametrize("row", ["barbell_back_squat", "nordic_curl_assisted", "chin_up"])
def test_a_filtered_exercise_is_answered_with_every_filter(row: str) -> None:
    """No solve is needed; each filter names cause and sessions."""
    found = why(scenario(), row, catalog())
    assert (found.verdict, found.tiers) == ("filtered", ())
    assert found.gates
    for gate in found.gates:
        assert gate.because
        assert gate.sessions == ("a", "b")


def test_opened_equipment_gates_let_the_exercise_in() -> None:
    """Everything that the hint asks for is enough: the filter is gone afterwards."""
    bare = without_thing(scenario(), "dumbbell")
    problem = build_problem(bare, catalog())
    checked = 0
    for row in catalog().exercises:
        shut = [gate for gate in gates(problem, row) if gate.filter == "equipment_is_at_hand"]
        if not shut:
            continue
        asked = shut[0].opens.partition("`")[2].partition("`")[0]
        items = dict(part.split(": ") for part in asked.split(", "))
        taken = shut[0].opens.partition(", and take ")[2].partition(" out of")[0]
        place = bare.places["home"]
        opened = place.model_validate(
            {
                **place.model_dump(),
                "equipment": {
                    **place.model_dump()["equipment"],
                    **{k: int(n) for k, n in items.items()},
                },
                "without": [one for one in place.without if one not in taken.split(", ")],
            }
        )
        now = build_problem(bare.model_copy(update={"places": {"home": opened}}), catalog())
        assert not [g for g in gates(now, row) if g.filter == "equipment_is_at_hand"], row.id
        checked += 1
    assert checked > 10


def test_a_mastered_rung_opens_the_level_by_one_step() -> None:
    """The rung that is written down lets a row in that is one step too hard, and no other."""
    problem = build_problem(scenario(), catalog())
    level = problem.numbers.difficulty_max
    checked = 0
    for row in catalog().exercises:
        shut = [gate for gate in gates(problem, row) if gate.filter == "difficulty_suits_the_level"]
        if not shut:
            continue
        offers_rung = "`unlocked: {" in shut[0].opens
        assert offers_rung is (row.ladder is not None and row.difficulty == level + 1)
        if row.ladder is not None and offers_rung:
            assert f"`unlocked: {{{row.ladder.family}: {row.ladder.rung}}}`" in shut[0].opens
            unlocked = {row.ladder.family: row.ladder.rung}
            athlete = scenario().athlete.model_copy(update={"unlocked": unlocked})
            opened = build_problem(scenario().model_copy(update={"athlete": athlete}), catalog())
            left = [gate.filter for gate in gates(opened, row)]
            assert "difficulty_suits_the_level" not in left
            checked += 1
    assert checked


def test_an_unknown_exercise_before_a_race_opens_once_it_is_known() -> None:
    """The hint names the list of known exercises, and no pain or run is argued with."""
    history = History(weeks_trained=12, known=("goblet_squat",))
    athlete = scenario().athlete.model_copy(update={"phase": "taper"})
    taper = scenario().model_copy(update={"athlete": athlete, "history": history})
    row = catalog().exercise_by_id["push_up"]
    (gate,) = gates(build_problem(taper, catalog()), row)
    assert gate.opens == "if you know it already, add `push_up` to `history.known`"


def test_a_scenario_without_a_plan_has_nothing_to_compare() -> None:
    """The status is that of the scenario."""
    assert why(with_minutes(scenario(), 15), OUTSIDE, catalog()).status == "infeasible"


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("bird_dog", "bird_dog"),
        ("Bird dog", "bird_dog"),
        ("bird-dog", "bird_dog"),
        ("suitcase cary", "suitcase_carry"),
        ("assisted nordic", "nordic_curl_assisted"),
        ("rocking ankle", "rocking_ankle_mobilization"),
    ],
)
def test_names_are_understood(name: str, row: str) -> None:
    """Ids, names, hyphens, slips of the pen and a few words of a name."""
    assert named_exercise(name, catalog()).id == row


def cost(after: int, scope: str = "all plans") -> TierCost:
    """A tier at 100 before, with a tolerance of 40."""
    values = {"before": 100, "after": after, "scope": scope, "tolerance": 40}
    return TierCost.model_validate({"id": "t", "name": "t", "unit": "points", **values})


@pytest.mark.parametrize(
    ("after", "is_proved", "drops", "expected"),
    [
        (141, True, False, "costs"),
        (140, True, False, "as good"),
        (59, True, False, "as good"),
        (59, False, False, "better"),
        (100, True, True, "costs"),
    ],
)
def test_the_verdict(after: int, is_proved: bool, drops: bool, expected: str) -> None:
    """Beyond the tolerance only; and nothing beats a week that is proved best."""
    first = deciding([cost(500, "this week"), cost(after)])
    assert _verdict(first, is_proved=is_proved, drops_demands=drops) == expected
