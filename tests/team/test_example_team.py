"""The example club: every row is right, and it holds what a club holds."""

from __future__ import annotations

import json
from pathlib import Path

from optimizer.planning.solving import SolveOptions, solve
from optimizer.team.read_roster import read_roster
from tests.team.rosters import CATALOG, week

TEAM = Path(__file__).parents[2] / "scenarios" / "team" / "team.yaml"
ROSTER = read_roster(TEAM, CATALOG)


def test_twenty_four_athletes_of_many_kinds() -> None:
    """Levels, phases, ages, pains and places are mixed; names are distinct."""
    assert [str(one) for entry in ROSTER.entries for one in entry.complaints] == []
    weeks = [week(entry) for entry in ROSTER.entries]
    athletes = [one["athlete"] for one in weeks]
    assert len({one["name"] for one in athletes}) == len(ROSTER.entries) == 24
    assert {one["level"] for one in athletes} == {"beginner", "intermediate", "advanced"}
    assert len({one["phase"] for one in athletes}) >= 5
    assert len({pain["id"] for one in athletes for pain in one["pains"]}) >= 4
    ages = [one["age"] for one in athletes if one["age"]]
    assert (min(ages), max(ages)) == (15, 63)
    sessions = [session for one in weeks for session in one["week"]["sessions"]]
    assert {session["place"] for session in sessions} == set(weeks[0]["places"])
    assert {len(one["week"]["sessions"]) for one in weeks} == {1, 2, 3}


def test_some_share_a_problem() -> None:
    """Athletes that differ in nothing but who they are."""
    texts = []
    for entry in ROSTER.entries:
        one = week(entry)
        one["athlete"].update(id="", name="")
        texts.append(json.dumps(one))
    assert len(set(texts)) == len(texts) - 5


def test_one_of_them_has_a_proved_plan() -> None:
    """The quickest, from the roster's own text."""
    scenario = next(entry for entry in ROSTER.entries if entry.id == "tara-20").scenario
    assert scenario is not None
    plan = solve(scenario, CATALOG, SolveOptions(seconds=60))
    assert (plan.status, plan.athlete.id if plan.athlete else None) == ("optimal", "tara-20")
