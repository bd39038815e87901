"""Time to proof of the two-layer and the direct formulation, side by side.

Run with ``python -m benchmarks.formulations [SECONDS]``. The direct model has the week layer's
rows as redundant ones, an order of alike sessions and hints from tier to tier.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tabulate import tabulate

from optimizer import read_catalog
from optimizer.planning.files import read_scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.solving import SOLVERS, Formulation
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import PlanFound

SCENARIOS = Path(__file__).parent.parent / "scenarios"
COMPARED: tuple[Formulation, ...] = ("two-layer", "direct")


def line(path: Path, formulation: Formulation, seconds: float) -> tuple[object, ...]:
    """One formulation on one scenario: seconds, tiers proved, and the last gap."""
    catalog = read_catalog()
    problem = build_problem(read_scenario(path, catalog).scenario, catalog)
    started = time.perf_counter()
    outcome = SOLVERS[formulation](problem, Limits(seconds=seconds, deterministic_seconds=seconds))
    taken = time.perf_counter() - started
    if not isinstance(outcome, PlanFound):
        return (path.stem, formulation, f"{taken:.2f}", type(outcome).__name__, "", "")
    proved = [tier.id for tier in outcome.tiers if tier.proved]
    gaps = [f"{tier.id} {tier.value}/{tier.bound}" for tier in outcome.tiers if not tier.proved]
    count = f"{len(proved)} of {len(outcome.tiers)}"
    return (path.stem, formulation, f"{taken:.2f}", "plan", count, ", ".join(gaps))


def main() -> None:
    """Print two lines for each scenario of three sessions."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    rows = []
    for path in sorted(SCENARIOS.glob("*.yaml")):
        if "three" in path.stem or path.stem == "twenty_minute_sessions":
            rows += [line(path, formulation, seconds) for formulation in COMPARED]
    headers = ("scenario", "formulation", "seconds", "outcome", "tiers proved", "gaps")
    print(tabulate(rows, headers=headers))


if __name__ == "__main__":
    main()
