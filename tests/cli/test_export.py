"""``triplane export``: every output, chosen by name or by the file's ending."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.export import every_output
from optimizer.export.plan_json import render
from tests.cli.running import QUICK, codes, document, run
from tests.export.small_plan import CATALOG, PLAN


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The small plan as a file."""
    path = tmp_path / "plan.json"
    path.write_text(render(PLAN, CATALOG), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", [output.name for output in every_output()])
def test_every_output(plan: Path, name: str) -> None:
    """Each output is printed, and nothing else."""
    result = run("export", plan, "--to", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Goblet squat" in result.stdout or name == "json"


def test_json_is_the_plan_itself(plan: Path) -> None:
    """Reading and writing a plan changes nothing."""
    assert run("export", plan, "--to", "json").stdout == plan.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "start"),
    [("week.md", "# A small week"), ("week.csv", "scenario,"), ("week.time.txt", "Monday,")],
)
def test_the_ending_chooses(plan: Path, name: str, start: str) -> None:
    """Without --to the output's ending says what to write."""
    path = plan.parent / name
    assert run("export", plan, "--output", path).exit_code == 0
    assert path.read_text(encoding="utf-8").startswith(start)


def test_nothing_to_choose_from(plan: Path) -> None:
    """Neither --to nor an ending is an error that names the choices."""
    result = run("export", plan)
    assert result.exit_code == 2
    assert "csv, details, json, markdown, table, time" in result.stderr


def test_unknown_output(plan: Path) -> None:
    """Close matches are named."""
    assert "did you mean markdown?" in run("export", plan, "--to", "markdwn").stderr


def test_reproducible_drops_run_times(plan: Path) -> None:
    """As for a fresh plan."""
    text = run("export", plan, "--to", "json", "--reproducible").stdout
    assert '"effort"' not in text


def test_json_holds_the_text(plan: Path) -> None:
    """With --format json even a CSV arrives in one JSON document."""
    found = document(run("export", plan, "--to", "csv", "--format", "json"))
    assert (found["name"], found["media_type"]) == ("csv", "text/csv")
    assert found["text"].startswith("scenario,")


def test_a_scenario_is_no_plan() -> None:
    """The wrong kind of file is refused."""
    assert codes(run("export", QUICK, "--to", "csv", "--format", "json")) == ["not-json"]


def test_a_claim_without_sessions_is_refused(tmp_path: Path) -> None:
    """A document that says optimal and holds no session is no plan."""
    path = tmp_path / "claim.json"
    path.write_text('{"format": 1, "status": "optimal"}', encoding="utf-8")
    result = run("export", path, "--to", "table")
    assert result.exit_code == 2
    assert "missing-key" in result.stderr


FREE_WEEK = """
format: 1
name: A free race week
athlete: {id: ulf-31, phase: race_week}
week:
  runs: [{day: sun, kind: race, minutes: 45, start: "10:00"}]
  sessions: []
places: {}
"""


@pytest.mark.parametrize("name", [output.name for output in every_output()])
def test_a_race_week_without_sessions_is_a_plan(tmp_path: Path, name: str) -> None:
    """Nothing to do is what was planned and checked, so it is exported like any plan."""
    scenario, path = tmp_path / "week.yaml", tmp_path / "week.json"
    scenario.write_text(FREE_WEEK, encoding="utf-8")
    assert run("solve", scenario, "--output", path).exit_code == 0
    result = run("export", path, "--to", name)
    assert (result.exit_code, result.stderr) == (0, "")
