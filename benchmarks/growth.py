"""Growth with the number of usable exercises and with the number of sessions.

Run with ``python -m benchmarks.growth [PICTURE.svg]``; the picture needs matplotlib. Larger
catalogs are made by perturbing rows: copies get another name, one indirect muscle less or one
more and a little more or less time a repetition, by a fixed seed.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

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
SIZES = (150, 300, 600, 900)
DAYS = ("mon", "wed", "fri", "tue", "thu", "sat")
SHORT_MINUTES, USUAL_MINUTES = 30, 45
SECONDS_MOST = 60.0


@dataclass(frozen=True)
class Measured:
    """One solve: its size, its seconds, and the tiers with and without a proof."""

    sessions: int
    exercises: int
    seconds: float
    proved: tuple[str, ...]
    gaps: tuple[str, ...]


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


def week(sessions: int, minutes: int) -> Scenario:
    """An intermediate runner in a full gym who trains as often as the scenario says."""
    days = DAYS[:sessions]
    return Scenario.model_validate(
        {
            "format": 1,
            "name": "benchmark",
            "athlete": {"level": "intermediate"},
            "places": {"gym": {"kit": "gym"}},
            "constraints": {"sessions_suit_the_phase": {"most": sessions}},
            "week": {
                "sessions": [
                    {"id": day, "day": day, "minutes": minutes, "place": "gym"} for day in days
                ]
            },
        }
    )


def measured(scenario: Scenario, catalog: Catalog) -> Measured:
    """Seconds and proofs of one solve."""
    problem = build_problem(scenario, catalog)
    started = time.perf_counter()
    outcome = solve_two_layer(problem, Limits(seconds=SECONDS_MOST))
    seconds = time.perf_counter() - started
    tiers = outcome.tiers if isinstance(outcome, PlanFound) else ()
    return Measured(
        sessions=len(problem.slots),
        exercises=len(problem.candidates),
        seconds=seconds,
        proved=tuple(tier.id for tier in tiers if tier.proved),
        gaps=tuple(f"{tier.id} {tier.value}/{tier.bound}" for tier in tiers if not tier.proved),
    )


def by_exercises(catalog: Catalog) -> list[Measured]:
    """Two and three sessions over catalogs of rising size."""
    found = []
    for sessions in (2, 3):
        scenario = week(sessions, USUAL_MINUTES)
        usable = build_problem(scenario, catalog).candidates
        found += [measured(scenario, grown(catalog, usable, size)) for size in SIZES]
    return found


def by_sessions(catalog: Catalog) -> list[Measured]:
    """One to six short sessions over the shipped catalog."""
    return [measured(week(number, SHORT_MINUTES), catalog) for number in range(1, len(DAYS) + 1)]


def draw(exercises: Sequence[Measured], sessions: Sequence[Measured], path: Path) -> None:
    """Seconds against exercises and against sessions, side by side."""
    import matplotlib as mpl  # noqa: PLC0415 - only for the picture

    mpl.use("Agg")
    mpl.rcParams["svg.hashsalt"] = "growth"
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.6), sharey=True)
    for number, marker in ((2, "o"), (3, "s")):
        line = [one for one in exercises if one.sessions == number]
        sizes, seconds = [one.exercises for one in line], [one.seconds for one in line]
        left.plot(sizes, seconds, marker=marker, label=f"{number} sessions of {USUAL_MINUTES} min")
    numbers, seconds = [one.sessions for one in sessions], [one.seconds for one in sessions]
    right.plot(numbers, seconds, marker="^", color="black", label=f"{SHORT_MINUTES} min each")
    left.set(xlabel="usable exercises", ylabel="seconds to the last proof", yscale="log")
    right.set(xlabel="sessions a week")
    for axes in (left, right):
        axes.grid(visible=True, which="both", linewidth=0.3)
        axes.legend()
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def table(rows: Sequence[Measured]) -> str:
    """The measurements as a table."""
    headers = ("sessions", "usable", "seconds", "tiers proved", "gaps")
    cells = [
        (one.sessions, one.exercises, f"{one.seconds:.2f}", len(one.proved), ", ".join(one.gaps))
        for one in rows
    ]
    return tabulate(cells, headers=headers)


def main() -> None:
    """Print both tables; draw them where a file is named."""
    catalog = read_catalog()
    exercises = by_exercises(catalog)
    print(table(exercises), end="\n\n")
    sessions = by_sessions(catalog)
    print(table(sessions))
    if len(sys.argv) > 1:
        draw(exercises, sessions, Path(sys.argv[1]))


if __name__ == "__main__":
    main()
