"""The plans under ``data``, which a coach wrote down, completed to plans that can be checked."""

from __future__ import annotations

from pathlib import Path

from optimizer.domain.catalog import Catalog
from optimizer.domain.dosing.dose import Dose
from optimizer.domain.dosing.time_model import set_seconds
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.written_plan import WrittenPlan
from optimizer.planning.files import read_scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.written_plans import completed
from optimizer.reading.catalog.reader import read_catalog
from optimizer.reading.written.foreign_plan import read_foreign_plan

DATA = Path(__file__).parent / "data"
EXAMPLES = Path(__file__).parents[2] / "scenarios" / "audit"


def _file(name: str, kind: str) -> Path:
    """The file of this name, among the examples or under ``data``."""
    example = EXAMPLES / f"{name}.{kind}.yaml"
    return example if example.exists() else DATA / f"{name}.{kind}.yaml"


def read_hand_plan(name: str, catalog: Catalog | None = None) -> WrittenPlan:
    """The plan of this name.

    Raises
    ------
    InputError
        With every problem of the file.
    """
    known = catalog or read_catalog()
    scenario = read_scenario(_file(name, "scenario"), known).scenario
    content = read_foreign_plan(_file(name, "plan"), known, scenario).content
    assert isinstance(content, WrittenPlan)
    return content


def hand_problem(name: str, catalog: Catalog) -> Problem:
    """The scenario of this name, resolved."""
    scenario = read_scenario(_file(name, "scenario"), catalog).scenario
    return build_problem(scenario, catalog)


def work_seconds(row: Exercise, reps: int | None, hold_seconds: int | None) -> int:
    """Seconds of work in one set, both sides and the change of sides included."""
    dose = Dose("main", reps, hold_seconds, 0, 1, 1, 0)
    return set_seconds(row, dose)


def finished(problem: Problem, plan: WrittenPlan) -> Plan:
    """The plan with roles, sides and seconds, as the verifier reads it."""
    return completed(problem, plan)[0]
