"""How fast a team is planned, what the batch adds to the solves, and what memory it takes.

Run with ``python -m benchmarks.batch --athletes 1000 --jobs 1 2``. ``--dask`` adds a Dask cluster
of the most workers on this machine; ``--rows 1000 10000`` measures the parent's memory and rate
with work that solves nothing. The roster is made of the gallery's possible scenarios with other
minutes and weeks of training, so that no two athletes share a problem. Each measurement runs in a
process of its own.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

from tabulate import tabulate

from optimizer import read_catalog, read_scenario
from optimizer.domain.catalog import Catalog
from optimizer.domain.scenario import History, Scenario
from optimizer.errors import Position
from optimizer.team.batch import batch
from optimizer.team.crew import Work
from optimizer.team.entries import Entry, Roster
from optimizer.team.options import BatchOptions
from optimizer.team.tasks import Answer, Task
from optimizer.team.work import answer_task

GALLERY = Path(__file__).parent.parent / "scenarios"
TIMES = "TRIPLANE_BENCHMARK_TIMES"
MINUTES_MORE = 5


@dataclass
class Measured:
    """What one batch took; ``solves`` is the time inside ``solve``, over all workers.

    Processor times are those of the worker processes; those of a cluster's are not known.
    """

    seconds: float
    solves: float
    processor: float
    solves_processor: float
    parent_processor: float
    with_plan: int
    megabytes: float


def variant(scenario: Scenario, number: int) -> Scenario:
    """Another problem of about the same size: a little more time, and weeks trained."""
    history = scenario.history or History()
    weeks = history.weeks_trained + number
    sessions = tuple(
        one.model_copy(update={"minutes": one.minutes + number % MINUTES_MORE})
        for one in scenario.week.sessions
    )
    return scenario.model_copy(
        update={
            "history": history.model_copy(update={"weeks_trained": weeks}),
            "week": scenario.week.model_copy(update={"sessions": sessions}),
        }
    )


def roster(athletes: int, catalog: Catalog) -> Roster:
    """So many athletes of different problems."""
    paths = [path for path in sorted(GALLERY.glob("*.yaml")) if "impossible" not in path.stem]
    bases = [read_scenario(path, catalog).scenario for path in paths]
    entries = []
    for number in range(athletes):
        turn, which = divmod(number, len(bases))
        identifier = f"runner-{number:06}"
        who = bases[which].athlete.model_copy(update={"id": identifier})
        own = variant(bases[which], turn).model_copy(update={"athlete": who})
        position = Position("generated.csv", number + 2, 1)
        entries.append(Entry(identifier, identifier, position, own.model_dump_json()))
    return Roster(Path("generated.csv"), "", tuple(entries), catalog)


def timed(task: Task) -> Answer:
    """The usual work, with the time inside ``solve`` noted beside it."""
    import optimizer.planning.solving as module  # noqa: PLC0415 - loads the solver

    real, took = module.solve, (0.0, 0.0)

    def measured(*arguments: object, **keywords: object) -> object:
        nonlocal took
        started, before = time.perf_counter(), time.process_time()
        try:
            return real(*arguments, **keywords)  # type: ignore[arg-type]
        finally:
            took = (time.perf_counter() - started, time.process_time() - before)

    vars(module)["solve"] = measured
    try:
        return answer_task(task)
    finally:
        vars(module)["solve"] = real
        with (Path(os.environ[TIMES]) / str(os.getpid())).open("a") as file:
            file.write(f"{took[0]} {took[1]}\n")


def stub(task: Task) -> Answer:
    """A plan that was found before, written as the athlete's own: all but the solve."""
    return answer_task(replace(task, plan_json=_plan(Path(os.environ[TIMES]) / "plan")))


@cache
def _plan(path: Path) -> bytes:
    return path.read_bytes()


