"""The same batch on a Dask cluster, with a real scheduler and real workers that really die."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from optimizer.errors import InputError
from optimizer.team.batch import batch
from optimizer.team.options import BatchOptions
from tests.team.clusters import SHAM, Cluster
from tests.team.processes import drive, driven, wait_for
from tests.team.teams import contents, runners, statuses

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="distributed is not installed"
)
ATHLETES = 16
NOBODY_LISTENS = "tcp://127.0.0.1:1"


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler without workers."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    with Cluster(folder) as started:
        yield started


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, bytes]:
    """What the batch leaves on this machine."""
    folder = tmp_path / "here"
    assert drive(folder, "--athletes", ATHLETES, "--all-slow").returncode == 0
    return contents(folder)


def failed(folder: Path) -> list[tuple[int, Any]]:
    """Athletes without a plan, and the codes of their errors."""
    rows = json.loads((folder / "summary.json").read_bytes())["athletes"]
    return [(n, row["error"]) for n, row in enumerate(rows) if row["status"] != "optimal"]


@needs_dask
def test_a_dead_worker_costs_nothing(
    tmp_path: Path, cluster: Cluster, expected: dict[str, bytes]
) -> None:
    """One machine goes in the middle; the other does its tasks, to the same bytes."""
    first, _ = cluster.worker(), cluster.worker()
    folder = tmp_path / "out"
    arguments = ("--athletes", ATHLETES, "--all-slow", "--scheduler", cluster.address)
    with driven(folder, *arguments) as process:
        wait_for(process, 3)
        cluster.end(first)
        _, errors = process.communicate(timeout=120)
    assert (process.returncode, errors) == (0, "")
    assert contents(folder) == expected


@pytest.mark.slow
@needs_dask
def test_a_task_that_ends_every_worker_costs_one_athlete(tmp_path: Path, cluster: Cluster) -> None:
    """After so many deaths nobody else is given it; the workers come back."""
    cluster.worker()
    cluster.worker()
    ended = drive(
        *(tmp_path / "out", "--athletes", 6, "--trouble", 1, "crash"),
        *("--scheduler", cluster.address),
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert failed(tmp_path / "out") == [(1, "worker-died")]


@pytest.mark.slow
@needs_dask
def test_a_hanging_task_costs_one_athlete(tmp_path: Path, cluster: Cluster) -> None:
    """Its worker is started anew, so that the batch ends even with one worker."""
    cluster.worker()
    ended = drive(
        *(tmp_path / "out", "--athletes", 5, "--hangs", 1, "--patience", 1),
        *("--scheduler", cluster.address),
        timeout=200,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert failed(tmp_path / "out") == [(1, "worker-hung")]


@pytest.mark.slow
@needs_dask
def test_a_scheduler_that_dies(
    tmp_path: Path, cluster: Cluster, expected: dict[str, bytes]
) -> None:
    """A clear error; what was finished stays, and the rest can be done here."""
    cluster.worker()
    folder = tmp_path / "out"
    arguments = ("--athletes", ATHLETES, "--all-slow", "--scheduler", cluster.address)
    with driven(folder, *arguments) as process:
        wait_for(process, 3)
        cluster.end(cluster.scheduler)
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 2
    assert "cluster-not-usable: the scheduler is gone" in errors
    assert "Traceback" not in errors
    finished = list(folder.glob("plans/*.json"))
    assert len(finished) >= 3
    assert drive(folder, "--athletes", ATHLETES, "--all-slow").returncode == 0
    assert contents(folder) == expected


@needs_dask
def test_a_worker_of_another_version(tmp_path: Path, cluster: Cluster) -> None:
    """It is named, and nothing is started."""
    cluster.worker("--no-nanny", before=SHAM)
    ended = drive(tmp_path / "out", "--scheduler", cluster.address)
    assert ended.returncode == 2
    assert "worker-differs: a worker has Triplane 99.0, the batch" in ended.stderr
    assert "tcp://127.0.0.1:" in ended.stderr
    assert contents(tmp_path / "out") == {}


@pytest.mark.slow
@needs_dask
def test_a_worker_of_another_version_that_comes_late(tmp_path: Path, cluster: Cluster) -> None:
    """It fails no athlete: the batch stops and says why."""
    cluster.worker()
    folder = tmp_path / "out"
    arguments = ("--athletes", 200, "--all-slow", "--scheduler", cluster.address)
    with driven(folder, *arguments) as process:
        wait_for(process, 2)
        cluster.worker("--no-nanny", before=SHAM)
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 2
    assert "worker-differs" in errors
    assert b"worker-differs" not in b"".join(contents(folder).values())


@pytest.mark.slow
@needs_dask
def test_no_scheduler_answers(tmp_path: Path) -> None:
    """The folder stays free for the next try."""
    ended = drive(tmp_path / "out", "--scheduler", NOBODY_LISTENS, timeout=120)
    assert ended.returncode == 2
    assert f"cluster-not-usable: no scheduler answers at {NOBODY_LISTENS}" in ended.stderr
    assert "dask scheduler" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert drive(tmp_path / "out").returncode == 0
    assert statuses(tmp_path / "out") == ["optimal"] * 12


@pytest.mark.parametrize("address", ["", "somewhere", "tcp://host", "host:8786"])
def test_no_address(tmp_path: Path, address: str) -> None:
    """An address that is none is refused at once."""
    with pytest.raises(InputError, match="tcp://HOST:PORT") as caught:
        batch(runners(1), tmp_path, BatchOptions(scheduler=address))
    assert caught.value.complaints[0].code == "bad-argument"


def test_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"triplane\[cluster\]") as caught:
        batch(runners(1), tmp_path, BatchOptions(scheduler=NOBODY_LISTENS))
    assert caught.value.complaints[0].code == "cluster-not-usable"
