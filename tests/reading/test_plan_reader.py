"""Plans from JSON, and the exact complaints about text that is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from optimizer.domain.plan import Plan
from optimizer.errors import InputError, Position
from optimizer.reading.json_places import JsonPlaces
from optimizer.reading.plan_reader import parse_plan, read_plan
from optimizer.reading.wording import KEY

TRY_FORMAT = "\n  try: write `format: 1`"


def test_a_plan_survives_writing_and_reading(tmp_path: Path) -> None:
    plan = Plan(scenario="x", status="optimal")
    path = tmp_path / "plan.json"
    path.write_text(plan.model_dump_json(), encoding="utf-8")
    assert read_plan(path, Plan) == plan


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"format": 1,\n "status" "x"}',
            (
                'f:2:11: not-json: cannot understand `"status" "x"}`\n'
                "  try: check the quotation marks, commas and brackets here; comments are not JSON"
            ),
        ),
        (
            '{"format": 1',
            (
                'f:1:13: not-json: cannot understand `{"format": 1`\n'
                "  try: check the quotation marks, commas and brackets here; comments are not JSON"
            ),
        ),
        (
            "[" * 100_000,
            (
                "f: too-deep: the document nests deeper than any real one\n"
                "  try: check that this is the file you meant"
            ),
        ),
        (
            "[]",
            (
                "f: wrong-type: the file holds a list where an object should stand\n"
                "  try: write { … } around the document"
            ),
        ),
        (
            '{"format": 1, "a": 1, "a": 2}',
            (
                'f:1:23: duplicate-key: the key "a" stands twice\n'
                "  why: only one of the two values could be used\n"
                "  try: keep one of the two"
            ),
        ),
        (
            '{"format": NaN}',
            (
                "f:1:12: value-out-of-range: NaN is not a number that can be used\n"
                "  try: write a number that makes sense there"
            ),
        ),
        (
            '{"format": 2}',
            "f:1:12: wrong-format: format is 2, and this release reads format 1\n"
            "  why: in another version the same words may mean other things" + TRY_FORMAT,
        ),
        (
            "{}",
            (
                'f:1:1: missing-key: the file lacks the key "format"\n'
                "  why: it says which version of the format the file is written in\n"
                "  try: add `format: 1`"
            ),
        ),
        (
            '{"format": 1, "stopped_by": 3,\n "sessions": [\n  {"id": "a", "day": "moon"}]}',
            (
                "f:1:29: wrong-type: stopped_by is 3, which is a whole number\n"
                "  try: write text, in quotation marks\n"
                'f:3:3: missing-key: sessions.a lacks the key "place"\n'
                "  try: add `place:` with text\n"
                'f:3:3: missing-key: sessions.a lacks the key "limit_seconds"\n'
                "  try: add `limit_seconds:` with a whole number\n"
                'f:3:3: missing-key: sessions.a lacks the key "seconds"\n'
                "  try: add `seconds:` with a whole number\n"
                'f:3:22: value-out-of-range: sessions.a.day is "moon"\n'
                "  try: did you mean mon? It is one of mon, tue, wed, thu, fri, sat, sun"
            ),
        ),
    ],
)
def test_complaints_are_exactly(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_plan(text, "f", Plan)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "path", "line", "column"),
    [
        ('{"a": {"b": [1,\n 2]}}', ("a", "b", 1), 2, 2),
        ('{"a": {"b": [1,\n 2]}}', ("a", "b"), 1, 8),  # a list is pointed at by its key
        ('{"a": {"b": [1,\n 2]}}', ("a", "c"), 1, 2),  # the nearest parent
        ('{"a": 1, "b": 2}', ("b", KEY), 1, 10),
        ('{"a": 1, "b": 2}', (), 1, 1),
        (r'{"a \" } , \u00e9": [{}, "x"]}', ('a " } , é', 1), 1, 26),
        ('\ufeff{"a":\r\n\t-1.5e3}', ("a",), 2, 2),
        ('{"": [[], [[0]]]}', ("", 1, 0, 0), 1, 13),
    ],
)
def test_places_of_values(text: str, path: tuple[str | int, ...], line: int, column: int) -> None:
    assert JsonPlaces(text, "f").of(path) == Position("f", line, column)


def test_the_repeated_key_of_the_object_that_ends_first() -> None:
    text = '{"a": 1,\n "b": {"c": 1, "c": 2},\n "a": 2}'
    with pytest.raises(InputError, match=r"^f:2:16: duplicate-key: the key \"c\""):
        parse_plan(text, "f", Plan)


@pytest.mark.parametrize("number", ["1e999", "9" * 10_000, "-Infinity"])
def test_numbers_that_cannot_be_used(number: str) -> None:
    with pytest.raises(InputError, match="value-out-of-range"):
        parse_plan(json.dumps({"format": 1})[:-1] + f', "effort": {{"x": {number}}}}}', "f", Plan)


@pytest.mark.parametrize("depth", [40, 400, 900])
def test_depth_that_the_parser_would_accept(depth: int) -> None:
    text = '{"format": 1, "effort": ' + '{"a":' * depth + "1" + "}" * depth + "}"
    with pytest.raises(InputError, match="too-deep"):
        parse_plan(text, "f", Plan)
