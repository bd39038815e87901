"""Whatever the text, reading it raises nothing but InputError with positions inside the file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from optimizer.domain.plan import Plan
from optimizer.errors import Complaint, InputError
from optimizer.reading.plan_reader import parse_plan
from optimizer.reading.scenario_reader import parse_scenario
from optimizer.reading.wording import path_text, shorten
from optimizer.reading.yaml.source import load_yaml, locate
from tests.reading.small_catalog import GOOD_SCENARIO, RULE_SETTINGS, small_catalog

CATALOG = small_catalog()
SYNTAX = st.text(alphabet="ab:-[]{},&*!|>'\"%@#?<~ \n\r\t0.1e\\\0\ufeffé", max_size=60)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
LINES = st.integers(0, GOOD_SCENARIO.count("\n") - 1)


def _check(text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    for complaint in _complaints(lambda: parse_scenario(text, "f", CATALOG, RULE_SETTINGS)):
        position = complaint.position
        assert position is not None
        if position.line is not None and position.column is not None:
            assert 1 <= position.line <= len(lines)
            assert 1 <= position.column <= len(lines[position.line - 1]) + 1


def _complaints(read: Callable[[], object]) -> tuple[Complaint, ...]:
    try:
        read()
    except InputError as error:
        return error.complaints
    return ()


@given(st.text() | SYNTAX)
def test_any_text(text: str) -> None:
    _check(text)
    locate(text, "f", ("a", 0))


@given(LINES, SYNTAX | st.text(max_size=20))
def test_any_line_replaced(index: int, line: str) -> None:
    lines = GOOD_SCENARIO.split("\n")
    lines[index] = line
    _check("\n".join(lines))


@given(st.integers(0, len(GOOD_SCENARIO)), st.integers(0, 12), SYNTAX)
def test_any_piece_replaced(start: int, length: int, piece: str) -> None:
    _check(GOOD_SCENARIO[:start] + piece + GOOD_SCENARIO[start + length :])


@given(st.sampled_from(("athlete", "week", "places", "pin", "constraints", "targets")), VALUES)
def test_any_value_for_any_part(key: str, value: object) -> None:
    document = load_yaml(GOOD_SCENARIO, "f")
    document[key] = value
    _check(json.dumps(document, ensure_ascii=False))


@given(st.text() | VALUES.map(json.dumps))
def test_any_plan(text: str) -> None:
    _complaints(lambda: parse_plan(text, "f", Plan))


@given(VALUES, st.lists(st.text(max_size=3) | st.integers(0, 3), max_size=3), st.text())
def test_words_for_any_value(value: object, path: list[str | int], text: str) -> None:
    assert path_text(tuple(path), value)
    assert len(shorten(text, 20)) <= 20
