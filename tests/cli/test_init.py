"""``triplane init``: a scenario that solves, and no file lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from optimizer.cli.commands.init import starter_text
from optimizer.planning.files import read_scenario
from optimizer.reading.catalog_reader import read_catalog
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
