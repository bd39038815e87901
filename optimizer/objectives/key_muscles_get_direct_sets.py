"""Both calf muscles, side of the hip, hamstrings and trunk each get a set of their own a week.

Formula
    For each of the five: 50 * max(0, 1 - sum of weekly_sets(e) over strength, prehab and core
    rows that train one of its muscles directly), in points. Calf: gastrocnemius;
    deep calf: soleus, which bent-knee raises train; side of the hip: gluteus medius and
    minimus; trunk: rectus abdominis, transversus, obliques, erector spinae or quadratus
    lumborum. Nothing is asked of a part that no row trains directly.

Why
    Indirect sets count half towards the floors; these are the parts that running loads most or
    leaves weakest, so they should not live on halves alone (convention; shaped by Kakouris
    2021 on where runners are injured, O'Neill 2019 on soleus weakness with Achilles
    tendinopathy and Leppanen 2024 on hip and core work).

Settings
    ``sets``: 1, direct sets wanted of each part. ``weight``: 50 points for a
    set, more than the tier's tolerance, so that no part is left out to save minutes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "targets"
PARTS = {
    "calf": ("gastrocnemius",),
    "deep calf": ("soleus",),
    "side of the hip": ("glute_med_min",),
    "hamstrings": ("hamstrings",),
    "trunk": (
        "rectus_abdominis",
        "transversus_abdominis",
        "obliques",
        "erector_spinae",
        "quadratus_lumborum",
    ),
}


class Settings(AimSettings):
    """Settings of the direct sets."""

    sets: int = Field(default=1, ge=0, le=20)
    """Direct sets of each part that the week should hold."""
    weight: int = Field(default=50, ge=0, le=1000)
    """Points for a missing set."""


def _trains(exercise: Exercise, muscles: tuple[str, ...]) -> bool:
    is_slow = exercise.role in ("strength", "prehab", "core")
    return is_slow and any(muscle in muscles for muscle in exercise.muscles.direct)


def express(scope: WeekScope) -> Expression:
    """Weighted direct sets missing."""
    own = scope.settings(Settings)
    terms = []
    for part, muscles in PARTS.items():
        if any(_trains(row, muscles) for row in scope.problem.candidates):
            rows = [row for row in scope.exercises if _trains(row, muscles)]
            held = scope.total(scope.weekly_sets(row) for row in rows)
            terms.append((scope.shortfall(own.sets - held, own.sets, f"direct {part}"), own.weight))
    return scope.weighted(terms)


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted direct sets missing, in the plan."""
    own, missing = problem.settings_of(Settings), 0
    for muscles in PARTS.values():
        wanted = 0
        for row in problem.candidates:
            if row.role != "power" and set(muscles) & set(row.muscles.direct):
                wanted = own.sets
        for session in plan.sessions:
            for item in session.items:
                row = problem.catalog.exercise_by_id[item.exercise]
                trains = bool(set(muscles) & set(row.muscles.direct))
                wanted -= item.sets if trains and row.is_work and row.role != "power" else 0
        missing += max(0, wanted)
    return own.weight * missing
