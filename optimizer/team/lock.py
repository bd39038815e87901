"""One batch a folder: a lock that ends with the process that holds it, however it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from optimizer.errors import Complaint, InputError, Position

LOCK_NAME = ".batch-lock"


@contextmanager
def only_batch_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the file stays, the system lets go of it when this process ends.

    Raises
    ------
    InputError
        ``folder-in-use``.
    OSError
        If the folder cannot be written to.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only batches need it

    lock = FileLock(folder / LOCK_NAME)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise _in_use(folder) from error
    try:
        yield
    finally:
        lock.release()


def _in_use(folder: Path) -> InputError:
    return InputError(
        Complaint(
            "folder-in-use",
            "another batch is writing into this folder",
            why="two batches would overwrite each other's results",
            hint="wait until it is done, or give another folder with --out",
            position=Position(str(folder)),
        )
    )
