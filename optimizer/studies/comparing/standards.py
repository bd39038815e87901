"""What a week is asked for only because its equipment allows it.

Nobody is asked for a pull where nothing can be pulled on. A kit that lets more in may therefore
be asked for more, and two weeks can be equally short of what each is asked for while one of them
trains something that the other leaves out. Comparisons name these demands.
"""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.problem import Problem
from optimizer.objectives.main_lifts_are_enough import GROUPS
from optimizer.objectives.two_leg_lift_is_kept import HEAVY, LOADED, heaviest_grade
from optimizer.studies.comparing.comparison import Demand


def asked_for(problem: Problem) -> tuple[Demand, ...]:
    """The demands of a problem that depend on its equipment."""
    return tuple(_demands(problem))


def _demands(problem: Problem) -> Iterator[Demand]:
    for group in problem.servable_groups:
        yield Demand(kind="pattern", id=group)
    if problem.level != "beginner":
        for group in GROUPS:
            if _has_loaded(problem, group):
                yield Demand(kind="loaded", id=group)
    heaviest = heaviest_grade(problem)
    if heaviest >= LOADED:
        yield Demand(kind="lift", id="loaded")
    if heaviest >= HEAVY:
        yield Demand(kind="lift", id="heavy")
    usable = {row.id for row in problem.candidates}
    for liked in problem.scenario.athlete.likes:
        if liked in usable:
            yield Demand(kind="like", id=liked)


def _has_loaded(problem: Problem, group: str) -> bool:
    """Whether some session can hold a main lift of the group with a load."""
    patterns = problem.catalog.group_by_id[group].patterns
    return any(
        row.pattern.primary in patterns
        and problem.can_use(row, slot.id)
        and problem.prescription(row, slot.place).dose.dose_class == "main"
        for slot in problem.slots
        for row in problem.candidates
    )
