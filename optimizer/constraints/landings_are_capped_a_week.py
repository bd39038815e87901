"""The week holds no more landings than the level's cap.

Formula
    Sum over sessions and exercises of contacts(e) * sets(e, s) <= cap, two-leg low hops
    counted half. Caps: 120, 200 and 240 by level, scaled by phase and age as those of a session.

Why
    As for the cap of a session; the numbers are convention.

Settings
    ``contacts``: the cap; by level where absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import WeekScope


class Settings(RuleSettings):
    """Settings of the landing cap for the week."""

    contacts: int | None = Field(default=None, ge=0, le=1000)
    """Counted contacts of a week at most."""


def post(scope: WeekScope) -> None:
    """The week's counted contacts stay at or under the cap."""
    own = scope.settings(Settings).contacts
    most = scope.problem.numbers.contacts_per_week_max if own is None else own
    landings = scope.weighted(
        (
            scope.sets_in(row, group),
            scope.problem.prescription(row, group.place).half_contacts_per_set,
        )
        for group in scope.classes
        for row in scope.exercises_in(group)
    )
    scope.require(landings <= 2 * most, "week")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks with too many landings."""
    own = problem.settings_of(Settings).contacts
    limit = own if own is not None else problem.numbers.contacts_per_week_max
    landings = 0.0
    for session in plan.sessions:
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            sides = 1 if row.side_mode == "bilateral" else 2
            count = item.sets * (item.reps or 0) * sides * row.contacts_per_rep
            landings += count / 2 if row.impact == "low" and sides == 1 else count
    if landings > limit:
        yield Breach("week", f"{landings:g} counted contacts, cap {limit}")
