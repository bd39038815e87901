"""``triplane audit``: exit codes, both forms, and no solver unless a mend is asked for."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from optimizer.domain.audit import Audit
from optimizer.domain.plan import Plan
from optimizer.domain.repair import Repair
from tests.cli.running import IMPOSSIBLE, QUICK, ROOT, SCENARIOS, codes, document, run
from tests.studies.test_repair import needed, without

EXAMPLE = SCENARIOS / "audit"
SCENARIO = EXAMPLE / "article_001.scenario.yaml"
PLAN = EXAMPLE / "article_001.plan.yaml"
CPU_SECONDS_MOST = 1.0


@pytest.fixture(scope="module")
def solved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan that breaks nothing, as JSON."""
    path = tmp_path_factory.mktemp("plans") / "plan.json"
    assert run("solve", QUICK, "--output", path, "--quiet").exit_code == 0
    return path


def test_a_plan_that_breaks_rules_is_exit_code_5() -> None:
    """The verdict, what breaks, what falls short, every check, the coverage and the week."""
    result = run("audit", SCENARIO, PLAN)
    assert (result.exit_code, result.stderr) == (5, "")
    assert "BREAKS HARD RULES. Of 24 checks: 9 fail, 1 short of an aim, 14 pass." in result.stdout
    for part in ("takes 2691 s, 291 s more", "What falls short", "C24", "What the week trains"):
        assert part in result.stdout
    assert "What was read into the plan" in result.stdout
    assert "44:51 of 40:00 min" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_a_plan_that_keeps_the_rules_is_exit_code_0(solved: Path) -> None:
    """Our own plans pass their audit."""
    result = run("audit", QUICK, solved)
    assert result.exit_code == 0
    assert "Keeps every hard rule" in result.stdout


def test_our_csv_is_read_too(solved: Path) -> None:
    """What we export as CSV comes back, with its seconds worked out anew."""
    path = solved.with_suffix(".csv")
    assert run("export", solved, "--to", "csv", "--output", path, "--quiet").exit_code == 0
    result = run("audit", QUICK, path)
    assert result.exit_code == 0, result.stdout


def test_json_is_one_document() -> None:
    """It is the audit itself, and the mend where one was asked for."""
    found = document(run("audit", SCENARIO, PLAN, "--format", "json"))
    assert (found["status"], found["repair"]) == ("broken", None)
    assert len(found["checks"]) == 25
    del found["repair"]
    assert Audit.model_validate(found).status == "broken"


def test_a_mend_is_printed_and_written(solved: Path, tmp_path: Path) -> None:
    """The exit code is still that of the plan; the mended plan passes its own audit."""
    broken, mended = tmp_path / "broken.json", tmp_path / "mended.json"
    plan = Plan.model_validate_json(solved.read_text(encoding="utf-8"))
    session, items = needed()
    week = without(plan, session, *items)
    broken.write_text(week.model_dump_json(), encoding="utf-8")
    result = run("audit", QUICK, broken, "--repair", "--mended", mended)
    assert result.exit_code == 5
    assert "The smallest mend" in result.stdout
    assert "proved that fewer cannot mend" in result.stdout
    assert run("audit", QUICK, mended).exit_code == 0
    assert run("export", mended, "--to", "markdown").exit_code == 0


def test_an_impossible_scenario_is_exit_code_3(tmp_path: Path) -> None:
    """No plan obeys it, so none can be mended; the conflict is told."""
    path = tmp_path / "week.yaml"
    path.write_text("sessions:\n  - {id: a, items: [push-up 2x8]}\n", encoding="utf-8")
    result = run("audit", IMPOSSIBLE, path, "--repair", "--format", "json")
    found = document(result)
    assert result.exit_code == 3
    mend = Repair.model_validate(found["repair"])
    assert mend.status == "impossible"
    assert {"pins_are_kept", "session_fits_in_time"} <= {one.rule for one in mend.conflict}
    assert "no mend exists" in run("audit", IMPOSSIBLE, path, "--repair").stdout


def test_nothing_to_mend(solved: Path) -> None:
    """A plan that keeps the rules needs no mend, and says so."""
    result = run("audit", QUICK, solved, "--repair")
    assert result.exit_code == 0
    assert "nothing to mend" in result.stdout


def test_stopped_without_a_mend(solved: Path, tmp_path: Path) -> None:
    """A limit before any mend is exit code 4."""
    path = tmp_path / "week.yaml"
    path.write_text("sessions:\n  - {id: a, items: [push-up 2x8]}\n", encoding="utf-8")
    assert solved.exists()
    result = run("audit", SCENARIO, path, "--repair", "--seconds", "0.000001")
    assert result.exit_code == 4
    assert "proves nothing" in result.stdout


def test_wrong_arguments(tmp_path: Path) -> None:
    """A plan of other sessions, a missing file, and --mended without --repair."""
    path = tmp_path / "week.yaml"
    path.write_text("sessions:\n  - {id: x, items: [push-up 2x8]}\n", encoding="utf-8")
    assert codes(run("audit", SCENARIO, path, "--format", "json")) == ["unknown-session"]
    absent = tmp_path / "absent.yaml"
    assert codes(run("audit", SCENARIO, absent, "--format", "json")) == ["file-not-readable"]
    alone = run("audit", SCENARIO, PLAN, "--mended", absent, "--format", "json")
    assert codes(alone) == ["bad-argument"]


def without_solver(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process in which OR-Tools cannot be imported."""
    code = (
        "import sys\n"
        "sys.modules['ortools'] = None\n"
        "from optimizer.cli.main import main\n"
        f"main({[str(argument) for argument in arguments]!r})\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=env)


def test_an_audit_needs_no_solver_and_under_a_second() -> None:
    """It runs where OR-Tools is missing, in less than a second of processor time."""
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = without_solver("audit", SCENARIO, PLAN)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert (done.returncode, done.stderr) == (5, b"")
        spent.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    assert min(spent) < CPU_SECONDS_MOST
