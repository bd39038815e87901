"""``triplane explain``: exit codes, text and JSON."""

from __future__ import annotations

from pathlib import Path

from optimizer.studies.explaining.explanation import Explanation
from tests.cli.running import SCENARIOS, document, run

IMPOSSIBLE = SCENARIOS / "impossible_floor_above_its_own_cap.yaml"
DOUBLE = SCENARIOS / "impossible_two_days_and_a_high_floor.yaml"


def test_an_explanation_is_done_whatever_it_says() -> None:
    """Exit code 0 for an impossible scenario; the document is an explanation."""
    result = run("explain", IMPOSSIBLE, "--format", "json")
    assert result.exit_code == 0
    found = Explanation.model_validate(document(result))
    assert found.status == "infeasible"
    assert {one.file for one in found.conflict} == {str(IMPOSSIBLE)}


def test_lines_are_named_like_a_compiler_names_them() -> None:
    """``file:line: what it asks for``, then what to write where."""
    text = run("explain", IMPOSSIBLE).stdout
    assert f"{IMPOSSIBLE}:16: hamstrings: at least 8 sets a week" in " ".join(text.split())
    assert "line 16: `floor: 4`" in text
    assert "Points rank the repairs" in text


def test_double_conflicts_are_numbered() -> None:
    """Both conflicts, and repairs that mend both."""
    text = run("explain", DOUBLE).stdout
    assert "Conflict 1 of 2." in text
    assert "Conflict 2 of 2." in text
    assert ", and move session" in text.replace("\n  ", " ")


def test_solve_prints_the_short_form() -> None:
    """Conflict and repairs on exit 3."""
    result = run("solve", IMPOSSIBLE)
    assert result.exit_code == 3
    assert "targets.muscles.hamstrings.floor" in result.stdout
    assert "Lower the weekly floor of hamstrings from 8 to 4 sets." in result.stdout


def test_a_feasible_scenario_is_explained(tmp_path: Path) -> None:
    """Limits, what one exercise covers, and what a little more would buy."""
    path = tmp_path / "easy.yaml"
    path.write_text(
        "format: 1\nname: Easy\nweek:\n"
        "  sessions:\n    - {id: a, day: mon, minutes: 25, place: p}\n"
        "places:\n  p: {kit: minimal}\ntargets: {floors: relaxed}\n",
        encoding="utf-8",
    )
    text = run("explain", path).stdout
    assert "A plan exists" in text
    assert "What a little more would buy" in text
    assert "5 more minutes in session a:" in text


def test_the_same_question_has_the_same_answer() -> None:
    """Byte for byte."""
    first, second = (run("explain", IMPOSSIBLE, "--format", "json") for _ in range(2))
    assert first.stdout == second.stdout
