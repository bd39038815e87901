"""Which easy movement a session begins and ends with: a jog where the legs may land, else none.

Jogging lands like running. So it stays out where a pain bars impact, in the days after a race,
and for an hour after a run, when the legs have had theirs (convention).
"""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.preparation import is_cardio
from optimizer.domain.frame.preparation_lengths import follows_run
from optimizer.domain.problem import Problem
from optimizer.domain.sore_areas import reported

LANDS = "impact"


def without_jogging(
    problem: Problem, session_id: str, rows: Sequence[Exercise], pinned: Sequence[Exercise]
) -> tuple[Exercise, ...]:
    """The rows without the easy movement that the session should not use.

    Easy movement that is pinned is the only one that stays.
    """
    wanted = [row for row in pinned if is_cardio(row)]
    if wanted:
        return tuple(row for row in rows if row in wanted or not is_cardio(row))
    if not _spares_the_legs(problem, session_id):
        return tuple(rows)
    return tuple(row for row in rows if not (is_cardio(row) and LANDS in row.flags))


def _spares_the_legs(problem: Problem, session_id: str) -> bool:
    """Whether a session should begin and end without a landing."""
    if not problem.season.may_land or follows_run(problem.scenario, session_id):
        return True
    pains = reported(problem.scenario.athlete, problem.catalog)
    return any(pain.avoid_impact for pain in pains)
