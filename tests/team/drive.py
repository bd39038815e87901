"""A batch in a process of its own, which may be ended: ``python -m tests.team.drive FOLDER ...``.

Everything is done as by the command, but for the work, which needs no solver.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from optimizer.errors import InputError
from optimizer.team import batch as batch_module
from optimizer.team.batch import batch
from optimizer.team.ledger import Tally
from optimizer.team.options import BatchOptions
from tests.team.inline import InlineCrew
from tests.team.teams import runners, troubled

STEPS = ("fsync", "replace", "unlink", "open")
"""Calls of the system that change what stands on the disk, or begin to."""


def end_at(step: int, *, after: bool) -> None:
    """Kill this process before or after its so manieth step on the disk."""
    count = 0

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def made(*arguments: Any, **keywords: Any) -> Any:
            nonlocal count
            count += 1
            is_last = count == step
            if is_last and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            try:
                return call(*arguments, **keywords)
            finally:
                if is_last:
                    os.kill(os.getpid(), signal.SIGKILL)

        return made

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))


def told(tally: Tally) -> None:
    """Tell the process that watches how many are done."""
    print(tally.done, flush=True)  # noqa: T201


def main() -> int:
    """Run a batch as the arguments say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--athletes", type=int, default=12)
    parser.add_argument("--hangs", type=int, default=-1)
    parser.add_argument("--trouble", nargs=2, default=["-1", ""])
    parser.add_argument("--all-slow", action="store_true")
    parser.add_argument("--patience", type=float)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--to", nargs="*", default=["markdown"])
    parser.add_argument("--end-at", type=int, default=0)
    parser.add_argument("--largest-file", type=int, default=0)
    parser.add_argument("--after", action="store_true")
    parser.add_argument("--scheduler")
    given = parser.parse_args()
    if not given.jobs and not given.scheduler:
        vars(batch_module)["_crew"] = lambda work, *_: InlineCrew(work, [])
    if given.end_at:
        end_at(given.end_at, after=given.after)
    if given.largest_file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (given.largest_file, given.largest_file))
    options = BatchOptions(
        jobs=given.jobs or None,
        reproducible=True,
        resume=True,
        outputs=tuple(given.to),
        scheduler=given.scheduler,
        patience_seconds=given.patience,
    )
    troubles = dict.fromkeys(range(given.athletes), "slow") if given.all_slow else {}
    troubles |= {given.hangs: "hang", int(given.trouble[0]): given.trouble[1]}
    try:
        summary = batch(
            runners(given.athletes, troubles), given.folder, options, progress=told, work=troubled
        )
    except InputError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return error.exit_code
    return 4 if summary.stopped_by else 0


if __name__ == "__main__":
    sys.exit(main())
