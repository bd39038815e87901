"""Only the model and the solve know the solver; everything else runs without it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.structure.sources import ROOT, every_module, modules_in

SOLVER_ROOMS = ("model", "solve")
RULES = ", ".join(f"optimizer.constraints.{path.stem}" for path in modules_in("constraints"))
AIMS = ", ".join(f"optimizer.objectives.{path.stem}" for path in modules_in("objectives"))
ASK = "import sys; print('ortools' in sys.modules)"


def loads_solver(statements: str) -> bool:
    """Whether a fresh interpreter holds OR-Tools after these statements."""
    command = [sys.executable, "-c", f"{statements}\n{ASK}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {"True": True, "False": False}[done.stdout.strip()]


@pytest.mark.parametrize(
    "statements",
    [
        "import optimizer",
        f"import {RULES}",
        f"import {AIMS}",
        "from optimizer.constraints import every_rule; every_rule()",
        "from optimizer.objectives import every_aim; every_aim()",
        "from optimizer.verify import verify",
        "from optimizer import verify, build_problem",
        "from optimizer import audit, audit_file",
    ],
    ids=[
        "package",
        "rules",
        "aims",
        "rule registry",
        "aim registry",
        "verifier",
        "public names",
        "audit",
    ],
)
def test_runs_without_the_solver(statements: str) -> None:
    """These imports leave OR-Tools unloaded."""
    assert not loads_solver(statements)


def test_the_question_can_be_answered_with_yes() -> None:
    """The model loads OR-Tools, so the check above would notice it."""
    assert loads_solver("import optimizer.model.poster")


def test_only_model_and_solve_name_the_solver() -> None:
    """No file outside of model and solve names OR-Tools in an import."""
    outside = [path for path in every_module() if path.parent.name not in SOLVER_ROOMS]
    naming = [
        path
        for path in outside
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith(("import ortools", "from ortools"))
    ]
    assert naming == []
