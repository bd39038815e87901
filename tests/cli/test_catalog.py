"""``triplane catalog``: list, show, check and coverage."""

from __future__ import annotations

from typing import Any

import pytest

import optimizer.planning.catalog_check
from optimizer.errors import Complaint
from optimizer.reading.catalog.reader import read_catalog
from tests.cli.running import codes, document, run

CATALOG = read_catalog()


def _listed(*filters: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document(run("catalog", "list", *filters, "--format", "json"))[
        "exercises"
    ]
    return found


def test_everything_is_listed() -> None:
    """Without filters every exercise stands in catalog order."""
    assert [row["id"] for row in _listed()] == [row.id for row in CATALOG.exercises]


def test_filters_add_up() -> None:
    """An exercise must pass every filter."""
    rows = _listed("--muscle", "soleus", "--level", "beginner", "--role", "strength")
    assert rows
    for row in rows:
        assert "soleus" in row["muscles"]["direct"] + row["muscles"]["indirect"]
        assert row["difficulty"] <= 2
        assert row["role"] == "strength"


def test_a_group_stands_for_its_patterns() -> None:
    """Pull means horizontal and vertical."""
    patterns = {row["pattern"]["primary"] for row in _listed("--pattern", "pull", "--kit", "gym")}
    assert {"pull_horizontal", "pull_vertical"} <= patterns


def test_names_are_understood() -> None:
    """A muscle's name does as well as its id."""
    assert _listed("--muscle", "Latissimus Dorsi") == _listed("--muscle", "lats")


def test_a_pain_leaves_out_what_it_speaks_against() -> None:
    """By name, by flag and by impact."""
    pain = CATALOG.pain_by_id["achilles_pain"]
    for row in _listed("--pain", pain.id):
        assert pain.id not in row["avoid_with"]
        assert row["impact"] == "none"


@pytest.mark.parametrize(
    ("option", "code"),
    [
        ("--muscle", "unknown-muscle"),
        ("--kit", "unknown-kit"),
        ("--equipment", "unknown-equipment"),
        ("--pain", "unknown-pain"),
        ("--ladder", "unknown-ladder"),
        ("--plane", "bad-argument"),
    ],
)
def test_unknown_values(option: str, code: str) -> None:
    """Each kind of value has its code."""
    assert codes(run("catalog", "list", option, "nonsense", "--format", "json")) == [code]


def test_all_wrong_filters_are_named() -> None:
    """With close matches."""
    result = run("catalog", "list", "--muscle", "soles", "--kit", "hme")
    assert result.exit_code == 2
    assert "did you mean soleus" in result.stderr
    assert "did you mean home?" in result.stderr


def test_nothing_found_is_no_error() -> None:
    """An empty answer is an answer."""
    result = run("catalog", "list", "--role", "power", "--pain", "achilles_pain")
    assert result.exit_code == 0
    assert result.stdout.startswith("0 exercises of ")


@pytest.mark.parametrize(
    "name", ["goblet_squat", "Goblet Squat", "goblet-squat", "  goblet   squat "]
)
def test_show_understands_spellings(name: str) -> None:
    """Ids, names and anything between."""
    result = run("catalog", "show", *name.split(" "))
    assert result.exit_code == 0
    assert result.stdout.startswith("Goblet squat\n------------\n")


@pytest.mark.parametrize("row", CATALOG.exercises, ids=lambda row: row.id)
def test_every_alias_leads_to_a_page_that_fits(row: Any) -> None:
    """Every exercise can be shown by its id, in 100 columns, with all its cues."""
    result = run("catalog", "show", row.id)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 100
    words = " ".join(result.stdout.split())
    assert all(" ".join(cue.split()) in words for cue in (*row.cues, *row.cautions))


def test_show_suggests_close_matches() -> None:
    """A misspelt name."""
    result = run("catalog", "show", "goblet", "squt")
    assert result.exit_code == 2
    assert "did you mean goblet_squat" in result.stderr


def test_show_as_json() -> None:
    """The whole record."""
    found = document(run("catalog", "show", "goblet_squat", "--format", "json"))
    row = CATALOG.exercise_by_id["goblet_squat"]
    assert found["exercise"] == row.model_dump(mode="json")


def test_check_without_complaints(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 0."""
    monkeypatch.setattr(optimizer.planning.catalog_check, "check_catalog", lambda _: ())
    result = run("catalog", "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("exercises, 0 complaints\n")


def test_check_with_complaints(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2, and the complaints are the answer."""
    wrong = Complaint("catalog-lint", "goblet_squat: trains nothing")
    monkeypatch.setattr(optimizer.planning.catalog_check, "check_catalog", lambda _: (wrong,))
    result = run("catalog", "check")
    assert result.exit_code == 2
    assert "catalog-lint: goblet_squat: trains nothing" in result.stdout
    assert codes(run("catalog", "check", "--format", "json")) == ["catalog-lint"]


def test_coverage_counts_direct_exercises() -> None:
    """One cell for each muscle, kit and level; fewer than two are marked."""
    cells = document(run("catalog", "coverage", "--format", "json"))["cells"]
    assert len(cells) == len(CATALOG.muscles) * len(CATALOG.kits) * 3
    for cell in cells:
        assert cell["count"] == len(cell["exercises"])
        assert cell["is_few"] == (cell["count"] < 2)
        for exercise in cell["exercises"]:
            assert cell["muscle"] in CATALOG.exercise_by_id[exercise].muscles.direct


def test_coverage_table_fits() -> None:
    """A row for each muscle, within 100 columns."""
    lines = run("catalog", "coverage").stdout.splitlines()
    assert max(map(len, lines)) <= 100
    assert all(any(line.startswith(muscle.name) for line in lines) for muscle in CATALOG.muscles)
