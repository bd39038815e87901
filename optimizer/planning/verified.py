"""The independent check that every plan passes before anyone sees it."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.errors import InternalError
from optimizer.verify import verify


def verified(problem: Problem, plan: Plan) -> Plan:
    """The plan with the outcome of the check.

    Raises
    ------
    InternalError
        If a rule is broken; scenario and plan are saved as a case that can be replayed.
    """
    verification = verify(problem, plan)
    if verification.violations:
        first = verification.violations[0]
        case = _save_case(problem, plan)
        text = f"the plan breaks {first.rule} [{first.where}]: {first.message}; saved as {case}"
        raise InternalError(text)
    return plan.model_copy(update={"verification": verification})


def _save_case(problem: Problem, plan: Plan) -> Path:
    case = {
        "scenario": json.loads(problem.scenario.model_dump_json()),
        "plan": json.loads(plan.model_dump_json()),
    }
    with tempfile.NamedTemporaryFile(
        "w", prefix="triplane-case-", suffix=".json", delete=False, encoding="utf-8"
    ) as file:
        json.dump(case, file, indent=2)
    return Path(file.name)
