"""Strength and mobility weeks for runners, chosen by a constraint solver and proved.

The names below are the public interface; they are loaded when they are first used, so that
``import optimizer`` alone does not load the solver.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.domain.plan import Plan
    from optimizer.domain.problem import Problem
    from optimizer.domain.scenario import Scenario
    from optimizer.errors import InputError, InternalError, TriplaneError
    from optimizer.planning.files import read_scenario, solve_file
    from optimizer.planning.problems import build_problem
    from optimizer.planning.solving import solve
    from optimizer.reading.catalog.reader import read_catalog
    from optimizer.studies.alternatives import solve_with_alternatives
    from optimizer.studies.buying.worth import worth
    from optimizer.studies.comparing.compare import compare, compare_variants
    from optimizer.studies.comparing.comparison import Comparison
    from optimizer.studies.comparing.variants import kit_variants, scenario_variants
    from optimizer.studies.explaining.explain import explain, explain_file
    from optimizer.studies.explaining.explanation import Explanation
    from optimizer.studies.frontiers.frontier import frontier
    from optimizer.studies.frontiers.records import Frontier
    from optimizer.studies.in_hand.audit import audit, audit_file
    from optimizer.studies.in_hand.repair import repair
    from optimizer.studies.in_hand.replan import replan
    from optimizer.studies.in_hand.swap import swap, swapped
    from optimizer.studies.why import why
    from optimizer.team.batch import batch
    from optimizer.team.options import BatchOptions
    from optimizer.team.read_roster import read_roster
    from optimizer.team.summary import Summary

__version__ = "0.1.0"

_HOMES = {
    "BatchOptions": "optimizer.team.options",
    "Catalog": "optimizer.domain.catalog",
    "Comparison": "optimizer.studies.comparing.comparison",
    "Explanation": "optimizer.studies.explaining.explanation",
    "Frontier": "optimizer.studies.frontiers.records",
    "InputError": "optimizer.errors",
    "InternalError": "optimizer.errors",
    "Plan": "optimizer.domain.plan",
    "Problem": "optimizer.domain.problem",
    "Scenario": "optimizer.domain.scenario",
    "Summary": "optimizer.team.summary",
    "TriplaneError": "optimizer.errors",
    "audit": "optimizer.studies.in_hand.audit",
    "audit_file": "optimizer.studies.in_hand.audit",
    "batch": "optimizer.team.batch",
    "build_problem": "optimizer.planning.problems",
    "compare": "optimizer.studies.comparing.compare",
    "compare_variants": "optimizer.studies.comparing.compare",
    "explain": "optimizer.studies.explaining.explain",
    "explain_file": "optimizer.studies.explaining.explain",
    "frontier": "optimizer.studies.frontiers.frontier",
    "kit_variants": "optimizer.studies.comparing.variants",
    "read_catalog": "optimizer.reading.catalog.reader",
    "read_roster": "optimizer.team.read_roster",
    "read_scenario": "optimizer.planning.files",
    "repair": "optimizer.studies.in_hand.repair",
    "replan": "optimizer.studies.in_hand.replan",
    "scenario_variants": "optimizer.studies.comparing.variants",
    "solve": "optimizer.planning.solving",
    "solve_file": "optimizer.planning.files",
    "solve_with_alternatives": "optimizer.studies.alternatives",
    "swap": "optimizer.studies.in_hand.swap",
    "swapped": "optimizer.studies.in_hand.swap",
    "why": "optimizer.studies.why",
    "worth": "optimizer.studies.buying.worth",
}

__all__ = [
    "BatchOptions",
    "Catalog",
    "Comparison",
    "Explanation",
    "Frontier",
    "InputError",
    "InternalError",
    "Plan",
    "Problem",
    "Scenario",
    "Summary",
    "TriplaneError",
    "audit",
    "audit_file",
    "batch",
    "build_problem",
    "compare",
    "compare_variants",
    "explain",
    "explain_file",
    "frontier",
    "kit_variants",
    "read_catalog",
    "read_roster",
    "read_scenario",
    "repair",
    "replan",
    "scenario_variants",
    "solve",
    "solve_file",
    "solve_with_alternatives",
    "swap",
    "swapped",
    "why",
    "worth",
]


class _Package(ModuleType):
    """The package, whose function ``solve`` is not replaced by the subpackage of that name.

    Importing a subpackage binds it to its parent, which would hide the function.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    """Load a public name from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'optimizer' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
