"""Growth with the number of usable exercises: catalogs made by perturbing rows.

Run with ``python -m benchmarks.sizes``. Copies get another name, one indirect muscle less or
one more and a little more or less time a repetition, by a fixed seed.
"""

from __future__ import annotations

import random
import time
from dataclasses import replace

from tabulate import tabulate

from optimizer import read_catalog
from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.domain.scenario import Scenario
from optimizer.planning.problems import build_problem
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import PlanFound
from optimizer.solve.two_layer import solve_two_layer

SEED = 7
SIZES = (142, 300, 600)
DAYS = ("mon", "wed", "fri")


def perturbed(row: Exercise, number: int, chance: random.Random, muscles: list[str]) -> Exercise:
    """A near copy of an exercise under another id."""
    indirect = list(row.muscles.indirect)
    if indirect and chance.random() < 0.5:
        indirect.remove(chance.choice(indirect))
    else:
        new = chance.choice(muscles)
        indirect += [] if new in (*indirect, *row.muscles.direct) else [new]
    seconds = row.timing.seconds_per_rep
    timing = row.timing
    if seconds is not None:
        timing = timing.model_copy(update={"seconds_per_rep": seconds + chance.choice((-0.5, 0.5))})
    return row.model_copy(
        update={
            "id": f"{row.id}_{number}",
            "name": f"{row.name[:50]} {number}",
            "aliases": (),
            "muscles": row.muscles.model_copy(update={"indirect": tuple(indirect)}),
            "timing": timing if (timing.seconds_per_rep or 1) > 0 else row.timing,
        }
    )


def grown(catalog: Catalog, usable: tuple[Exercise, ...], size: int) -> Catalog:
    """The catalog with near copies until it has so many usable exercises."""
    chance = random.Random(SEED)
    muscles = [muscle.id for muscle in catalog.muscles]
    extra = [
        perturbed(usable[number % len(usable)], number, chance, muscles)
        for number in range(size - len(usable))
    ]
    return replace(catalog, exercises=(*catalog.exercises, *extra))


def week(sessions: int) -> Scenario:
    """An intermediate runner in a full gym, 45 minutes a session."""
    return Scenario.model_validate(
        {
            "format": 1,
            "name": "benchmark",
            "athlete": {"level": "intermediate"},
            "places": {"gym": {"kit": "gym"}},
            "week": {
                "sessions": [
                    {"id": day, "day": day, "minutes": 45, "place": "gym"}
                    for day in DAYS[:sessions]
                ]
            },
        }
    )


def main() -> None:
    """Print one line for each size and number of sessions."""
    catalog = read_catalog()
    rows = []
    for sessions in (2, 3):
        usable = build_problem(week(sessions), catalog).candidates
        for size in SIZES:
            problem = build_problem(week(sessions), grown(catalog, usable, size))
            started = time.perf_counter()
            outcome = solve_two_layer(problem, Limits(seconds=60))
            taken = time.perf_counter() - started
            tiers = outcome.tiers if isinstance(outcome, PlanFound) else ()
            gaps = [f"{tier.id} {tier.value}/{tier.bound}" for tier in tiers if not tier.proved]
            proved = ", ".join(tier.id for tier in tiers if tier.proved)
            rows.append(
                (sessions, len(problem.candidates), f"{taken:.2f}", proved, ", ".join(gaps))
            )
    print(tabulate(rows, headers=("sessions", "usable", "seconds", "tiers proved", "gaps")))


if __name__ == "__main__":
    main()
