"""What a comparison costs against one solve: ``python -m benchmarks.compare [SCENARIO]``.

Three kits take at most three and a half times one solve, and less with two jobs; the searches for
nearer weeks are listed apart. Processor time of this process; wall time where jobs count.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.planning.files import read_scenario
from optimizer.planning.solving import SolveOptions, solve
from optimizer.reading.catalog.reader import read_catalog
from optimizer.studies.comparing.compare import CompareOptions, compare
from optimizer.studies.comparing.variants import kit_variants
from optimizer.studies.solved import SolvedProblems

HOME = Path(__file__).parents[1] / "scenarios" / "home_two_sessions_tempo_and_long_run.yaml"
KITS = ("own", "minimal", "gym")
ROUNDS = 5
TIMES_MOST = 3.5


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Medians of wall and processor seconds over some rounds."""
    wall, processor = [], []
    for _ in range(ROUNDS):
        started, busy = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - started)
        processor.append(time.process_time() - busy)
    return median(wall), median(processor)


def planned(
    catalog: Catalog, weeks: list[Scenario], options: SolveOptions, jobs: int
) -> list[Plan]:
    """The plans of some weeks, each solved anew."""
    return SolvedProblems(catalog, options, jobs).plans(weeks)


def main(path: Path) -> int:
    """Print the table; 1 if three kits cost more than they may."""
    catalog = read_catalog()
    scenario = read_scenario(path, catalog).scenario
    weeks: list[Scenario] = [one.scenario for one in kit_variants(scenario, KITS, catalog)]
    options = SolveOptions(closest=False)
    solve(scenario, catalog, options)  # loads what is loaded once
    one = measured(lambda: [solve(week, catalog, options) for week in weeks])
    one = (one[0] / len(weeks), one[1] / len(weeks))
    rows = [("one solve, mean of the three", one)]
    for jobs in (1, 2):
        took = measured(partial(planned, catalog, weeks, options, jobs))
        rows.append((f"three kits, {jobs} job{'s'[: jobs - 1]}", took))
    for jobs in (1, 2):
        how = CompareOptions(options, jobs)
        took = measured(partial(compare, scenario, KITS, catalog, how))
        rows.append((f"with the differences, {jobs} job{'s'[: jobs - 1]}", took))
    print(f"{'':36}{'wall':>8}{'cpu':>8}{'times one, wall':>18}{'cpu':>8}")
    for name, (wall, cpu) in rows:
        print(f"{name:36}{wall:8.2f}{cpu:8.2f}{wall / one[0]:18.2f}{cpu / one[1]:8.2f}")
    return int(rows[1][1][1] > TIMES_MOST * one[1])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME))
