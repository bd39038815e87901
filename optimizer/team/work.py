"""What a worker does with a task: solve the problem, and write the plan for each athlete."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import optimizer
from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint, InputError
from optimizer.export import Output
from optimizer.export.parts.run_times import without_run_times
from optimizer.export.plan_json import render
from optimizer.reading.catalog.reader import read_catalog
from optimizer.team.labels import labelled
from optimizer.team.paths import export_path, plan_path, possible_exports
from optimizer.team.rows import row_of
from optimizer.team.tasks import Answer, Label, Order, Result, Task


def answer_task(task: Task) -> Answer:
    """Solve the task's problem, unless it is solved already, and write it for each athlete.

    Raises
    ------
    InputError
        If nothing can be planned for the scenario, or this worker is of another version.
    InternalError
        If the plan breaks a rule: a bug.
    """
    catalog = the_catalog(task.order)
    scenario = Scenario.model_validate_json(task.scenario_json)
    if task.plan_json is None:
        plan = _solved(scenario, catalog, task.order)
    else:
        plan = Plan.model_validate_json(task.plan_json)
    results = tuple(_written(plan, scenario, label, catalog, task.order) for label in task.labels)
    return Answer(results, results[0].files[-1][1])


def the_catalog(order: Order) -> Catalog:
    """The catalog that the order speaks of, read once.

    Raises
    ------
    InputError
        ``worker-differs`` where this process has another catalog or another version.
    """
    catalog = _read_once(order.catalog_folder)
    version = optimizer.__version__
    if version != order.triplane:
        raise _differs(f"has Triplane {version}, the batch {order.triplane}")
    if catalog.sha256 != order.catalog_sha256:
        raise _differs(f"has catalog {catalog.sha256[:12]}, the batch {order.catalog_sha256[:12]}")
    return catalog


@cache
def _read_once(folder: str | None) -> Catalog:
    return read_catalog(Path(folder) if folder is not None else None)


def _differs(how: str) -> InputError:
    return InputError(
        Complaint(
            "worker-differs",
            f"a worker {how}",
            why="its plans would not be those of this batch",
            hint="install the same Triplane with the same catalog for every worker",
        )
    )


def _solved(scenario: Scenario, catalog: Catalog, order: Order) -> Plan:
    from optimizer.planning.solving import SolveOptions, solve  # noqa: PLC0415 - loads the solver

    plan = solve(scenario, catalog, SolveOptions(seed=order.seed, seconds=order.seconds))
    return without_run_times(plan) if order.reproducible else plan


def _written(
    plan: Plan, scenario: Scenario, label: Label, catalog: Catalog, order: Order
) -> Result:
    """Everything that is written for one athlete."""
    own = labelled(plan, scenario, label, catalog)
    path = plan_path(label.stem)
    files = [
        (export_path(output, label.stem), output.render(own, catalog).encode())
        for output in _outputs(order.outputs)
    ]
    files.append((path, render(own, catalog).encode()))
    row = row_of(own, catalog, label.entry_id, path)
    return Result(label.number, tuple(files), row.model_dump_json().encode(), own.status)


def _outputs(names: tuple[str, ...]) -> tuple[Output, ...]:
    return tuple(output for output in possible_exports() if output.name in names)
