"""The least minutes of a session at which a week keeps every floor, by level and phase.

Run with ``python -m benchmarks.defaults [KIT ...]``; ``home`` without a kit. Minutes are tried
in steps of five, with the sessions that are usual for the phase and without runs.
"""

from __future__ import annotations

import sys
from typing import get_args

from tabulate import tabulate

from optimizer import read_catalog
from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import LEVELS, Level
from optimizer.domain.scenario import Phase, Scenario
from optimizer.planning.problems import build_problem
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import PlanFound
from optimizer.solve.two_layer import solve_two_layer

USUAL_MINUTES: dict[Level, int] = {"beginner": 30, "intermediate": 40, "advanced": 45}
WEEKS_TRAINED: dict[Level, int] = {"beginner": 12, "intermediate": 52, "advanced": 150}
ONE_SESSION = ("taper", "race_week", "post_race", "maintenance")
MINUTES = range(10, 65, 5)


def week(level: Level, phase: Phase, kit: str, minutes: int) -> Scenario:
    """The usual sessions of a phase, each of so many minutes."""
    days = ("mon",) if phase in ONE_SESSION else ("mon", "thu")
    sessions = [{"id": day, "day": day, "minutes": minutes, "place": "here"} for day in days]
    return Scenario.model_validate(
        {
            "format": 1,
            "name": f"{level} in {phase}",
            "athlete": {"level": level, "phase": phase},
            "history": {"weeks_trained": WEEKS_TRAINED[level]},
            "week": {"sessions": sessions},
            "places": {"here": {"kit": kit}},
        }
    )


def least_minutes(catalog: Catalog, level: Level, phase: Phase, kit: str) -> str:
    """The least minutes with a plan; marked where the usual minutes do not suffice."""
    for minutes in MINUTES:
        problem = build_problem(week(level, phase, kit, minutes), catalog)
        outcome = solve_two_layer(problem, Limits(seconds=30.0), any_plan=True)
        if isinstance(outcome, PlanFound):
            return f"{minutes}" if minutes <= USUAL_MINUTES[level] else f"{minutes} !"
    return "none"


def main() -> None:
    """Print one line for each phase and kit."""
    catalog = read_catalog()
    rows = [
        (kit, phase, *(least_minutes(catalog, level, phase, kit) for level in LEVELS))
        for kit in sys.argv[1:] or ["home"]
        for phase in get_args(Phase)
    ]
    print(tabulate(rows, headers=("kit", "phase", *LEVELS)))
    print("! more than the usual 30, 40 and 45 minutes; none: not up to 60 minutes")


if __name__ == "__main__":
    main()
