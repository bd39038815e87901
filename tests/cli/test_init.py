"""``triplane init``: a scenario that solves, and no file lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from optimizer.cli.starters import starter_roster, starter_text
from optimizer.planning.files import read_scenario
from optimizer.reading.catalog.reader import read_catalog
from optimizer.team.read_roster import read_roster
from tests.cli.running import document, run

COMMENTED_KEY = re.compile(r"^(\s*)# (\s*[a-z_]+:.*)$", re.MULTILINE)


def test_what_init_writes_can_be_solved(tmp_path: Path) -> None:
    """The first scenario of a new user has a proved plan."""
    path = tmp_path / "week.yaml"
    assert run("init", "--output", path).exit_code == 0
    result = run("solve", path, "--format", "json")
    assert (result.exit_code, document(result)["status"]) == (0, "optimal")


def test_every_commented_line_can_be_used(tmp_path: Path) -> None:
    """Taking the # away from all optional parts leaves a valid scenario."""
    full = COMMENTED_KEY.sub(r"\1\2", starter_text())
    path = tmp_path / "full.yaml"
    path.write_text(full, encoding="utf-8")
    scenario = read_scenario(path, read_catalog()).scenario
    assert scenario.athlete.pains
    assert scenario.athlete.never
    assert scenario.targets.muscles
    assert scenario.constraints
    assert scenario.objectives


def test_the_default_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --output the file is scenario.yaml here, and the next step is named."""
    monkeypatch.chdir(tmp_path)
    result = run("init")
    assert result.stdout == ""
    assert "next: triplane solve scenario.yaml" in result.stderr
    assert (tmp_path / "scenario.yaml").read_text(encoding="utf-8") == starter_text()


def test_a_file_is_not_overwritten(tmp_path: Path) -> None:
    """Only with --force."""
    path = tmp_path / "week.yaml"
    path.write_text("mine")
    result = run("init", "--output", path)
    assert result.exit_code == 2
    assert "output-not-writable: the file exists already" in result.stderr
    assert path.read_text() == "mine"
    assert run("init", "--output", path, "--force").exit_code == 0
    assert path.read_text(encoding="utf-8") == starter_text()


def test_json_says_what_was_written(tmp_path: Path) -> None:
    """One document, and nothing else."""
    path = tmp_path / "week.yaml"
    result = run("init", "--output", path, "--format", "json")
    assert document(result) == {"format": 1, "status": "done", "written": str(path)}
    assert result.stderr == ""


@pytest.mark.parametrize("name", ["team.yaml", "team.csv", "team.xlsx"])
def test_a_roster_reads_back_without_problems(tmp_path: Path, name: str) -> None:
    """The suffix tells the format, and all three hold the same athletes."""
    path = tmp_path / name
    result = run("init", "--roster", "--output", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"next: triplane batch {path} --out plans" in result.stderr
    catalog = read_catalog()
    entries = read_roster(path, catalog).entries
    assert [(one.id, one.name, one.complaints) for one in entries] == [
        ("runner-01", "Ana", ()),
        ("runner-02", "Bo", ()),
        ("runner-03", "Carl", ()),
    ]
    same = tmp_path / "same.yaml"
    same.write_bytes(starter_roster("yaml"))
    expected = [one.scenario_json for one in read_roster(same, catalog).entries]
    assert [one.scenario_json for one in entries] == expected


def test_every_commented_line_of_a_roster_can_be_used(tmp_path: Path) -> None:
    """Taking the # away from all optional parts leaves a valid roster."""
    full = COMMENTED_KEY.sub(r"\1\2", starter_roster("yaml").decode())
    full = re.sub(r"^(\s*)# (week.sessions.b: .*)$", "", full, flags=re.MULTILINE)
    full = re.sub(r"^(\s*)# ([a-z][a-z_]*[.][a-z_.]*: .*)$", r"\1\2", full, flags=re.MULTILINE)
    path = tmp_path / "full.yaml"
    path.write_text(full, encoding="utf-8")
    carl = read_roster(path, read_catalog()).entries[2]
    assert carl.complaints == ()
    assert carl.scenario is not None
    assert carl.scenario.athlete.likes
    assert carl.scenario.pin
    assert "garden" in carl.scenario.places
    assert carl.scenario.week.start_date


def test_the_format_of_a_roster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--format names it, or the suffix of --output, and the two agree."""
    monkeypatch.chdir(tmp_path)
    assert run("init", "--roster").exit_code == 0
    assert run("init", "--roster", "--format", "csv").exit_code == 0
    assert run("init", "--roster", "--format", "xlsx").exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "team.csv",
        "team.xlsx",
        "team.yaml",
    ]
    assert (tmp_path / "team.xlsx").read_bytes() == starter_roster("xlsx")
    twice = run("init", "--roster", "--format", "csv")
    assert (twice.exit_code, "the file exists already" in twice.stderr) == (2, True)
    told = run("init", "--roster", "--output", "new.csv", "--format", "json")
    assert document(told)["written"] == "new.csv"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "csv"], "--format csv is a format of rosters, and scenarios are YAML"),
        (
            ["--roster", "--format", "csv", "--output", "team.xlsx"],
            "a roster in CSV is not read from a file that ends in '.xlsx'",
        ),
        (
            ["--roster", "--output", "team"],
            "a roster in YAML is not read from a file that ends in nothing",
        ),
    ],
)
def test_formats_that_do_not_fit(arguments: list[str], words: str) -> None:
    """A roster that could not be read back is not written."""
    result = run("init", *arguments)
    assert result.exit_code == 2
    assert f"bad-argument: {words}" in result.stderr
