"""The sample workout of article 001 fails the checks that a coach's reading of it lists.

Inputs: intermediate, twice a week, 3 sets, the middle of the article's repetitions, 45 s of
rest, 40 minutes with five of preparation, all its equipment, no runs. docs/checks.md works the
numbers out.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import pytest

from optimizer.domain.catalog import Catalog
from optimizer.domain.coverage import coverage
from optimizer.domain.exercise import Level
from optimizer.domain.plan import Plan, Verification
from optimizer.domain.problem import Problem
from optimizer.domain.written_plan import WrittenPlan
from optimizer.planning.problems import build_problem
from optimizer.reading.catalog.reader import read_catalog
from optimizer.verify import verify
from optimizer.verify.checks import failed_checks
from tests.checks.hand_plans import finished, hand_problem, read_hand_plan

INTERMEDIATE_FAILS = ("C01", "C03", "C05", "C06", "C08", "C10", "C17", "C22", "C23", "C25")
BEGINNER_FAILS_TOO = ("C09", "C16")

Pick = Literal["low", "middle", "high"]
REPS: dict[str, tuple[int, int]] = {
    "medicine_ball_lunge_twist": (8, 10),
    "renegade_row_push_up": (8, 10),
    "scorpion": (4, 6),
    "single_leg_rdl": (10, 12),
    "two_point_push_up_plank": (6, 8),
    "side_to_side_bench_jump": (10, 12),
    "chinnies": (10, 12),
    "goblet_squat": (12, 20),
}
"""The article's repetitions: per side, but for the squat."""


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


def at_level(level: Level) -> Problem:
    """The workout's scenario for another level."""
    scenario = hand_problem("article_001", catalog()).scenario
    athlete = scenario.athlete.model_copy(update={"level": level})
    return build_problem(scenario.model_copy(update={"athlete": athlete}), catalog())


def checked(problem: Problem, hand: WrittenPlan) -> tuple[Plan, Verification]:
    """The finished plan and what the verifier says."""
    plan = finished(problem, hand)
    return plan, verify(problem, plan)


def failing(problem: Problem, hand: WrittenPlan) -> tuple[str, ...]:
    """Ids of the checks that fail."""
    plan, verification = checked(problem, hand)
    return failed_checks(problem, plan, verification)


def test_the_data_are_those_of_the_article() -> None:
    """Eight exercises in the article's order, three sets of the middle repetitions, 45 s rest."""
    for session in read_hand_plan("article_001").sessions:
        lines = [(item.exercise, item.sets, item.reps, item.rest_seconds) for item in session.items]
        middles = [(row, 3, (low + high) // 2, 45) for row, (low, high) in REPS.items()]
        assert lines == middles


def test_an_intermediate_fails_exactly_these_checks() -> None:
    """Time, difficulty, order, preparation, floors, patterns, landings, rests, doses, slots."""
    assert failing(at_level("intermediate"), read_hand_plan("article_001")) == INTERMEDIATE_FAILS


def test_a_beginner_fails_two_more() -> None:
    """66 contacts are over 42, 21 sets over 18, and 24 for the buttocks over 22."""
    expected = tuple(sorted((*INTERMEDIATE_FAILS, *BEGINNER_FAILS_TOO)))
    assert failing(at_level("beginner"), read_hand_plan("article_001")) == expected


def test_the_breaches_say_why() -> None:
    """The figures of the page: seconds, sets, missing patterns."""
    _, verification = checked(at_level("intermediate"), read_hand_plan("article_001"))
    told = {(found.rule, found.where, found.message) for found in verification.violations}
    assert {
        ("session_fits_in_time", "a", "takes 2691 s, 291 s more than there is"),
        ("muscles_reach_their_floor", "week", "tibialis_anterior gets 0 sets, floor 1"),
        ("muscles_reach_their_floor", "week", "gastrocnemius gets 1.5 sets, floor 2"),
        ("muscles_reach_their_floor", "week", "soleus gets 1.5 sets, floor 2"),
        ("required_patterns_are_trained", "week", "no calf raise"),
        ("required_patterns_are_trained", "week", "no hip abduction"),
        ("required_patterns_are_trained", "week", "no resisting side bending"),
    } <= told


def test_what_passes_passes_for_the_numbers_of_the_page() -> None:
    """24 buttock sets, 6 push and 6 pull sets, 12 knee and 6 hip sets, all compound."""
    problem = at_level("intermediate")
    plan, _ = checked(problem, read_hand_plan("article_001"))
    found = coverage(problem, plan.sessions)
    sets = {muscle.id: muscle.sets for muscle in found.muscles}
    rows = problem.catalog.exercise_by_id
    kinds = {"squat": "knee", "lunge": "knee", "hinge": "hip"}
    kinds |= {f"{side}_horizontal": side for side in ("push", "pull")}
    counted = dict.fromkeys(("push", "pull", "knee", "hip"), 0)
    for session in plan.sessions:
        for item in session.items:
            for name in rows[item.exercise].pattern.every:
                if name in kinds:
                    counted[kinds[name]] += item.sets
    assert sets["glute_max"] == 24
    assert counted == {"push": 6, "pull": 6, "knee": 12, "hip": 6}
    assert (found.compound_share, found.unilateral_share) == (1.0, 0.667)


def reps_of(exercise: str, pick: Pick) -> int:
    """The fewest, the middle or the most repetitions that the article gives."""
    low, high = REPS[exercise]
    return {"low": low, "middle": (low + high) // 2, "high": high}[pick]


def reshaped(sets: int, pick: Pick, rest_seconds: int) -> WrittenPlan:
    """The workout with another number of sets, other repetitions and another rest."""
    hand = read_hand_plan("article_001")
    sessions = tuple(
        session.model_copy(
            update={
                "items": tuple(
                    item.model_copy(
                        update={
                            "sets": sets,
                            "reps": reps_of(item.exercise, pick),
                            "rest_seconds": rest_seconds,
                        }
                    )
                    for item in session.items
                )
            }
        )
        for session in hand.sessions
    )
    return WrittenPlan(sessions=sessions)


@pytest.mark.parametrize(
    ("sets", "pick", "rest_seconds", "seconds", "notes_minutes"),
    [
        (2, "low", 30, 1563, 25.9),
        (2, "middle", 45, 1894, 31.4),
        (3, "low", 30, 2182, 36.2),
        (3, "middle", 45, 2691, 44.6),
        (4, "high", 60, 4200, 69.7),
    ],
)
def test_the_times_of_the_article(
    sets: int, pick: Pick, rest_seconds: int, seconds: int, notes_minutes: float
) -> None:
    """Minutes as in the notes, but for the renegade row at 4 s a repetition instead of 3.75."""
    hand = reshaped(sets, pick, rest_seconds)
    plan, _ = checked(at_level("intermediate"), hand)
    assert [session.seconds for session in plan.sessions] == [seconds, seconds]
    slower = sets * 2 * reps_of("renegade_row_push_up", pick) * (4 - 3.75)
    assert (seconds - slower) / 60 == pytest.approx(notes_minutes, abs=0.06)


def test_the_claim_of_forty_minutes_holds_for_few_sets_only() -> None:
    """C01 passes at 2 sets, and at 3 with the fewest repetitions and 30 s of rest."""
    problem = at_level("intermediate")
    shapes: list[tuple[int, Pick, int]] = [(2, "middle", 45), (3, "low", 30), (3, "middle", 45)]
    fits = ["C01" not in failing(problem, reshaped(*shape)) for shape in shapes]
    assert fits == [True, True, False]
