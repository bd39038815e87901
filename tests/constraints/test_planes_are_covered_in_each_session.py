"""The plane rule for sessions: half a credit of each plane in 30 minutes or more.

Preparation stage 0 moves in the sagittal plane alone, stage 1 in the transverse one too,
stage 2 in all three; so a session of stage 0 needs frontal and transverse work.
"""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem, session

RULE = "planes_are_covered_in_each_session"


def monday(*rows: str) -> dict[tuple[str, str], int]:
    """Two sets of each row on Monday."""
    return {(row, "mon"): 2 for row in rows}


def one_session(minutes: int = 30, **settings: Any) -> Problem:
    """A week of one Monday session."""
    return problem(sessions=[session("mon", minutes)], constraints={RULE: settings})


def test_half_a_credit_of_each_plane_is_enough() -> None:
    """Side plank (frontal 0.5) and bird dog (transverse 0.5) complete the march (sagittal)."""
    world = one_session()
    assert verdict(world, plan_of(world, monday("side_plank", "bird_dog")), RULE) == LEGAL


@pytest.mark.parametrize(
    ("row", "missing"), [("side_plank", "transverse"), ("bird_dog", "frontal")]
)
def test_a_plane_without_credit_is_illegal(row: str, missing: str) -> None:
    """With one of the two left out, its plane has no credit."""
    world = one_session()
    plan = plan_of(world, monday(row))
    assert verdict(world, plan, RULE) == ILLEGAL
    assert breaches(world, plan, RULE) == [("mon", f"{missing} credit 0, least 0.5")]


@pytest.mark.parametrize(
    ("stage", "rows", "expected"),
    [
        (0, ("side_plank",), ILLEGAL),
        (1, ("side_plank",), LEGAL),
        (1, (), ILLEGAL),
        (2, (), LEGAL),
    ],
)
def test_drills_of_the_preparation_count(stage: int, rows: tuple[str, ...], expected: str) -> None:
    """Stage 1 brings a turning drill, and stage 2 a sideways one."""
    world = one_session()
    assert verdict(world, plan_of(world, monday(*rows), {"mon": stage}), RULE) == expected


@pytest.mark.parametrize(
    ("minutes", "settings", "expected"),
    [
        (29, {}, LEGAL),
        (30, {}, ILLEGAL),
        (29, {"from_minutes": 29}, ILLEGAL),
        (30, {"from_minutes": 31}, LEGAL),
    ],
)
def test_short_sessions_are_left_alone(
    minutes: int, settings: dict[str, int], expected: str
) -> None:
    """The rule begins at ``from_minutes``, 30 unless set."""
    world = one_session(minutes, **settings)
    assert verdict(world, plan_of(world, {}), RULE) == expected


@pytest.mark.parametrize(
    ("credit", "rows", "expected"),
    [
        (1.0, ("side_lunge", "russian_twist"), LEGAL),
        (1.0, ("side_plank", "russian_twist"), ILLEGAL),
        (1.0, ("side_plank", "reverse_lunge", "russian_twist"), LEGAL),
        (0.0, (), LEGAL),
    ],
)
def test_the_setting_moves_the_credit(credit: float, rows: tuple[str, ...], expected: str) -> None:
    """A whole credit takes one moving item or two resisting ones; none takes nothing."""
    world = one_session(credit=credit)
    assert verdict(world, plan_of(world, monday(*rows)), RULE) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"pattern": "lunge"}, LEGAL),
        ({"pattern": "calf"}, ILLEGAL),
        ({"pattern": "ankle"}, ILLEGAL),
        ({"pattern": "foot"}, ILLEGAL),
        ({"pattern": "push_vertical", "region": "upper"}, ILLEGAL),
    ],
)
def test_small_joints_and_moving_arms_give_no_credit(
    changes: dict[str, str], expected: str
) -> None:
    """Frontal motion counts for a lunge, not for calf, ankle, foot or upper-body rows."""
    row = exercise("odd_row", motion=("frontal",), **changes)  # type: ignore[arg-type]
    world = problem(catalog=catalog_with(row), sessions=[session("mon", 30)])
    assert verdict(world, plan_of(world, monday("odd_row", "bird_dog")), RULE) == expected


def test_what_the_trunk_resists_in_an_upper_body_row_counts() -> None:
    """The one-arm row resists turning: 0.5 of the transverse plane."""
    world = one_session()
    assert verdict(world, plan_of(world, monday("side_plank", "one_arm_row")), RULE) == LEGAL


def test_each_session_is_asked() -> None:
    """Thursday's work does not help Monday."""
    world = problem()
    chosen = {("side_plank", "thu"): 2, ("bird_dog", "thu"): 2}
    assert {where for where, _ in breaches(world, plan_of(world, chosen), RULE)} == {"mon"}


def test_relaxed_floors_bind_nothing() -> None:
    """With relaxed floors an empty session is legal."""
    world = problem(targets={"floors": "relaxed"})
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts a session of one plane."""
    world = one_session(enabled=False)
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL
