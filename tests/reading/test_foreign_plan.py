"""Hand-written plans in every form, and what is wrong with them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.domain.written_plan import WrittenItem, WrittenPlan
from optimizer.errors import InputError
from optimizer.reading.catalog.reader import read_catalog
from optimizer.reading.scenario_reader import parse_scenario
from optimizer.reading.written.foreign_plan import (
    ForeignPlan,
    parse_foreign_plan,
    read_foreign_plan,
)

SCENARIO = """
format: 1
name: Two evenings
week:
  sessions:
    - {id: a, day: mon, minutes: 40, place: home}
    - {id: b, day: [wed, thu], minutes: 40, place: home}
places: {home: {kit: home}}
"""
ITEM = WrittenItem(exercise="goblet_squat", sets=3, reps=8, rest_seconds=90)


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


@cache
def scenario() -> Scenario:
    """Session a on Monday, session b on one of two days."""
    text = SCENARIO.replace("kit: home", f"kit: {catalog().kits[-1].id}")
    return parse_scenario(text, "week.yaml", catalog()).scenario


def read(text: str, file: str = "plan.yaml") -> ForeignPlan:
    """A plan from text."""
    return parse_foreign_plan(text, file, catalog(), scenario())


def items(text: str, file: str = "plan.yaml") -> tuple[WrittenItem, ...]:
    """Items of the first session."""
    content = read(text, file).content
    assert isinstance(content, WrittenPlan)
    return content.sessions[0].items


def complaints(text: str, file: str = "plan.yaml") -> list[tuple[str, int | None]]:
    """Codes and lines of everything that is wrong."""
    with pytest.raises(InputError) as caught:
        read(text, file)
    return [
        (one.code, one.position.line if one.position else None) for one in caught.value.complaints
    ]


@pytest.mark.parametrize(
    "line",
    [
        "goblet squat 3x8 @90s",
        "Goblet squats, 3 x 8, rest 90 s",
        "goblet squat: 3x8 @90s",
        "1. goblet squat 3x8 @90s",
        "goblet squat: {sets: 3, reps: 8, rest: 90 s}",
        "{exercise: goblet squat, dose: 3x8, rest_seconds: 90}",
        "{exercise: goblet_squat, sets: 3, reps: 8, rest_seconds: 90}",
    ],
)
def test_lines_of_yaml(line: str) -> None:
    """One text, a name with its dose, or keys: the same item."""
    assert items(f"sessions:\n  - id: a\n    items:\n      - {line}\n") == (ITEM,)


@pytest.mark.parametrize("line", ["A1 goblet squat 3x8 @90s", "A1: goblet squat 3x8 @90s"])
def test_labels_pair_items(line: str) -> None:
    """Items labelled A1, A2 are the superset a."""
    [item] = items(f"sessions:\n  - id: a\n    items:\n      - {line}\n")
    assert item == ITEM.model_copy(update={"group": "a"})


@pytest.mark.parametrize(
    "text",
    [
        "session,day,exercise,dose\na,mon,goblet squat,3x8 @90s\n",
        "Session;Day;Part;Name;Sets;Reps;Rest\na;Monday;work;goblet squat;3;8;90 s\n",
        "\ufeffsession\texercise\tsets\treps\trest_seconds\na\tgoblet_squat\t3\t8\t90\n".lstrip(
            "\ufeff"
        ),
    ],
)
def test_csv(text: str) -> None:
    """Comma, semicolon or tab; a dose in one cell or in many."""
    assert items(text, "plan.csv") == (ITEM,)


def test_csv_repeats_what_stands_above() -> None:
    """Empty cells of session and day; preparation, cool-down and rows without any cell."""
    text = (
        "session,day,part,exercise,dose\n"
        "a,mon,warm-up,light cardio,3 min\n,,work,goblet squat,3x8\n,,,,\n"
        ",,,push-up,2x10\n,,cool down,couch stretch,30 s/side\n"
    )
    content = read(text, "plan.csv").content
    assert isinstance(content, WrittenPlan)
    [session] = content.sessions
    assert session.preparation is not None
    assert [one.hold_seconds for one in session.preparation] == [180]
    assert [one.exercise for one in session.items] == ["goblet_squat", "push_up"]
    assert len(session.cool_down) == 1


def test_json_by_hand() -> None:
    """The same keys in JSON."""
    text = '{"sessions": [{"id": "a", "items": ["goblet squat 3x8 @90s"]}]}'
    assert items(text, "plan.json") == (ITEM,)


def test_our_own_json_is_a_complete_plan() -> None:
    """It is told from a hand-written one by keys that only we write."""
    text = (
        '{"format": 1, "status": "feasible", "sessions": [{"id": "a", "day": "mon", "place": "x",'
        ' "limit_seconds": 1, "seconds": 1, "items": []}]}'
    )
    assert isinstance(read(text, "plan.json").content, Plan)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["zzzz 3x8"], [("unknown-exercise", 4)]),
        (["goblet squat 3xx8"], [("dose-not-understood", 4)]),
        (["push-up 3x8/side"], [("contradiction", 4)]),
        (["single-leg RDL 3x9 total"], [("dose-not-understood", 4)]),
        (["{exercise: push-up, foo: 3}"], [("unknown-key", 4)]),
        (["{exercise: push-up, dose: 3x8, sets: 2}"], [("contradiction", 4)]),
        (["push-up 3x8", "5"], [("wrong-type", 5)]),
        (["push-up 0x8"], [("value-out-of-range", 4)]),
        (["zzzz 3x8", "calf raise 3x8"], [("unknown-exercise", 4), ("unknown-exercise", 5)]),
    ],
)
def test_wrong_lines(lines: list[str], expected: list[tuple[str, int]]) -> None:
    """Each problem has its code and its line, and all are told at once."""
    text = "".join(f"      - {line}\n" for line in lines)
    assert complaints(f"sessions:\n  - id: a\n    items:\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sessions: []\n", [("value-out-of-range", 1)]),
        ("week: 3\n", [("missing-key", None), ("unknown-key", 1)]),
        ("format: 2\nsessions: []\n", [("wrong-format", 1)]),
        ("sessions:\n  - {id: c, items: [push-up]}\n", [("unknown-session", 2)]),
        ("sessions:\n  - {id: b, items: [push-up]}\n", [("missing-key", 2)]),
        ("sessions:\n  - {id: a, day: someday, items: [push-up]}\n", [("value-out-of-range", 2)]),
        (
            "sessions:\n  - {id: a, items: [push-up]}\n  - {id: a, items: [push-up]}\n",
            [("duplicate-id", 3)],
        ),
    ],
)
def test_wrong_sessions(text: str, expected: list[tuple[str, int | None]]) -> None:
    """Sessions that the scenario does not have, stand twice, or lack a day where one is open."""
    found = complaints(text)
    assert [code for code, _ in found] == [code for code, _ in expected]
    assert all(want in (None, line) for (_, line), (_, want) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("session,exercize\na,push-up\n", [("unknown-key", 1), ("missing-key", 1)]),
        ("session,exercise,exercise\na,push-up,x\n", [("duplicate-key", 1)] * 2),
        ("session,exercise\n,push-up\n", [("missing-key", 2)]),
        ("session,exercise\na,push-up,3x8\n", [("value-out-of-range", 2)]),
        ("session,day,exercise\na,mon,push-up\na,tue,plank\n", [("contradiction", 3)]),
        ("session,exercise,dose\na,push-up,3x8\na,zzzz,3x8\n", [("unknown-exercise", 3)]),
        ("session,exercise,dose\na,push-up,often\n", [("dose-not-understood", 2)]),
    ],
)
def test_wrong_csv(text: str, expected: list[tuple[str, int]]) -> None:
    """Problems of header and rows stand at their lines."""
    assert complaints(text, "plan.csv") == list(dict.fromkeys(expected))


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ('{"format": 1, "status": "infeasible"}', "missing-key"),
        ('{"status": "optimal", "sessions": []}', "missing-key"),
    ],
)
def test_wrong_plans(document: str, code: str) -> None:
    """A plan without sessions, or without a format, cannot be audited."""
    assert complaints(document, "plan.json")[0][0] == code


def test_an_unknown_exercise_in_our_json_has_its_place() -> None:
    """A plan made with another catalog names the line."""
    text = (
        '{"format": 1, "status": "feasible",\n "sessions": [{"id": "a", "day": "mon", "place": "x",'
        ' "limit_seconds": 1, "seconds": 1,\n'
        ' "preparation": [{"exercise": "gone", "seconds": 1}]}]}'
    )
    assert complaints(text, "plan.json") == [("unknown-exercise", 3)]


def test_a_spreadsheet_is_told_what_to_do(tmp_path: Path) -> None:
    """Save it as CSV."""
    with pytest.raises(InputError, match="save the sheet as CSV"):
        read_foreign_plan(tmp_path / "plan.xlsx", catalog(), scenario())
