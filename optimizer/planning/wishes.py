"""Exercises that the settings of rules name: whether they exist and can be had."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.constraints import wanted_exercises_are_planned, week_differs_from_others
from optimizer.domain.problem import Problem
from optimizer.errors import Complaint
from optimizer.planning.problems import bar
from optimizer.reading.exercise_names import ExerciseNames

Path = tuple[str | int, ...]


def impossible_wishes(problem: Problem) -> Iterator[Complaint]:
    """Wanted exercises that do not exist or that no session may hold; unknown ids of weeks."""
    wanted = problem.settings_of(wanted_exercises_are_planned.Settings)
    path: Path = ("constraints", "wanted_exercises_are_planned", "exercises")
    for number, exercise in enumerate(wanted.exercises if wanted.enabled else ()):
        yield from _unknown(problem, exercise, (*path, number))
        yield from _shut_out(problem, exercise, (*path, number))
    others = problem.settings_of(week_differs_from_others.Settings)
    path = ("constraints", "week_differs_from_others", "weeks")
    for number, week in enumerate(others.weeks):
        for place, exercise in enumerate(week):
            yield from _unknown(problem, exercise, (*path, number, place))


def _unknown(problem: Problem, exercise: str, path: Path) -> Iterator[Complaint]:
    if exercise not in problem.catalog.exercise_by_id:
        names = ExerciseNames(problem.catalog)
        identifier = names.id_of(exercise)
        if identifier is None:
            yield names.complaint(exercise, path)
        else:
            text = f"settings of rules name exercises by their ids, and {exercise} is a name"
            yield Complaint("unknown-exercise", text, hint=f"write {identifier}", path=path)


def _shut_out(problem: Problem, exercise: str, path: Path) -> Iterator[Complaint]:
    """A complaint if a filter keeps the exercise out of every session."""
    row = problem.catalog.exercise_by_id.get(exercise)
    if row is None:
        return
    if not row.is_work:
        yield Complaint(
            "pin-not-possible",
            f"{row.name} is a drill of the preparation, which is composed by itself",
            hint="pin it in a session instead",
            path=path,
        )
        return
    found = [bar(problem, row, slot) for slot in problem.slots]
    barred = [one for one in found if one is not None]
    if len(barred) == len(found):
        rule, because = barred[0]
        yield Complaint(
            "pin-not-possible",
            f"{row.name} is wanted in the week, but {because}",
            why=f"the rule {rule} excludes it from every session",
            hint=f"see `triplane why` with {row.id} for all that keeps it out",
            path=path,
        )
