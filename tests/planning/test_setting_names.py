"""Ids inside the settings of rules and aims: unknown ones are errors, with close matches."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.errors import Complaint, InputError
from optimizer.planning.files import read_scenario
from tests.cli.running import QUICK
from tests.planning.gallery import catalog


def complaint_about(tmp_path: Path, block: str, line: str) -> Complaint:
    """The one complaint about a scenario with this line in a block at its end."""
    text = QUICK.read_text(encoding="utf-8").rstrip()
    file = tmp_path / "week.yaml"
    file.write_text(f"{text}\n{block}:\n  {line}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_scenario(file, catalog())
    (complaint,) = caught.value.complaints
    assert complaint.position is not None
    assert complaint.position.line == len(text.splitlines()) + 2
    return complaint


@pytest.mark.parametrize(
    ("block", "line", "code", "hint"),
    [
        (
            "constraints",
            "muscles_stay_under_their_cap: {sets: {hamstring: 8}}",
            "unknown-muscle",
            "did you mean hamstrings?",
        ),
        (
            "objectives",
            "runner_slots_are_filled: {most: {calfs: 2}}",
            "unknown-pattern",
            "did you mean calf?",
        ),
    ],
)
def test_an_unknown_id_is_told_with_its_line(
    tmp_path: Path, block: str, line: str, code: str, hint: str
) -> None:
    """A cap on a muscle that does not exist would cap nothing, in silence."""
    found = complaint_about(tmp_path, block, line)
    assert (found.code, found.hint) == (code, hint)


def test_known_ids_are_taken(tmp_path: Path) -> None:
    """The ids of the catalog are no error."""
    text = QUICK.read_text(encoding="utf-8").rstrip()
    file = tmp_path / "week.yaml"
    given = "constraints: {muscles_stay_under_their_cap: {sets: {hamstrings: 8}}}"
    given += "\nobjectives: {runner_slots_are_filled: {most: {calf: 2}}}"
    file.write_text(f"{text}\n{given}\n", encoding="utf-8")
    assert read_scenario(file, catalog()).scenario.constraints


def test_a_known_exercise_is_named_by_its_alias(tmp_path: Path) -> None:
    """A name close to an alias leads to the id."""
    found = complaint_about(
        tmp_path,
        "constraints",
        "wanted_exercises_are_planned: {exercises: [nordic hamstring curls]}",
    )
    assert found.code == "unknown-exercise"
    assert "nordic_curl_assisted" in (found.hint or "")
