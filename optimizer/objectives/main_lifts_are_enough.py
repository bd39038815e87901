"""The week has knee-dominant and hip-dominant main lifts: the level's sets for each session.

Formula
    For knee-dominant (squat, lunge, step) and hip-dominant (hinge, bridge, curl) patterns:
    20 * max(0, wanted - sum of weekly_sets(e) over main lifts of the group). Wanted is 2, 3
    and 3 sets by level for each session that can hold a main lift of the group, 2 in sessions
    shorter than 45 minutes, at most three sessions and no more than the phase allows. Main
    lifts are compound lower-body strength rows with repetitions, but for those that take the
    arms overhead, which limit the load; the phase of the season scales their sets.
    Beyond beginner level only loaded ones count where the kit has any; and where only some
    of the week's places have loads, the same is asked of the sessions there alone, once more.

Why
    Quadriceps, hamstrings and glutes come first (article 002); heavy loads improved running
    economy where light ones alone did not (Eihara 2022, Llanos-Lagos 2024). The numbers of
    sets are convention.

Settings
    ``sets``: per session, by level and minutes where absent. ``most_sessions``: 3. ``weight``:
    20 points for a set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from pydantic import Field

from optimizer.domain.dosing.main_lifts import usual_sets
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

LiftsBySession: TypeAlias = Mapping[str, tuple[Exercise, ...]]
"""Main lifts that count, by session id."""

TIER = "targets"
GROUPS = ("knee_dominant", "hip_dominant")


class Settings(AimSettings):
    """Settings of the main lifts."""

    sets: int | None = Field(default=None, ge=0, le=10)
    """Sets of main lifts of each group in a session; by level where absent."""
    most_sessions: int = Field(default=3, ge=0, le=7)
    """Sessions of the week that are counted at most."""
    weight: int = Field(default=20, ge=0, le=1000)
    """Points for a set short."""


def _is_main(problem: Problem, exercise: Exercise, place: str) -> bool:
    """Whether the exercise is a main lift at the place."""
    dose = problem.prescription(exercise, place).dose
    is_limited_elsewhere = dose.reps is None or "overhead" in exercise.flags
    return dose.dose_class in ("main", "main_unloaded") and not is_limited_elsewhere


def _is_loaded(problem: Problem, exercise: Exercise, place: str) -> bool:
    """Whether the exercise is done with a load at the place."""
    return problem.prescription(exercise, place).dose.dose_class == "main"


def _lifts(problem: Problem, slot: Slot, group: str) -> tuple[Exercise, ...]:
    """The main lifts of the group that count in the session."""
    patterns = problem.catalog.group_by_id[group].patterns
    rows = tuple(
        row
        for row in problem.candidates
        if row.pattern.primary in patterns
        and problem.can_use(row, slot.id)
        and _is_main(problem, row, slot.place)
    )
    loaded = tuple(row for row in rows if _is_loaded(problem, row, slot.place))
    return loaded if loaded and problem.level != "beginner" else rows


def _lifts_by_session(problem: Problem, group: str) -> LiftsBySession:
    """The main lifts of the group that count in each session."""
    return {slot.id: _lifts(problem, slot, group) for slot in problem.slots}


def _is_heavier(problem: Problem, slot: Slot, lifts: LiftsBySession) -> bool:
    """Whether every lift that counts in the session has a load."""
    rows = lifts[slot.id]
    return bool(rows) and all(_is_loaded(problem, row, slot.place) for row in rows)


def _scopes(problem: Problem, lifts: LiftsBySession) -> tuple[tuple[Slot, ...], ...]:
    """All sessions with lifts of the group; those with loads once more, where not all have."""
    every = tuple(slot for slot in problem.slots if lifts[slot.id])
    heavier = tuple(slot for slot in every if _is_heavier(problem, slot, lifts))
    is_mixed = heavier and len(heavier) < len(every) and problem.level != "beginner"
    return (every, heavier) if is_mixed else (every,)


def _counted(problem: Problem, slot: Slot, lifts: LiftsBySession) -> set[str]:
    """Ids of the main lifts that count in the session: those of all sessions like it."""
    rows = problem.modelled[slot.id]
    alike = [
        other
        for other in problem.slots
        if other.place == slot.place and problem.modelled[other.id] == rows
    ]
    return {row.id for other in alike for row in lifts[other.id]}


def _wanted(problem: Problem, slots: Sequence[Slot]) -> int:
    """Sets of main lifts of a group that some sessions of the week should hold together."""
    own = problem.settings_of(Settings)
    wanted = [own.sets if own.sets is not None else usual_sets(problem, slot) for slot in slots]
    most_sessions = min(own.most_sessions, problem.sessions_most)
    return sum(sorted(wanted, reverse=True)[:most_sessions])


def wanted_sets(problem: Problem) -> tuple[int, ...]:
    """Sets of main lifts that the week should hold: knee-dominant, then hip-dominant."""
    lifts = [_lifts_by_session(problem, group) for group in GROUPS]
    return tuple(_wanted(problem, _scopes(problem, one)[0]) for one in lifts)


def wanted_where_loads_are(problem: Problem) -> tuple[int, ...]:
    """Sets wanted of the places with loads alone, where not all places have some."""
    further = [_scopes(problem, _lifts_by_session(problem, group))[1:] for group in GROUPS]
    return tuple(_wanted(problem, slots) for scopes in further for slots in scopes)


def express(scope: WeekScope) -> Expression:
    """Weighted sets short of the main lifts wanted."""
    own, problem = scope.settings(Settings), scope.problem
    terms = []
    for group in GROUPS:
        by_session = _lifts_by_session(problem, group)
        for slots in _scopes(problem, by_session):
            held = []
            for members in scope.classes:
                first = members.slots[0]
                if any(slot.place == first.place for slot in slots):
                    lifts = _counted(problem, first, by_session)
                    rows = [row for row in scope.exercises_in(members) if row.id in lifts]
                    held += [scope.sets_in(row, members) for row in rows]
            wanted = _wanted(problem, slots)
            name = f"main lifts {group} {len(slots)}"
            terms.append((scope.shortfall(wanted - scope.total(held), wanted, name), own.weight))
    return scope.weighted(terms)


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted sets short of the main lifts wanted, in the plan."""
    own, missing = problem.settings_of(Settings), 0
    for group in GROUPS:
        by_session = _lifts_by_session(problem, group)
        for slots in _scopes(problem, by_session):
            held = 0
            places = {slot.place for slot in slots}
            for session in plan.sessions:
                if session.place in places:
                    lifts = _counted(problem, problem.slot_by_id[session.id], by_session)
                    held += sum(item.sets for item in session.items if item.exercise in lifts)
            missing += max(0, _wanted(problem, slots) - held)
    return own.weight * missing
