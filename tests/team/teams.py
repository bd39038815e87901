"""Small teams, and work that needs no solver: for batches that take a second."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint, Position
from optimizer.reading.catalog.reader import read_catalog
from optimizer.team.entries import Entry, Roster
from optimizer.team.file_names import file_stem
from optimizer.team.labels import problem_key
from optimizer.team.tasks import Answer, Task
from optimizer.team.work import answer_task

ROOT = Path(__file__).resolve().parents[2]
MINUTES_LEAST = 20
TROUBLE = "trouble"
"""The name of a session says what befalls the worker that has the athlete."""
BAD_ROW = Complaint("unknown-kit", 'there is no kit "hom"', position=Position("team.csv", 9, 4))


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


def scenario(identifier: str, minutes: int, session: str = "a", name: str | None = None) -> str:
    """A week of one session, as the JSON text that a roster holds."""
    values: dict[str, Any] = {
        "format": 1,
        "name": f"Week of {identifier}",
        "athlete": {"id": file_stem(identifier), "name": name},
        "week": {"sessions": [{"id": session, "day": "mon", "minutes": minutes, "place": "here"}]},
        "places": {"here": {"kit": "home"}},
    }
    return Scenario.model_validate(values).model_dump_json()


def entry(identifier: str, minutes: int, session: str = "a", row: int = 2) -> Entry:
    """An athlete; equal minutes and sessions are equal problems."""
    text = scenario(identifier, minutes, session, f"Runner {identifier}")
    return Entry(identifier, f"Runner {identifier}", Position("team.csv", row, 1), text)


def bad_entry(identifier: str) -> Entry:
    """An athlete whose row names a kit that does not exist."""
    return Entry(identifier, identifier, Position("team.csv", 9, 1), None, (BAD_ROW,))


def team(*entries: Entry) -> Roster:
    """A roster."""
    return Roster(Path("team.csv"), "0" * 64, entries, catalog())


def runners(count: int, troubles: Mapping[int, str] | None = None) -> Roster:
    """A team of different problems; trouble befalls some."""
    given = troubles or {}
    return team(
        *(
            entry(f"r{number:03}", MINUTES_LEAST + number, given.get(number, "a"), number + 2)
            for number in range(count)
        )
    )


def canned(task: Task, status: str = "optimal") -> Answer:
    """A plan that depends on the problem alone, written by the code that writes real ones."""
    if task.plan_json is not None:
        return answer_task(task)
    note = hashlib.sha256(problem_key(task.scenario_json).encode()).hexdigest()
    plan = Plan.model_validate({"status": status, "notes": (note,)})
    return answer_task(replace(task, plan_json=plan.model_dump_json().encode()))


def session_of(task: Task) -> str:
    """Id of the first session, which says what befalls the worker."""
    found: str = json.loads(task.scenario_json)["week"]["sessions"][0]["id"]
    return found


def troubled(task: Task) -> Answer:
    """As ``canned``, but some athletes are trouble."""
    trouble = session_of(task)
    if trouble == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    if trouble == "leave":
        os._exit(7)
    if trouble == "hang":
        time.sleep(600)
    if trouble == "slow":
        time.sleep(0.1)
    if trouble == "grow":
        bytearray(4_000_000_000)
    if trouble == "fail":
        raise ValueError("a bug\nin two lines")
    if trouble in ("unknown", "infeasible"):
        return canned(task, trouble)
    return canned(task)


def contents(folder: Path, *, hidden: bool = False) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if hidden or not path.name.startswith(".batch")
    }


def rows(folder: Path) -> list[dict[str, Any]]:
    """Rows of the summary."""
    document = json.loads((folder / "summary.json").read_bytes())
    found: list[dict[str, Any]] = document["athletes"]
    return found


def statuses(folder: Path) -> Sequence[str]:
    """Status of every athlete, in the order of the roster."""
    return [row["status"] for row in rows(folder)]
