"""A worker that crashes, hangs, grows or fails costs its athlete, and nobody else."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from optimizer.errors import InputError
from optimizer.team.batch import batch
from optimizer.team.ledger import Tally
from optimizer.team.options import BatchOptions
from optimizer.team.tasks import Answer, Task
from tests.team.teams import canned, rows, runners, statuses, troubled

OPTIONS = BatchOptions(jobs=2, reproducible=True, memory_megabytes=600)
ATHLETES = 6
VICTIM = 2


@pytest.mark.parametrize(
    ("trouble", "code", "reason"),
    [
        ("crash", "worker-died", "ended by SIGKILL"),
        ("leave", "worker-died", "ended with exit code 7"),
        ("hang", "worker-hung", "gave no answer in time"),
        ("grow", "worker-out-of-memory", "more memory than it may take"),
        ("fail", "internal-error", "ValueError: a bug in two lines"),
    ],
)
def test_trouble_costs_one_athlete(tmp_path: Path, trouble: str, code: str, reason: str) -> None:
    """The others have plans; the victim's row and file say why there is none."""
    options = BatchOptions(jobs=2, reproducible=True, memory_megabytes=600, patience_seconds=2.0)
    roster = runners(ATHLETES, {VICTIM: trouble})
    summary = batch(roster, tmp_path, options, work=troubled)
    assert [n for n, status in enumerate(statuses(tmp_path)) if status != "optimal"] == [VICTIM]
    row = rows(tmp_path)[VICTIM]
    assert (row["status"], row["error"]) == ("error", code)
    assert reason in row["reason"]
    assert row["reason"].startswith("Line 4: ")
    assert code in (tmp_path / row["file"]).read_text()
    assert (summary.with_plan, summary.athletes) == (ATHLETES - 1, ATHLETES)


def test_a_worker_may_die_while_it_has_nothing_to_do(tmp_path: Path) -> None:
    """The pool is replaced, and the rest is done by new workers."""
    seen: list[Tally] = []

    def kill_workers(tally: Tally) -> None:
        if not seen:
            seen.append(tally)
            return
        if len(seen) == 1 and tally.done:
            seen.append(tally)
            for worker in multiprocessing.active_children():
                if worker.pid is not None:
                    os.kill(worker.pid, signal.SIGKILL)

    batch(runners(ATHLETES), tmp_path, OPTIONS, work=canned, progress=kill_workers)
    lost = [row for row in rows(tmp_path) if row["status"] != "optimal"]
    assert {row["error"] for row in lost} <= {"worker-died"}
    assert len(lost) <= 2
    batch(
        runners(ATHLETES),
        tmp_path,
        BatchOptions(jobs=2, reproducible=True, resume=True),
        work=canned,
    )
    assert statuses(tmp_path) == ["optimal"] * ATHLETES


def _never(_task: Task) -> Answer:
    raise AssertionError("no worker comes that far")


def test_workers_that_cannot_start_stop_the_batch(tmp_path: Path) -> None:
    """Too little memory to start with is told, and is not blamed on athletes."""
    options = BatchOptions(jobs=1, memory_megabytes=1)
    with pytest.raises(InputError, match="ended 3 times without an answer") as caught:
        batch(runners(2), tmp_path, options, work=_never)
    assert caught.value.complaints[0].code == "worker-died"
    assert not list((tmp_path / "plans").iterdir())
