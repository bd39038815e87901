"""Every session is prepared for as long as its work asks for, hip and ankle included.

Formula
    preparation(s) is one of three blocks, each a beginning of the next: at least 300 s; at
    least 360 s where s holds a low hop; at least 480 s where s holds a jump of moderate or
    high impact. prepares(s, k) >= is_in(e, s) for every e that asks for stage k; for a class
    of sessions the count of blocks is at least times(e). Every block holds a hip and an ankle
    drill. Where the drills at hand cannot fill a block, nothing that asks for it is allowed.

Why
    Brief easy cardio, then dynamic mobility (article 001). The lengths are convention.

Settings
    None yet; the lengths are those of the formula.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.preparation import STAGE_SECONDS
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope

HIP = {"hip_flexors", "quadriceps", "glute_max", "deep_hip_rotators", "adductors", "hamstrings"}
ANKLE = {"gastrocnemius", "soleus"}


class Settings(RuleSettings):
    """Settings of the preparation rule."""


def _stage(exercise: Exercise) -> int:
    return {"none": 0, "low": 1, "moderate": 2, "high": 2}[exercise.impact]


def _is_long_enough(problem: Problem, place: str, stage: int) -> bool:
    return problem.preparation[place][stage].seconds >= STAGE_SECONDS[stage]


def _least_stage(problem: Problem, place: str) -> int | None:
    """The shortest stage that can precede any session at all; None where no drills suffice."""
    if not _is_long_enough(problem, place, 0):
        return None
    for stage, block in enumerate(problem.preparation[place]):
        moved = {area for drill in block.drills for area in drill.exercise.mobilises}
        if moved & HIP and moved & ANKLE:
            return stage
    return None


def post(scope: DayScope) -> None:
    """The preparation reaches the stage that each exercise of the session asks for."""
    problem = scope.problem
    for slot in scope.slots:
        least = _least_stage(problem, slot.place)
        if least is None:
            scope.require(scope.total([]) >= 1, slot.id)
        elif least > 0:
            scope.require(scope.prepares(slot, least) >= scope.used(slot), slot.id)
        for row in scope.exercises_of(slot):
            stage = _stage(row)
            if stage and _is_long_enough(problem, slot.place, stage):
                prepared = scope.prepares(slot, stage)
                scope.require(prepared >= scope.is_in(row, slot), f"{slot.id} {row.id}")
            elif stage:
                scope.require(scope.is_in(row, slot) <= 0, f"{slot.id} {row.id}")


def relax(scope: WeekScope) -> None:
    """As many sessions of a class are prepared for an exercise as hold it."""
    problem = scope.problem
    for group in scope.classes:
        least = _least_stage(problem, group.place)
        if least is None:
            scope.require(scope.total([]) >= 1, group.id)
        elif least > 0:
            used = scope.used_sessions(group)
            scope.require(scope.preparations(group, least) >= used, group.id)
        for row in scope.exercises_in(group):
            stage = _stage(row)
            if stage and _is_long_enough(problem, group.place, stage):
                prepared = scope.preparations(group, stage)
                scope.require(prepared >= scope.times_in(row, group), f"{group.id} {row.id}")
            elif stage:
                scope.require(scope.times_in(row, group) <= 0, f"{group.id} {row.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Sessions prepared too shortly, or without a hip or an ankle drill."""
    needed = {"none": 300, "low": 360, "moderate": 480, "high": 480}
    hip = {"hip_flexors", "quadriceps", "glute_max", "deep_hip_rotators", "adductors", "hamstrings"}
    for session in plan.sessions:
        rows = [problem.catalog.exercise_by_id[item.exercise] for item in session.items]
        least = max((needed[row.impact] for row in rows), default=300)
        spent = sum(line.seconds for line in session.preparation)
        if spent < least:
            yield Breach(session.id, f"{spent} s of preparation, {least} s needed")
        moved = {
            area
            for line in session.preparation
            for area in problem.catalog.exercise_by_id[line.exercise].mobilises
        }
        if not moved & hip:
            yield Breach(session.id, "no hip drill in the preparation")
        if not moved & {"gastrocnemius", "soleus"}:
            yield Breach(session.id, "no ankle drill in the preparation")
