"""Nothing is excluded in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.planning.exclusions import exclusions, funnel
from tests.planning.gallery import GALLERY, problem_of
from tests.worlds import problem, run, session


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_usable_and_excluded_make_up_the_catalog(path: Path) -> None:
    """In every session an exercise is usable, or it is excluded with a filter and a cause."""
    world = problem_of(path)
    every = {row.id for row in world.catalog.exercises}
    causes = exclusions(world)
    for slot in world.slots:
        excluded = [
            exercise
            for cause in causes
            if slot.id in cause.sessions
            for exercise in cause.exercises
        ]
        assert len(excluded) == len(set(excluded))
        assert set(excluded) | world.usable[slot.id] == every
        assert set(excluded) & world.usable[slot.id] == set()
    assert all(cause.filter and cause.because and cause.exercises for cause in causes)


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_the_funnel_ends_at_what_some_session_may_hold(path: Path) -> None:
    """The last step of the funnel counts the exercises that are usable somewhere."""
    world = problem_of(path)
    steps = funnel(world)
    somewhere = {exercise for usable in world.usable.values() for exercise in usable}
    assert steps[-1].left == len(somewhere)
    assert steps[0].left - sum(step.removed for step in steps) == len(somewhere)


def test_an_exclusion_from_one_session_names_it() -> None:
    """Squats are barred before the tempo run alone, dumbbells lack at one place alone."""
    world = problem(
        sessions=(session("mon"), session("thu", place="bare")), runs=(run("tue", "tempo"),)
    )
    found = {
        (cause.filter, exercise): cause.sessions
        for cause in exclusions(world)
        for exercise in cause.exercises
    }
    assert found["no_heavy_legs_before_key_runs", "air_squat"] == ("mon",)
    assert found["equipment_is_at_hand", "press"] == ("thu",)
    assert found["difficulty_suits_the_level", "thruster"] == ("mon", "thu")


def test_an_exercise_barred_for_different_causes_is_named_for_each() -> None:
    """The press hurts nowhere, but the goblet squat is heavy on Monday and bare on Thursday."""
    world = problem(
        sessions=(session("mon"), session("thu", place="bare")), runs=(run("tue", "tempo"),)
    )
    found = [
        (cause.filter, cause.sessions)
        for cause in exclusions(world)
        if "goblet_squat" in cause.exercises
    ]
    assert found == [
        ("equipment_is_at_hand", ("thu",)),
        ("no_heavy_legs_before_key_runs", ("mon",)),
    ]
    assert {step.filter for step in funnel(world)} >= {"no_heavy_legs_before_key_runs"}
