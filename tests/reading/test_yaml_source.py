"""YAML as the formats need it: version 1.2, no surprises, no way to hurt."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.errors import InputError, Position
from optimizer.reading.wording import KEY
from optimizer.reading.yaml.builder import MOST_VALUES
from optimizer.reading.yaml.source import load_yaml, locate
from tests.reading.small_catalog import GOOD_SCENARIO

both_parsers = pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])

SCALARS: list[tuple[str, Any]] = [
    ("on", "on"),
    ("off", "off"),
    ("no", "no"),
    ("yes", "yes"),
    ("y", "y"),
    ("true", True),
    ("False", False),
    ("tRUE", "tRUE"),
    ("null", None),
    ("~", None),
    ("", None),
    ("12", 12),
    ("-12", -12),
    ("007", 7),
    ("0o17", 15),
    ("0x1F", 31),
    ("1_000", "1_000"),
    ("12:30", "12:30"),
    ("1.5", 1.5),
    (".5", 0.5),
    ("1e3", 1000.0),
    ("1.", 1.0),
    ("2026-03-02", "2026-03-02"),
    ("1.2.3", "1.2.3"),
    ("'12'", "12"),
    ('"true"', "true"),
    ("|\n  12\n", "12\n"),
    ("-", None),
    ("١٢", "١٢"),
    ("<<", "<<"),
]


@both_parsers
@pytest.mark.parametrize(("text", "value"), SCALARS)
def test_scalars(text: str, value: Any, pure: bool) -> None:
    loaded = load_yaml(f"a: {text}\n" if text != "-" else "a:\n  -\n", "f", pure=pure)
    assert loaded == {"a": value if text != "-" else [None]}
    assert type(loaded["a"]) is type(value) or text == "-"


@both_parsers
def test_a_whole_scenario(pure: bool) -> None:
    loaded = load_yaml(GOOD_SCENARIO, "f", pure=pure)
    assert loaded["week"]["sessions"][1] == {
        "id": "b",
        "day": ["thu"],
        "minutes": 40,
        "place": "home",
    }
    assert loaded == load_yaml(GOOD_SCENARIO.replace("\n", "\r\n"), "f", pure=pure)
    assert loaded == load_yaml("\ufeff" + GOOD_SCENARIO, "f", pure=pure)


@both_parsers
@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("[" * 100_000, "too-deep", "f:1:33"),
        ("- " * 10_000, "too-deep", "f:1:65"),
        ("a: &x 1", "alias-used", "f:1:4"),
        ("a: *x", "alias-used", "f:1:4"),
        ("a: !x 1", "tag-used", "f:1:4"),
        ("a: !x {b: 1}", "tag-used", "f:1:4"),
        ("a: 1\na: 2", "duplicate-key", "f:2:1"),
        ("{a: 1, a: 2}", "duplicate-key", "f:1:8"),
        ("1: 2", "wrong-type", "f:1:1"),
        ("? [a]\n: 2", "wrong-type", "f:1:3"),
        ("a: " + "9" * 100_000, "value-out-of-range", "f:1:4"),
        ("a: 1e400", "value-out-of-range", "f:1:4"),
        ("a: -.INF", "value-out-of-range", "f:1:4"),
        ("a: .nan", "value-out-of-range", "f:1:4"),
        ("a: \0", "not-yaml", "f:1:4"),
        ("a: 1\r\nb: \ud800", "not-yaml", "f:2:4"),
        ("a: x\u2028y", "not-yaml", "f:1:5"),
        ("%YAML 1.1\n---\na: 1", "not-yaml", "f:1:1"),
        ("a: 1\n---\nb: 1", "not-yaml", "f:2:1"),
        ("a: b: c", "not-yaml", "f:1:5"),
        ("a: [1, 2", "not-yaml", "f:1:4"),
        ('a: "x', "not-yaml", "f:1:4"),
        ("a: @x", "not-yaml", "f:1:4"),
        ("a: 1\n\tb: 1", "not-yaml", None),
        ('a: "\\q"', "not-yaml", None),
        ('a: "\\UFFFFFFFF"', "not-yaml", None),
        ("# a comment", "empty-file", "f"),
        ("~", "empty-file", "f"),
        ("- 1", "wrong-type", "f:1:1"),
        ("text", "wrong-type", "f:1:1"),
    ],
)
def test_refused(text: str, code: str, place: str | None, pure: bool) -> None:
    with pytest.raises(InputError) as caught:
        load_yaml(text, "f", pure=pure)
    complaint = caught.value.complaints[0]
    assert complaint.code == code
    assert place is None or str(complaint.position) == place
    assert complaint.hint
    assert len(complaint.message) < 200


def test_all_duplicates_and_the_parse_error_are_reported() -> None:
    text = "a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\nd: e: f\n"
    with pytest.raises(InputError) as caught:
        load_yaml(text, "f")
    places = [(one.code, str(one.position)) for one in caught.value.complaints]
    assert places == [
        ("duplicate-key", "f:2:1"),
        ("duplicate-key", "f:3:11"),
        ("duplicate-key", "f:4:1"),
        ("not-yaml", "f:5:5"),
    ]


def test_very_many_duplicates_are_cut_short() -> None:
    with pytest.raises(InputError) as caught:
        load_yaml("a: 1\n" * 200_000, "f")
    assert len(caught.value.complaints) == 101
    assert "more problems follow" in caught.value.complaints[-1].message


def test_very_many_values_are_refused() -> None:
    with pytest.raises(InputError, match="file-too-large: the file holds more than"):
        load_yaml("a: [" + "1," * MOST_VALUES + "]", "f")


def test_a_list_where_a_list_is_asked_for() -> None:
    assert load_yaml("- a: 1\n", "f", root="list") == [{"a": 1}]
    with pytest.raises(InputError, match="a map where a list should stand"):
        load_yaml("a: 1\n", "f", root="list")


TEXT = """\
# comment
a: 1
b:
  - {c: x, d: [1, 2]}
  - e: y
f:
  g: z
"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 2, 1),
        (("a",), 2, 4),
        (("a", KEY), 2, 1),
        (("b",), 3, 1),
        (("b", 0), 4, 5),
        (("b", 0, "c"), 4, 9),
        (("b", 0, "c", KEY), 4, 6),
        (("b", 0, "d", 1), 4, 19),
        (("b", 0, "missing"), 4, 5),
        (("b", 1, "missing"), 5, 5),
        (("b", 7), 3, 1),
        (("f", "missing", "deeper"), 6, 1),
        (("f", "g", 0), 7, 6),
        (("missing",), 2, 1),
    ],
)
def test_locate(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert locate(TEXT, "f", path) == Position("f", line, column)


def test_locate_in_text_that_is_not_yaml() -> None:
    assert locate("[", "f", ("a",)).file == "f"
    assert locate("\0", "f", ("a",)) == Position("f")
