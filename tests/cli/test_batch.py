"""``triplane batch``: its options, its page, its exit codes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from optimizer.cli.commands import batch as command_module
from optimizer.cli.progress import athletes_bar
from optimizer.cli.request import Request
from optimizer.team import batch as batch_module
from optimizer.team.ledger import Tally
from tests.cli.running import SCENARIOS, codes, document, run
from tests.team.inline import InlineCrew

BASE = SCENARIOS / "taper_week_with_known_exercises.yaml"
ROWS = {"ana": "Ana,advanced", "ben": "Ben,", "eve": "Eve,advnced"}


@pytest.fixture(autouse=True)
def _no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_module, "_crew", lambda work, *_: InlineCrew(work, []))


@pytest.fixture
def batch_of(tmp_path: Path) -> Callable[..., Any]:
    """Runs the command over some of the rows."""

    def with_rows(names: str, *options: object) -> Any:
        roster = tmp_path / "team.csv"
        lines = [f"{name},{ROWS[name]}" for name in names.split()]
        roster.write_text("\n".join(["id,athlete.name,athlete.level", *lines]) + "\n")
        out = tmp_path / "out"
        return run("batch", roster, "--base", BASE, "--out", out, *options)

    return with_rows


def test_a_team_with_plans(tmp_path: Path, batch_of: Callable[..., Any]) -> None:
    """Exit 0; the page names everybody, standard error is silent off a terminal."""
    done = batch_of("ana ben", "--to", "markdown")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Team of 2\n")
    assert "2 of 2 have a plan: 2 proved." in done.stdout
    assert {path.name for path in (tmp_path / "out").rglob("*.*")} >= {
        "ana.json",
        "ana.md",
        "ben.json",
        "ben.md",
        "summary.csv",
        "summary.json",
    }


def test_a_bad_row(batch_of: Callable[..., Any]) -> None:
    """Exit 5; the row's problem is told at once, with its place, and again on the page."""
    done = batch_of("ana eve")
    assert done.exit_code == 5
    assert "team.csv:3:9: value-out-of-range" in done.stderr
    assert "did you mean advanced?" in done.stderr
    assert "1 of 2 have a plan: 1 proved, 1 failed." in done.stdout
    assert batch_of("ana eve", "--resume", "--quiet").stderr == ""


def test_strict(batch_of: Callable[..., Any], tmp_path: Path) -> None:
    """Exit 2 before anything is done."""
    done = batch_of("ana eve", "--strict", "--format", "json")
    assert (done.exit_code, codes(done), done.stderr) == (2, ["value-out-of-range"], "")
    assert not (tmp_path / "out").exists()


def test_json_is_the_summary(batch_of: Callable[..., Any], tmp_path: Path) -> None:
    """Standard output is one document, that of summary.json."""
    done = batch_of("ana eve", "--format", "json", "--reproducible")
    found = document(done)
    assert found == json.loads((tmp_path / "out" / "summary.json").read_bytes())
    assert [one["status"] for one in found["athletes"]] == ["optimal", "error"]
    assert found["athletes"][0]["solve_seconds"] is None


def test_resume_says_what_it_kept(batch_of: Callable[..., Any]) -> None:
    """On standard error, and not in what is written."""
    batch_of("ana")
    refused = batch_of("ana ben")
    assert refused.exit_code == 2
    assert "folder-holds-results" in refused.stderr
    done = batch_of("ana ben", "--resume")
    assert (done.exit_code, done.stderr) == (0, "kept from before: 1 of 2 results\n")


def test_a_single_plan_is_that_of_solve(batch_of: Callable[..., Any], tmp_path: Path) -> None:
    """The same sessions and proofs as ``triplane solve`` finds, in the same format."""
    batch_of("ben", "--reproducible")
    alone = document(run("solve", BASE, "--format", "json", "--reproducible"))
    written = json.loads((tmp_path / "out" / "plans" / "ben.json").read_bytes())
    assert written.keys() == alone.keys()
    for part in ("status", "tiers", "sessions", "coverage", "notes", "verification"):
        assert written[part] == alone[part]
    exported = run("export", tmp_path / "out" / "plans" / "ben.json", "--to", "csv")
    assert exported.exit_code == 0


@pytest.mark.parametrize("option", ["--jobs", "--memory-mb"])
def test_options_of_this_machine_do_not_fit_a_cluster(
    batch_of: Callable[..., Any], option: str
) -> None:
    """The cluster's workers have limits of their own."""
    done = batch_of("ana", option, 400, "--scheduler", "tcp://h:1", "--format", "json")
    assert (done.exit_code, codes(done)) == (2, ["bad-argument"])


def test_a_stopped_batch(
    batch_of: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 4, with what is done and how to go on."""

    class Interrupted(InlineCrew):
        """Stopped before the second answer."""

        def next_answer(self) -> Any:
            if len(self._waiting) == 1:
                raise KeyboardInterrupt
            return super().next_answer()

    monkeypatch.setattr(batch_module, "_crew", lambda work, *_: Interrupted(work, []))
    done = batch_of("ana ben")
    assert done.exit_code == 4
    assert "stopped by Ctrl-C: 1 of 2 athletes are done" in done.stderr
    assert "--resume" in done.stderr
    assert "waiting" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_the_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many are done, and who has no plan; a bar without them would never end."""
    pty = pytest.importorskip("pty")
    reading, writing = pty.openpty()
    request = Request("table", None, seed=0, seconds=1.0, quiet=False, reproducible=False)
    with os.fdopen(writing, "w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        with athletes_bar(request) as show:
            show(Tally(athletes=10, kept=2, done=3, failed=1))
        terminal.flush()
        text = ""
        while "3 of 8 athletes" not in text or "1 without a plan" not in text:
            text += os.read(reading, 100_000).decode()
    os.close(reading)
    assert "3 of 8 athletes" in text
    assert "1 without a plan" in text


def test_many_bad_rows_are_not_all_told(
    batch_of: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The summary has the rest."""
    monkeypatch.setattr(command_module, "TOLD_MOST", 0)
    assert "1 more problem" in batch_of("ana eve").stderr
