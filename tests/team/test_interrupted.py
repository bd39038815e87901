"""A batch may be ended at any moment: nothing is lost, doubled or half written."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.team.processes import drive, driven, is_running, wait_for, workers_of
from tests.team.teams import contents

ATHLETES = 24
TIMES = 20
STEPS_MOST = 24
"""An athlete takes some ten steps on the disk, so that a run does two or three at most."""
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads the table of processes")


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a batch leaves that nothing befell."""
    folder = tmp_path_factory.mktemp("whole")
    assert drive(folder, "--athletes", ATHLETES).returncode == 0
    return contents(folder)


@pytest.mark.slow
def test_twenty_kills_change_no_byte(tmp_path: Path, uninterrupted: dict[str, bytes]) -> None:
    """Killed between any two steps on the disk, and resumed each time."""
    chance = random.Random(6)
    done: list[str] = []
    for _ in range(TIMES):
        step, after = chance.randrange(1, STEPS_MOST), chance.random() < 0.5
        ended = drive(
            tmp_path, "--athletes", ATHLETES, "--end-at", step, *(["--after"] if after else [])
        )
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        plans = sorted(tmp_path.glob("plans/*.json"))
        assert {path.name for path in plans} >= set(done)
        done = [path.name for path in plans if json.loads(path.read_bytes())]
    assert 0 < len(done) < ATHLETES
    assert drive(tmp_path, "--athletes", ATHLETES).returncode == 0
    assert contents(tmp_path) == uninterrupted


@ON_LINUX
def test_a_killed_batch_leaves_no_worker_behind(
    tmp_path: Path, uninterrupted: dict[str, bytes]
) -> None:
    """Kill -9 of the batch itself: its workers end too, and the rest is done later."""
    with driven(tmp_path, "--athletes", ATHLETES, "--jobs", 2) as process:
        wait_for(process, 3)
        workers = workers_of(process.pid)
        assert len(workers) >= 2
        process.kill()
        process.wait()
    limit = time.monotonic() + 30
    while any(map(is_running, workers)) and time.monotonic() < limit:
        time.sleep(0.05)
    assert not any(map(is_running, workers))
    assert len(list(tmp_path.glob("plans/*.json"))) >= 3
    assert not (tmp_path / "summary.json").exists()
    assert drive(tmp_path, "--athletes", ATHLETES, "--jobs", 2).returncode == 0
    assert contents(tmp_path) == uninterrupted


@pytest.mark.parametrize("done", [0, 2])
def test_ctrl_c_keeps_what_is_done(tmp_path: Path, done: int) -> None:
    """The summary names who waits; a worker that starts or hangs is no hindrance.

    A terminal sends the signal to the batch and to its workers.
    """
    with driven(tmp_path, "--athletes", 6, "--hangs", 0, "--jobs", 2) as process:
        wait_for(process, done)
        time.sleep(0 if done else 0.1)
        os.killpg(process.pid, signal.SIGINT)
        output, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (4, ""), output
    summary = json.loads((tmp_path / "summary.json").read_bytes())
    assert (summary["status"], summary["stopped_by"]) == ("stopped", "Ctrl-C")
    assert summary["athletes"][0]["status"] == "waiting"
    assert summary["totals"]["optimal"] >= done
    assert len(list(tmp_path.glob("plans/*.json"))) == summary["totals"]["optimal"]


@ON_LINUX
def test_a_killed_worker_costs_one_athlete(tmp_path: Path) -> None:
    """Kill -9 of all workers from outside: the one that is busy costs its athlete."""
    with driven(tmp_path, "--athletes", 6, "--hangs", 0, "--jobs", 2) as process:
        wait_for(process, 5)
        for worker in workers_of(process.pid):
            os.kill(worker, signal.SIGKILL)
        process.communicate(timeout=60)
    summary = json.loads((tmp_path / "summary.json").read_bytes())
    assert [row["status"] for row in summary["athletes"]] == ["error", *["optimal"] * 5]
    assert summary["athletes"][0]["error"] == "worker-died"
