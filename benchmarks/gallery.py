"""Whole-process and solve times of the gallery, as ratios to importing the solver.

Run with ``python -m benchmarks.gallery``; each scenario runs in its own process.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tabulate import tabulate

SCENARIOS = Path(__file__).parent.parent / "scenarios"
IMPORT = (sys.executable, "-c", "from ortools.sat.python import cp_model")
REPEATS = 3
INSTALLED = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""With compiled modules kept, as pip leaves them; the median leaves out the run that compiles."""


def seconds_of(command: tuple[str, ...]) -> tuple[float, bytes]:
    """Median wall seconds of a command, and what it printed last."""
    times, output = [], b""
    for _ in range(REPEATS):
        started = time.perf_counter()
        output = subprocess.run(command, check=False, capture_output=True, env=INSTALLED).stdout
        times.append(time.perf_counter() - started)
    return statistics.median(times), output


def solve_command(path: Path) -> tuple[str, ...]:
    """The command that plans one scenario."""
    triplane = Path(sys.executable).parent / "triplane"
    return (str(triplane), "solve", str(path), "--quiet", "--format", "json")


def main() -> None:
    """Print one line a scenario."""
    rows, units = [], []
    for path in sorted(SCENARIOS.glob("*.yaml")):
        unit, _ = seconds_of(IMPORT)
        units.append(unit)
        whole, output = seconds_of(solve_command(path))
        plan = json.loads(output)
        effort = plan["effort"]
        sessions = len(plan["sessions"]) or "-"
        rows.append(
            (
                path.stem,
                plan["status"],
                sessions,
                effort["solve_seconds"],
                effort.get("rounds", "-"),
                f"{whole:.2f}",
                f"{whole / unit:.1f}",
            )
        )
    print(f"importing the solver, beside each: {statistics.median(units):.2f} s (median)")
    headers = ("scenario", "status", "sessions", "solve s", "rounds", "whole s", "whole / import")
    print(tabulate(rows, headers=headers))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest process: {peak:.0f} MB")


if __name__ == "__main__":
    main()
