"""Notes that follow from who the athlete is and from the phase of the season."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.population import (
    RETURNING_SETS_PERCENT,
    WEEKS_OFF_THAT_COUNT,
    is_returning,
)
from optimizer.domain.problem import Problem
from optimizer.domain.sore_areas import HALVED_FROM_SCORE, RESTED_ABOVE_SCORE


def athlete_notes(problem: Problem) -> Iterator[str]:
    """Notes on pains, conditions, age, a break and the phase, in this order."""
    yield from _reports(problem)
    yield from _lost(problem)
    if problem.population is not None:
        yield problem.population.advice
    yield from _break(problem)
    if problem.season.phase != "base":
        yield problem.season.advice
    yield from _new_before_a_race(problem)


def _reports(problem: Problem) -> Iterator[str]:
    for report in problem.scenario.athlete.reports:
        pain = problem.catalog.pain_by_id[report.id]
        yield f"{pain.name}: {pain.prefer or ''} {pain.refer}".replace("  ", " ")
        if pain.light_loads:
            yield f"{pain.name}: loads stay light until a professional has cleared more."
        if report.score is None or report.score < HALVED_FROM_SCORE:
            continue
        names = [problem.catalog.muscle_by_id[muscle].name for muscle in pain.muscles]
        area = ", ".join(names) or "the sore area"
        if report.score > RESTED_ABOVE_SCORE:
            yield (
                f"{pain.name} at {report.score} of 10: see a professional before training on; "
                f"nothing here trains {area} directly."
            )
        else:
            yield (
                f"{pain.name} at {report.score} of 10: half the sets for {area}, without a load "
                "where that can be; go down to what does not hurt, and stop if it is worse next "
                "morning."
            )


def _lost(problem: Problem) -> Iterator[str]:
    names = [problem.catalog.muscle_by_id[muscle].name for muscle in problem.muscles_lost_to_pain]
    if names:
        yield f"No floor holds for {', '.join(names)}: what is reported leaves no exercise for it."


def _break(problem: Problem) -> Iterator[str]:
    history = problem.scenario.history
    if history is None or not is_returning(problem.scenario):
        return
    level = problem.scenario.athlete.level
    lower = f"at {problem.level} level and " if problem.level != level else ""
    yield (
        f"Back after {history.weeks_off} weeks off ({WEEKS_OFF_THAT_COUNT} or more count): planned "
        f"{lower}with at most {RETURNING_SETS_PERCENT} % of the sets; keep to that for two weeks."
    )


def _new_before_a_race(problem: Problem) -> Iterator[str]:
    history = problem.scenario.history
    if problem.season.new_exercises_are_welcome or not problem.slots:
        return
    if history is None or not history.known:
        yield (
            "Nothing new before a race: swap what you have not done in the last weeks, or list "
            "what you know under history.known."
        )