def measure(athletes: int, jobs: int, scheduler: str | None, *, stubbed: bool) -> Measured:
    """One batch in this process; its workers are others."""
    here = importlib.import_module("benchmarks.batch")  # a name that workers can import
    work: Work = here.stub if stubbed else here.timed
    catalog = read_catalog()
    team = roster(athletes, catalog)
    times = Path(os.environ[TIMES])
    if stubbed:
        _prepare_stub(roster(1, catalog), times / "plan")
    options = BatchOptions(jobs=jobs, scheduler=scheduler)
    with tempfile.TemporaryDirectory() as folder:
        started, before = time.perf_counter(), time.process_time()
        summary = batch(team, folder, options, work=work)
        seconds = time.perf_counter() - started
        parent_processor = time.process_time() - before
    notes = [line.split() for path in times.glob("[0-9]*") for line in path.open()]
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Measured(
        seconds=seconds,
        solves=sum(float(wall) for wall, _ in notes),
        processor=workers.ru_utime + workers.ru_stime,
        solves_processor=sum(float(processor) for _, processor in notes),
        parent_processor=parent_processor,
        with_plan=summary.with_plan,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def _prepare_stub(one: Roster, path: Path) -> None:
    """Put a real plan where the stub finds it."""
    with tempfile.TemporaryDirectory() as folder:
        batch(one, folder, BatchOptions(jobs=1))
        path.write_bytes(next(Path(folder).glob("plans/*.json")).read_bytes())


def measured_apart(*arguments: object, times: str) -> Measured:
    """A measurement in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.batch", "--measure", *map(str, arguments)]
    done = subprocess.run(
        command, env={**os.environ, TIMES: times}, capture_output=True, text=True, check=True
    )
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


@contextmanager
def cluster(workers: int, times: str) -> Iterator[str]:
    """A Dask scheduler and workers of one thread on this machine; yields the address."""
    folder = Path(times)
    file = folder / "scheduler.json"
    dask = (sys.executable, "-m", "dask")
    ends = ("--scheduler-file", str(file), "--no-dashboard")
    about_workers = ("--nworkers", str(workers), "--nthreads", "1", "--local-directory", times)
    commands = (
        (*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", *ends),
        (*dask, "worker", "--host", "127.0.0.1", *about_workers, *ends),
    )
    environment = {**os.environ, TIMES: times}
    with (folder / "log").open("wb") as log:
        started = [
            subprocess.Popen(one, env=environment, stdout=log, stderr=log) for one in commands
        ]
    try:
        while not file.exists():
            time.sleep(0.1)
        yield json.loads(file.read_text())["address"]
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def show_speed(athletes: int, jobs: list[int], *, with_dask: bool) -> None:
    """Print rates, and what the batch adds to the solves."""
    found = []
    for number in jobs:
        with tempfile.TemporaryDirectory() as times:
            run = measured_apart(athletes, number, times=times)
        found.append((f"{number} processes", number, run))
    if with_dask:
        with tempfile.TemporaryDirectory() as times, cluster(max(jobs), times) as address:
            run = measured_apart(athletes, max(jobs), "--scheduler", address, times=times)
        found.append((f"Dask, {max(jobs)} workers", max(jobs), run))
    slowest = found[0][2].seconds
    rows = [
        (
            name,
            f"{run.seconds:.1f}",
            f"{athletes / run.seconds:.2f}",
            f"{slowest / run.seconds:.2f}",
            f"{run.solves / athletes:.3f}",
            f"{run.solves_processor / athletes:.3f}",
            f"{100 * (run.seconds * number / run.solves - 1):.1f} %",
            "" if scheduled else f"{100 * (run.processor / run.solves_processor - 1):.1f} %",
            run.with_plan,
            f"{run.megabytes:.0f}",
        )
        for name, number, run in found
        for scheduled in (name.startswith("Dask"),)
    ]
    headers = (
        *("workers", "seconds", "athletes\na second", "against\nthe first"),
        *("a solve,\ns", "processor\ns", "beyond the\nsolves", "processor"),
        *("plans", "parent\nMB"),
    )
    print(tabulate(rows, headers=headers, disable_numparse=True))


def show_memory(rows: list[int], jobs: int) -> None:
    """Print the parent's peak memory and its rate when the work costs next to nothing."""
    lines = []
    for athletes in rows:
        with tempfile.TemporaryDirectory() as times:
            run = measured_apart(athletes, jobs, "--stub", times=times)
        rate = f"{athletes / run.seconds:.0f}"
        own = f"{1000 * run.parent_processor / athletes:.1f}"
        work = f"{1000 * run.processor / athletes:.1f}"
        memory = f"{run.megabytes:.0f}"
        lines.append((f"{athletes:,}", memory, f"{run.seconds:.1f}", rate, own, work))
    print("\nnothing solved, one plan written for everybody:")
    headers = (
        *("rows", "parent MB", "seconds", "athletes a second"),
        *("parent's processor, ms an athlete", "workers' processor, ms an athlete"),
    )
    print(tabulate(lines, headers=headers, disable_numparse=True))


def main() -> None:
    """Measure as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--athletes", type=int, default=1000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--dask", action="store_true")
    parser.add_argument("--rows", type=int, nargs="*", default=[])
    parser.add_argument("--measure", type=int, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--scheduler", help=argparse.SUPPRESS)
    parser.add_argument("--stub", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        athletes, jobs = given.measure
        run = measure(athletes, jobs, given.scheduler, stubbed=given.stub)
        print(json.dumps(asdict(run)))
        return
    if given.athletes:
        show_speed(given.athletes, given.jobs, with_dask=given.dask)
    if given.rows:
        show_memory(given.rows, max(given.jobs))


if __name__ == "__main__":
    main()
