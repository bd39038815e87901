"""What a worker process does before its first task."""

from __future__ import annotations

import gc
import sys

BYTES_OF_A_MEGABYTE = 1_000_000
OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Catalog and solver live as long as the worker; looking for garbage among them is slow."""


def start_worker(memory_megabytes: int) -> None:
    """Limit what this process may take, and how often it looks for garbage."""
    limit_memory(memory_megabytes)
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


def limit_memory(megabytes: int) -> None:
    """Refuse this process more memory than that; kept by Linux, elsewhere without effect."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - not on Windows

    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = megabytes * BYTES_OF_A_MEGABYTE
    limit = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, most))
