"""Scenario files to scenarios and plans, with everything checked that a file can get wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.constraints import every_rule
from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Record
from optimizer.domain.frame.rolling import ROLLER
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario
from optimizer.domain.week_clock import overlaps_run
from optimizer.errors import Complaint, InputError
from optimizer.objectives import every_aim
from optimizer.planning.problems import bar, bare_problem
from optimizer.planning.repairs.setting_names import unknown_setting_names
from optimizer.planning.wishes import impossible_wishes
from optimizer.reading.catalog.reader import read_catalog
from optimizer.reading.scenario_reader import ScenarioFile
from optimizer.reading.scenario_reader import read_scenario as read_scenario_file

if TYPE_CHECKING:
    from optimizer.planning.solving import SolveOptions


def settings_by_id() -> tuple[dict[str, type[Record]], dict[str, type[Record]]]:
    """Settings classes of every rule and of every aim, by id."""
    rules = {rule.id: rule.settings for rule in every_rule()}
    aims = {aim.id: aim.settings for aim in every_aim()}
    return dict(rules), dict(aims)


def read_scenario(path: Path, catalog: Catalog) -> ScenarioFile:
    """Read a scenario file and check that its pins are possible.

    Raises
    ------
    InputError
        With every problem of the file, each at its line and column.
    """
    file = read_scenario_file(path, catalog, settings_by_id())
    found = impossible_parts(file.scenario, catalog)
    complaints = [complaint.at(file.position(complaint.path)) for complaint in found]
    if complaints:
        raise InputError(*complaints)
    return file


def impossible_parts(scenario: Scenario, catalog: Catalog) -> tuple[Complaint, ...]:
    """What no plan could honour: unknown ids in settings, barred pins and wishes, overlaps.

    Each complaint holds its path into the scenario, and no position yet.
    """
    problem = bare_problem(scenario, catalog)
    return (
        *unknown_setting_names(problem),
        *impossible_pins(problem),
        *overlapping_runs(problem),
        *rolling_without_a_roller(problem),
        *impossible_wishes(problem),
    )


def impossible_pins(problem: Problem) -> Iterator[Complaint]:
    """Pins that the scenario's own filters or the exercise's range of sets exclude."""
    for number, pin in enumerate(problem.scenario.pin):
        exercise = problem.catalog.exercise_by_id[pin.exercise]
        barred = bar(problem, exercise, problem.slot_by_id[pin.session])
        if barred is not None:
            rule, because = barred
            yield Complaint(
                "pin-not-possible",
                f"{exercise.name} is pinned in session {pin.session}, but {because}",
                why=f"the rule {rule} excludes it there, so no plan could keep the pin",
                hint="remove the pin, pin another exercise, or change what excludes it",
                path=("pin", number, "exercise"),
            )
        elif pin.sets is not None and not exercise.is_work:
            yield Complaint(
                "pin-not-possible",
                f"{exercise.name} is part of the preparation and has no sets",
                hint="leave `sets` out of this pin",
                path=("pin", number, "sets"),
            )


def overlapping_runs(problem: Problem) -> Iterator[Complaint]:
    """Sessions that would take place during a run on every day that they list."""
    for number, session in enumerate(problem.scenario.week.sessions):
        clashes = [
            run
            for day in session.day
            for run in problem.scenario.week.runs
            if overlaps_run(day, session.start, session.minutes, run)
        ]
        if {run.day for run in clashes} == set(session.day):
            run = clashes[0]
            yield Complaint(
                "contradiction",
                f"session {session.id} at {session.start} overlaps the {run.kind} run of "
                f"{run.minutes} minutes at {run.start} on {run.day}",
                why="nobody can do both at once",
                hint="move one of the two",
                path=("week", "sessions", number, "start"),
            )


def rolling_without_a_roller(problem: Problem) -> Iterator[Complaint]:
    """Sessions that ask for rolling at a place that has no foam roller."""
    for number, session in enumerate(problem.scenario.week.sessions):
        has_roller = problem.offers[session.place].counts.get(ROLLER, 0) > 0
        if session.rolling_minutes and not has_roller:
            yield Complaint(
                "contradiction",
                f"session {session.id} asks for {session.rolling_minutes} minutes of rolling, "
                f"and {session.place} has no foam roller",
                why="there is nothing to roll on",
                hint=f"add `foam_roller: 1` to the equipment of {session.place}, "
                "or leave `rolling_minutes` out",
                path=("week", "sessions", number, "rolling_minutes"),
            )


def solve_file(
    path: Path | str, catalog: Catalog | None = None, options: SolveOptions | None = None
) -> Plan:
    """The best plan of a scenario file.

    Raises
    ------
    InputError
        If the file or the catalog cannot be used.
    """
    from optimizer.planning.solving import SolveOptions, solve  # noqa: PLC0415 - loads the solver

    known = catalog or read_catalog()
    file = read_scenario(Path(path), known)
    chosen = options or SolveOptions()
    given = replace(chosen, scenario_sha256=file.sha256, locate=file.position)
    return solve(file.scenario, known, given)
