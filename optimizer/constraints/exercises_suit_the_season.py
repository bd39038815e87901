"""No exercise is out of season: no heavy legs before a race, no jumps after it, nothing hard.

Formula
    sets(e, s) = 0 in a race week for every lower-body strength row (calf, ankle, foot and
    hip-abduction rows left out) and every row flagged ``eccentric_high``; in a post-race week
    for every row flagged ``eccentric_high``, every row with impact and every working row that
    moves in a loaded hip bend or loads the Achilles tendon strongly (flags
    ``loaded_hip_flexion`` and ``achilles_load``); and in both weeks for every working row of a
    difficulty above 2.

Why
    Heavy leg work slows and hurts for two days and more (Doma 2019), and a race leaves the legs
    sore by itself. Which weeks are meant, and the difficulty, are convention.

Settings
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.dosing.season import SMALL_LEG_PATTERNS
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope


class Settings(RuleSettings):
    """Settings of the season rule."""


def _is_heavy_leg_row(exercise: Exercise) -> bool:
    is_leg = exercise.role == "strength" and exercise.region in ("lower", "full")
    return is_leg and exercise.pattern.primary not in SMALL_LEG_PATTERNS


def _lengthens_under_load(exercise: Exercise) -> bool:
    """Whether a working row lowers much weight into a hip bend or on to one calf."""
    is_held = exercise.timing.seconds_per_rep is None
    is_hinge = "loaded_hip_flexion" in exercise.flags and not is_held
    return exercise.is_work and (is_hinge or "achilles_load" in exercise.flags)


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """What the season says against the exercise, or None."""
    season = problem.season
    if not season.may_land and exercise.impact != "none":
        return f"no jumps in this phase: {season.name}"
    if not season.may_make_sore and "eccentric_high" in exercise.flags:
        return f"no strong lowering work in this phase: {season.name}"
    if not season.may_strain_tendons and _lengthens_under_load(exercise):
        return f"no loaded lowering for hamstrings and calves in this phase: {season.name}"
    if not season.legs_may_be_heavy and _is_heavy_leg_row(exercise):
        return f"no leg strength work in this phase: {season.name}"
    hardest = season.difficulty_max
    if hardest is not None and exercise.is_work and exercise.difficulty > hardest:
        return f"harder than {hardest} of 5, the most in this phase: {season.name}"
    return None


def post(scope: DayScope) -> None:
    """An exercise out of season has no sets."""
    for slot in scope.slots:
        for exercise in scope.exercises_of(slot):
            if bars(scope.problem, exercise, slot):
                scope.require(scope.sets(exercise, slot) == 0, f"{slot.id} {exercise.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items and drills that are out of season."""
    phase = problem.scenario.athlete.phase
    for session in plan.sessions:
        for line in session.lines:
            row = problem.catalog.exercise_by_id[line.exercise]
            makes_sore = "eccentric_high" in row.flags
            small = row.pattern.primary in {"calf", "ankle", "foot", "hip_abduction"}
            legs = row.role == "strength" and row.region in {"lower", "full"} and not small
            if phase == "race_week" and (legs or makes_sore):
                yield Breach(session.id, f"{row.name} in a race week")
            if phase == "post_race" and (row.impact != "none" or makes_sore):
                yield Breach(session.id, f"{row.name} in the days after a race")
            moves = row.timing.seconds_per_rep is not None
            strains = "achilles_load" in row.flags or ("loaded_hip_flexion" in row.flags and moves)
            if phase == "post_race" and row.is_work and strains:
                yield Breach(session.id, f"{row.name} strains hamstrings or calves after a race")
            if phase in ("race_week", "post_race") and row.is_work and row.difficulty > 2:
                yield Breach(session.id, f"{row.name} has difficulty {row.difficulty} of 5")
