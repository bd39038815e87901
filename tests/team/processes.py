"""Batches as processes, to be watched and ended."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.team.teams import ROOT

COMMAND = (sys.executable, "-m", "tests.team.drive")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def drive(folder: Path, *arguments: object, **keywords: Any) -> subprocess.CompletedProcess[str]:
    """Run a batch to its end."""
    return subprocess.run(
        [*COMMAND, str(folder), *map(str, arguments)],
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        **keywords,
    )


@contextmanager
def driven(folder: Path, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A batch under way; it is ended, if need be, with its workers."""
    process = subprocess.Popen(
        [*COMMAND, str(folder), *map(str, arguments)],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for(process: subprocess.Popen[str], done: int) -> None:
    """Wait until so many athletes are done."""
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= done:
            return
    raise AssertionError("the batch ended before")


def workers_of(parent: int) -> list[int]:
    """The worker processes of a batch, by the system's own table."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = path.read_text()
        except OSError:
            continue
        if int(text.rpartition(")")[2].split()[1]) == parent:
            found.append(int(path.parent.name))
    return found


def is_running(process: int) -> bool:
    """Whether a process exists and has not ended."""
    try:
        text = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return text.rpartition(")")[2].split()[0] not in ("Z", "X")
