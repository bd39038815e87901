"""A Dask cluster of processes on this machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tests.team.processes import ENVIRONMENT
from tests.team.teams import ROOT

START_SECONDS = 60
SHAM_VERSION = "99.0"
SHAM = f"import optimizer; optimizer.__version__ = {SHAM_VERSION!r}; "
QUICK = {
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    "DASK_DISTRIBUTED__ADMIN__TICK__LIMIT": "60s",
}
MAIN = "import sys; from dask.__main__ import main; sys.argv[0] = 'dask'; main()"


class Cluster:
    """A scheduler and its workers, each a process, ended with the block.

    Parameters
    ----------
    folder
        For their files and logs.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "scheduler.json"
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Cluster:
        options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        self.scheduler = self._start("scheduler", *options)
        limit = time.monotonic() + START_SECONDS
        while not self._file.exists() and time.monotonic() < limit:
            time.sleep(0.05)
        self.address: str = json.loads(self._file.read_text())["address"]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in reversed(self._processes):
            self.end(process)

    def worker(self, *options: str, before: str = "") -> subprocess.Popen[bytes]:
        """Start a worker of one thread."""
        usual = ("--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
        place = ("--local-directory", str(self._folder))
        return self._start("worker", *usual, *place, *options, before=before)

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """End a process and those that it started, as a power cut does."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def _start(self, what: str, *options: str, before: str = "") -> subprocess.Popen[bytes]:
        log = (self._folder / f"{what}-{len(self._processes)}.log").open("wb")
        process = subprocess.Popen(
            [
                *(sys.executable, "-c", before + MAIN, what),
                *("--scheduler-file", str(self._file)),
                *options,
            ],
            cwd=ROOT,
            env={**ENVIRONMENT, **QUICK},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        log.close()
        self._processes.append(process)
        return process
