"""Why each item is in the plan, in a code and a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import PlannedItem, PlannedSession, Reason
from optimizer.domain.problem import Problem


def with_reasons(
    problem: Problem, sessions: tuple[PlannedSession, ...]
) -> tuple[PlannedSession, ...]:
    """The sessions with the reasons of every item."""
    held = [item.exercise for session in sessions for item in session.items]
    rows = [problem.catalog.exercise_by_id[name] for name in dict.fromkeys(held)]
    return tuple(
        session.model_copy(
            update={
                "items": tuple(
                    item.model_copy(
                        update={"reasons": (*item.reasons, *_reasons(problem, item, rows))}
                    )
                    for item in session.items
                )
            }
        )
        for session in sessions
    )


def _reasons(problem: Problem, item: PlannedItem, rows: list[Exercise]) -> Iterator[Reason]:
    row = problem.catalog.exercise_by_id[item.exercise]
    others = [other for other in rows if other.id != row.id]
    names = {muscle.id: muscle.name for muscle in problem.catalog.muscles}
    if row.muscles.direct:
        trained = ", ".join(names[muscle] for muscle in row.muscles.direct)
        yield Reason(code="trains", text=f"trains {trained}")
    alone = [
        muscle
        for muscle in row.muscles.direct
        if not any(muscle in other.muscles.direct for other in others)
    ]
    if alone:
        only = ", ".join(names[muscle] for muscle in alone)
        yield Reason(
            code="only_direct", text=f"the only exercise of the week that trains {only} directly"
        )
    for group in problem.servable_groups:
        serves = problem.serves(row, group)
        if serves and not any(problem.serves(other, group) for other in others):
            name = problem.catalog.group_by_id[group].name
            yield Reason(code="only_pattern", text=f"the only {name} exercise of the week")
    if row.id in problem.scenario.athlete.likes:
        yield Reason(code="liked", text="liked")
