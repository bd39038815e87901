"""What weighing equipment costs: ``python -m benchmarks.worth [SCENARIO ...]``.

Single items, losses and pairs take under a minute with two jobs on two idle cores. Processor
seconds of this process are printed beside wall time, for they suffer less from other work.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tabulate import tabulate

from optimizer.domain.catalog import Catalog
from optimizer.planning.files import read_scenario
from optimizer.reading.catalog.reader import read_catalog
from optimizer.studies.buying.worth import WorthOptions, worth

SCENARIOS = Path(__file__).parents[1] / "scenarios"
USUAL = (
    "home_two_sessions_tempo_and_long_run",
    "minimal_kit_three_short_sessions",
    "beginner_bodyweight_first_weeks",
)
HEADERS = ("Scenario", "Items", "Pairs", "Solves", "Questions", "Wall s", "Processor s")
JOBS = 2
WALL_SECONDS_MOST = 60.0


def measured(path: Path, catalog: Catalog) -> tuple[list[object], float]:
    """A row of the table, and the wall seconds."""
    scenario = read_scenario(path, catalog).scenario
    started, busy = time.perf_counter(), time.process_time()
    found = worth(scenario, catalog, WorthOptions(jobs=JOBS))
    wall, processor = time.perf_counter() - started, time.process_time() - busy
    counts = found.counts
    row = [path.stem, counts.items, counts.pairs, counts.solves, counts.questions]
    return [*row, f"{wall:.1f}", f"{processor:.1f}"], wall


def main(names: list[str]) -> int:
    """Print the table; 1 if some scenario takes longer than it may."""
    catalog = read_catalog()
    paths = [Path(name) for name in names] or [SCENARIOS / f"{name}.yaml" for name in USUAL]
    rows, slowest = [], 0.0
    for path in paths:
        row, wall = measured(path, catalog)
        rows.append(row)
        slowest = max(slowest, wall)
    print(tabulate(rows, HEADERS, disable_numparse=True))
    return int(slowest > WALL_SECONDS_MOST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
