"""``triplane solve``: exit codes, both forms, files, and what is checked before solving."""

from __future__ import annotations

from pathlib import Path

import pytest

import optimizer.planning.relaxing
import optimizer.planning.solving
from optimizer.domain.plan import Plan
from tests.cli.running import IMPOSSIBLE, QUICK, codes, document, run
from tests.export.small_plan import PLAN, UNKNOWN


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Answer with a plan made by hand, and remember the options of every call."""
    calls: list[object] = []

    def answer(_scenario: object, _catalog: object, options: object) -> Plan:
        calls.append(options)
        return PLAN

    monkeypatch.setattr(optimizer.planning.solving, "solve", answer)
    return calls


def test_a_plan_is_printed() -> None:
    """The table goes to standard output, nothing to standard error, exit code 0."""
    result = run("solve", QUICK)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Training with a sore knee" in result.stdout
    assert "Certificate" in result.stdout


def test_reproducible_json_is_the_same_twice() -> None:
    """Without run times the same input gives the same bytes, and they are a plan."""
    first, second = (run("solve", QUICK, "--format", "json", "--reproducible") for _ in range(2))
    assert first.stdout == second.stdout
    assert "effort" not in document(first)
    assert Plan.model_validate_json(first.stdout).status == "optimal"


def test_impossible_is_exit_code_3() -> None:
    """Conflict and closest plan are still printed."""
    result = run("solve", IMPOSSIBLE, "--format", "json")
    found = document(result)
    assert (result.exit_code, found["status"]) == (3, "infeasible")
    assert {"pins_are_kept", "session_fits_in_time"} <= {one["rule"] for one in found["conflict"]}
    assert found["funnel"]


def test_relax_asks_for_the_relaxed_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --relax the week may give things up; its plan is printed as any other."""
    calls: list[object] = []

    def answer(scenario: object, _catalog: object, _options: object) -> Plan:
        calls.append(scenario)
        return PLAN

    monkeypatch.setattr(optimizer.planning.relaxing, "solve_relaxed", answer)
    assert run("solve", QUICK, "--relax", "--quiet").exit_code == 0
    assert len(calls) == 1


def test_who_needs_a_professional_is_told_so(tmp_path: Path) -> None:
    """Exit code 2, the place in the file, and whom to ask; no plan."""
    path = tmp_path / "expecting.yaml"
    text = QUICK.read_text(encoding="utf-8")
    path.write_text(text.replace("  level:", "  conditions: [pregnancy]\n  level:"), "utf-8")
    result = run("solve", path, "--format", "json")
    (error,) = document(result)["errors"]
    assert (result.exit_code, error["code"]) == (2, "needs-a-professional")
    assert "midwife" in error["hint"]
    assert error["line"] is not None


def test_unknown_is_exit_code_4(monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit without a plan."""
    monkeypatch.setattr(optimizer.planning.solving, "solve", lambda *_: UNKNOWN)
    result = run("solve", QUICK)
    assert result.exit_code == 4
    assert "No plan was found in time" in result.stdout


def test_options_reach_the_solver(solved: list[object]) -> None:
    """Formulation, seed, seconds and the scenario's fingerprint."""
    run("solve", QUICK, "--formulation", "direct", "--seed", 7, "--seconds", 2.5)
    assert len(solved) == 1
    options = vars(solved[0])
    assert (options["formulation"], options["seed"], options["seconds"]) == ("direct", 7, 2.5)
    assert len(options["scenario_sha256"]) == 64


@pytest.mark.usefixtures("solved")
def test_explain_time_adds_the_sums() -> None:
    """Every session's seconds stand line by line after the plan."""
    text = run("solve", QUICK, "--explain-time").stdout
    assert text.index("Certificate") < text.index("seconds line by line")


@pytest.mark.usefixtures("solved")
def test_details_add_reasons_and_feeds() -> None:
    """Reasons and feeds stand after the plan and before the seconds line by line."""
    text = run("solve", QUICK, "--details", "--explain-time").stdout
    places = [
        text.index(title) for title in ("Certificate", "Why each", "Which items", "seconds l")
    ]
    assert places == sorted(places)


def test_details_are_no_json(solved: list[object]) -> None:
    """The JSON document holds reasons and feeds already."""
    assert codes(run("solve", QUICK, "--details", "--format", "json")) == ["bad-argument"]
    assert solved == []


def test_explain_time_is_no_json(solved: list[object]) -> None:
    """Two wishes that do not go together are an error, not a guess."""
    assert codes(run("solve", QUICK, "--explain-time", "--format", "json")) == ["bad-argument"]
    assert solved == []


@pytest.mark.usefixtures("solved")
def test_output_goes_to_a_file(tmp_path: Path) -> None:
    """Standard output stays empty; a file that ends in .json gets JSON; no other file is left."""
    result = run("solve", QUICK, "--output", tmp_path / "plan.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"written: {tmp_path / 'plan.json'}\n"
    assert Plan.model_validate_json((tmp_path / "plan.json").read_text(encoding="utf-8")) == PLAN
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


@pytest.mark.usefixtures("solved")
def test_quiet_says_nothing_about_the_file(tmp_path: Path) -> None:
    """Nothing on standard error, and text where the file's name asks for nothing else."""
    result = run("solve", QUICK, "--quiet", "--output", tmp_path / "plan.txt")
    assert (result.stdout, result.stderr) == ("", "")
    assert (tmp_path / "plan.txt").read_text(encoding="utf-8").startswith("A small week\n")


def test_a_missing_folder_is_found_before_solving(tmp_path: Path, solved: list[object]) -> None:
    """Nobody waits a minute to learn that the answer cannot be saved."""
    result = run("solve", QUICK, "--output", tmp_path / "absent" / "plan.json")
    assert result.exit_code == 2
    assert (
        "output-not-writable: cannot write the output: its folder does not exist" in result.stderr
    )
    assert solved == []


def test_the_scenario_is_never_overwritten(tmp_path: Path, solved: list[object]) -> None:
    """An output that is the input is refused."""
    scenario = tmp_path / "week.yaml"
    scenario.write_bytes(QUICK.read_bytes())
    result = run("solve", scenario, "--output", scenario)
    assert (result.exit_code, solved) == (2, [])
    assert scenario.read_bytes() == QUICK.read_bytes()


def test_all_problems_of_a_scenario_are_shown(tmp_path: Path) -> None:
    """Each with its line; with JSON as one document on standard output."""
    text = QUICK.read_text(encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text(text.replace("kit: minimal", "kit: minmal").replace("level: b", "level: x"))
    result = run("solve", broken)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{broken}:7:" in result.stderr
    assert "value-out-of-range" in codes(run("solve", broken, "--format", "json"))
