"""How a batch is worked off."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

MEMORY_MEGABYTES = 1000
PATIENCE_FACTOR = 2
PATIENCE_MORE_SECONDS = 60.0


def usable_processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True)
class BatchOptions:
    """How a batch is solved, written and guarded.

    Attributes
    ----------
    jobs
        Worker processes; None for as many as there are processors.
    seed, seconds
        Of every solve: the solver's seed, and the longest time to search.
    reproducible
        Whether run times are left out of everything that is written.
    outputs
        Names of the exports that are written beside the JSON documents, such as ``markdown``.
    resume
        Whether finished results of an earlier batch in the folder are kept.
    strict
        Whether nothing is started as long as a row of the roster is bad.
    memory_megabytes
        What a worker may take; one that wants more costs its athlete. Kept by Linux.
    patience_seconds
        After how many seconds a worker counts as hanging; by default twice the search time and
        a minute more.
    scheduler
        Address of a Dask scheduler, such as ``tcp://10.0.0.5:8786``; None for this machine.
    catalog_folder
        The catalog, for every worker to read; None for the one that is shipped.
    """

    jobs: int | None = None
    seed: int = 0
    seconds: float = 60.0
    reproducible: bool = False
    outputs: tuple[str, ...] = ()
    resume: bool = False
    strict: bool = False
    memory_megabytes: int = MEMORY_MEGABYTES
    patience_seconds: float | None = None
    scheduler: str | None = None
    catalog_folder: Path | None = None

    @property
    def workers(self) -> int:
        """Worker processes on this machine."""
        return self.jobs or usable_processors()

    @property
    def patience(self) -> float:
        """Seconds after which a worker counts as hanging."""
        if self.patience_seconds is not None:
            return self.patience_seconds
        return PATIENCE_FACTOR * self.seconds + PATIENCE_MORE_SECONDS
