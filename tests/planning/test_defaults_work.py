"""Every level can train every phase at its usual sessions and minutes, with all floors hard."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import LEVELS, Level
from optimizer.domain.scenario import Phase, Scenario
from optimizer.planning.solving import solve
from optimizer.reading.catalog.reader import read_catalog

MINUTES: dict[Level, int] = {"beginner": 30, "intermediate": 40, "advanced": 45}
"""Minutes of a session by level (training notes, section 2.3)."""
WEEKS: dict[Level, int] = {"beginner": 12, "intermediate": 52, "advanced": 150}
"""Weeks of strength work that the level stands for."""
ONE_SESSION = ("taper", "race_week", "post_race", "maintenance")
CASES = [(level, phase) for level in LEVELS for phase in get_args(Phase)]


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


def usual_week(level: Level, phase: Phase) -> Scenario:
    """The home kit with the sessions and minutes that the notes call usual."""
    days = ("mon",) if phase in ONE_SESSION else ("mon", "thu")
    sessions = [{"id": d, "day": d, "minutes": MINUTES[level], "place": "home"} for d in days]
    return Scenario.model_validate(
        {
            "format": 1,
            "name": f"{level} in {phase}",
            "athlete": {"level": level, "phase": phase},
            "history": {"weeks_trained": WEEKS[level]},
            "week": {"sessions": sessions},
            "places": {"home": {"kit": "home"}},
        }
    )


@pytest.mark.slow
@pytest.mark.parametrize(("level", "phase"), CASES)
def test_the_usual_week_has_a_plan_that_keeps_every_floor(level: Level, phase: Phase) -> None:
    """A plan exists, every session holds work, and nothing is below its floor."""
    plan = solve(usual_week(level, phase), catalog())
    assert plan.status in ("optimal", "feasible")
    assert all(session.items for session in plan.sessions)
    assert [muscle.id for muscle in plan.coverage.muscles if muscle.sets < muscle.floor] == []
    assert [plane.id for plane in plan.coverage.planes if plane.credit < plane.floor] == []
    assert [group.id for group in plan.coverage.patterns if group.items < group.floor] == []


@pytest.mark.parametrize("phase", ["race_week", "post_race"])
def test_a_week_may_be_free(phase: Phase) -> None:
    """Without a session the plan is empty, optimal and explained."""
    week = usual_week("intermediate", phase)
    free = week.model_copy(update={"week": week.week.model_copy(update={"sessions": ()})})
    plan = solve(free, catalog())
    assert (plan.status, plan.sessions) == ("optimal", ())
    assert plan.notes[0].startswith(("Race week:", "After the race:"))
