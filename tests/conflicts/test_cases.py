"""Every impossible scenario of the gallery: its conflicts, its repairs, and a true mend."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from optimizer.domain.catalog import Catalog
from optimizer.errors import Position
from optimizer.planning.diagnosis import Diagnosis, diagnose
from optimizer.planning.files import settings_by_id
from optimizer.planning.problems import build_problem
from optimizer.planning.scenario_lines import line_of
from optimizer.planning.shown import shows_a_plan
from optimizer.reading.catalog.reader import read_catalog
from optimizer.reading.scenario_reader import parse_scenario
from optimizer.reading.yaml.source import load_yaml
from optimizer.solve.limits import Limits
from optimizer.solve.oracle import Oracle
from tests.conflicts.edits import edited, looked_up

HERE = Path(__file__).parent
GALLERY = HERE.parents[1] / "scenarios"
CASES = sorted((HERE / "cases").glob("*.yaml"))
every_case = pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


@cache
def expected(case: Path) -> dict[str, Any]:
    """What a case file says."""
    document: dict[str, Any] = load_yaml(case.read_text(encoding="utf-8"), str(case))
    return document


def scenario_path(case: Path) -> Path:
    """The scenario that a case is about."""
    return GALLERY / f"{expected(case)['scenario']}.yaml"


@cache
def text_of(case: Path) -> str:
    """The scenario's text."""
    return scenario_path(case).read_text(encoding="utf-8")


def document_of(case: Path) -> dict[str, Any]:
    """The scenario as plain values."""
    document: dict[str, Any] = load_yaml(text_of(case), case.name)
    return document


@cache
def diagnosed(case: Path) -> Diagnosis:
    """The conflicts and repairs of a case."""
    file = parse_scenario(text_of(case), case.name, catalog(), settings_by_id())
    return diagnose(build_problem(file.scenario, catalog()), Limits(), file.position)


def has_plan(document: dict[str, Any]) -> bool:
    """Whether a plan is found for a scenario given as plain values."""
    text = as_yaml(document)
    file = parse_scenario(text, "edited.yaml", catalog(), settings_by_id())
    return shows_a_plan(build_problem(file.scenario, catalog()), Limits(), 2.0)


def as_yaml(value: Any) -> str:
    """Plain values in the flow style; every text in quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def test_every_impossible_scenario_has_a_case() -> None:
    """Ten or more, two of them with two conflicts."""
    known = {expected(case)["scenario"] for case in CASES}
    assert known == {path.stem for path in GALLERY.glob("impossible_*.yaml")}
    assert len(known) >= 10
    assert sum(len(expected(case)["conflicts"]) > 1 for case in CASES) >= 2


@every_case
def test_the_conflicts_are_those_of_the_case(case: Path) -> None:
    """The same lines in the same conflicts, each minimal."""
    found: dict[int, set[tuple[str, str | None]]] = {}
    for member in diagnosed(case).conflict:
        found.setdefault(member.conflict, set()).add((member.rule, member.path))
    wanted = [
        {(member["rule"], member["path"]) for member in conflict}
        for conflict in expected(case)["conflicts"]
    ]
    assert list(found.values()) == wanted
    assert diagnosed(case).is_minimal is True


@every_case
def test_lines_of_the_scenario_have_positions(case: Path) -> None:
    """A member with a path points at a line that holds the path's last key or its parent."""
    lines = text_of(case).splitlines()
    for member in diagnosed(case).conflict:
        assert (member.path is None) == (member.line is None)
        assert (member.source == "scenario") == (member.path is not None)
        if member.line is not None and member.path is not None:
            keys = member.path.split(".")
            assert any(key in lines[member.line - 1] for key in keys[-3:])


@every_case
def test_a_true_repair_of_the_case_gives_a_plan(case: Path) -> None:
    """The mend that a person wrote down works, so the conflict is about the right lines."""
    document = document_of(case)
    for edit in expected(case)["repair"]:
        document = edited(document, edit["path"], edit["value"])
    assert has_plan(document)


@every_case
def test_every_repair_gives_a_plan_when_written_into_the_file(case: Path) -> None:
    """Each repair changes something, is ranked by cost, and works as its paths and values say."""
    repairs = diagnosed(case).repairs
    assert repairs
    costs = [repair.cost for repair in repairs]
    assert None not in costs
    assert costs == sorted(costs, key=lambda cost: cost or 0)
    for repair in repairs:
        document = document_of(case)
        for change in sorted(repair.changes, key=lambda one: one.path, reverse=True):
            before = looked_up(document_of(case), change.path)
            assert before != change.value, "a hint asks for what is done already"
            document = edited(document, change.path, change.value)
        assert repair.cost == sum(change.cost for change in repair.changes)
        assert has_plan(document), repair.text


@every_case
def test_no_repair_touches_safety(case: Path) -> None:
    """No hint asks anybody to train into a pain or to switch a rule off."""
    for repair in diagnosed(case).repairs:
        for change in repair.changes:
            assert "pains" not in change.path
            assert "enabled" not in change.path


@pytest.mark.parametrize(
    "name", ["pins_beyond_the_minutes", "floor_above_its_own_cap", "three_sessions_on_two_days"]
)
def test_a_conflict_of_lines_is_impossible_and_each_line_is_needed(name: str) -> None:
    """All subsets of the lines of a conflict: only the whole is impossible."""
    case = HERE / "cases" / f"{name}.yaml"
    file = parse_scenario(text_of(case), case.name, catalog(), settings_by_id())
    problem = build_problem(file.scenario, catalog())
    oracle = Oracle(problem, Limits())
    places = {(member.rule, member.where) for member in diagnosed(case).conflict}
    lines = [
        [one for one in oracle.members if one[0] == rule and one[1] in where.split(", ")]
        for rule, where in places
    ]
    for number in range(2 ** len(lines)):
        chosen = [line for bit, line in enumerate(lines) if number >> bit & 1]
        members = [member for line in chosen for member in line]
        answer = Oracle(problem, Limits()).is_impossible(members, 2.0)
        assert answer is (len(chosen) == len(lines))
    assert all(line_of(problem, line[0]).name for line in lines)


def test_without_a_file_paths_stand_for_lines() -> None:
    """A scenario that comes from no file is explained by paths."""
    case = HERE / "cases" / "pins_beyond_the_minutes.yaml"
    file = parse_scenario(text_of(case), case.name, catalog(), settings_by_id())
    found = diagnose(build_problem(file.scenario, catalog()), Limits())
    assert {member.path for member in found.conflict} >= {"week.sessions.a.minutes"}
    assert {member.line for member in found.conflict} == {None}


def test_positions_are_those_of_the_reader() -> None:
    """The line of the session's minutes."""
    case = HERE / "cases" / "pins_beyond_the_minutes.yaml"
    member = next(one for one in diagnosed(case).conflict if one.rule == "session_fits_in_time")
    assert Position(member.file or "", member.line).line == 11
