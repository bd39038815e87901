"""What travels to a worker and back: plain, small and picklable."""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.plan import Status


@dataclass(frozen=True, slots=True)
class Order:
    """What is the same for every task of a batch.

    Attributes
    ----------
    triplane
        Version of the program that gives the order; a worker of another version refuses.
    catalog_sha256
        The catalog that the roster was read with; a worker with another one refuses.
    catalog_folder
        Where the catalog is read from; None for the one that is shipped.
    """

    seed: int
    seconds: float
    reproducible: bool
    outputs: tuple[str, ...]
    triplane: str
    catalog_sha256: str
    catalog_folder: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One athlete among those who share a problem: all that tells them apart.

    Attributes
    ----------
    number
        Place in the roster, counted from 0.
    entry_id
        The id in the roster, which may hold more than a scenario's id may.
    scenario_name
        Name of the athlete's scenario.
    stem
        Name of the athlete's files, without folder and suffix.
    inputs_sha256
        Fingerprint of everything that the result depends on.
    """

    number: int
    entry_id: str
    athlete_id: str
    athlete_name: str | None
    scenario_name: str
    stem: str
    inputs_sha256: str


@dataclass(frozen=True, slots=True)
class Task:
    """One problem to solve, and the athletes whose problem it is.

    Attributes
    ----------
    scenario_json
        The scenario of any of them.
    labels
        At least one.
    plan_json
        A finished plan of the problem, which is only to be written for these athletes; None
        where it has to be solved.
    is_kept
        Whether that plan stands in the folder already, and only exports are lacking.
    """

    scenario_json: str
    labels: tuple[Label, ...]
    order: Order
    plan_json: bytes | None = None
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What is written for one athlete.

    Attributes
    ----------
    number
        Place in the roster, counted from 0.
    files
        Paths inside the folder with their contents; the JSON document comes last.
    row_json
        The athlete's row of the summary.
    status
        Status of the plan.
    """

    number: int
    files: tuple[tuple[str, bytes], ...]
    row_json: bytes
    status: Status


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker gives back for a task.

    Attributes
    ----------
    results
        One for each label, in their order.
    plan_json
        The plan, to be written for more athletes of the same problem.
    """

    results: tuple[Result, ...]
    plan_json: bytes
