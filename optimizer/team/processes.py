"""Worker processes on this machine, each guarded: it may hang, crash or grow too large."""

from __future__ import annotations

import multiprocessing
import queue
import signal
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import resource_tracker
from types import TracebackType
from typing import TYPE_CHECKING

from optimizer.errors import Complaint, InputError
from optimizer.team.crew import Work
from optimizer.team.failures import death
from optimizer.team.options import BatchOptions
from optimizer.team.tasks import Answer, Task
from optimizer.team.worker_start import start_worker

if TYPE_CHECKING:
    from pebble import ProcessPool

TASKS_A_WORKER = 2
"""One under way and one waiting, so that no worker is idle while results are written."""
STARTS_MOST = 3
"""How often in a row the workers may fail without a single answer."""
SILENCE_SECONDS = 60.0
"""What a healthy pool may need beyond the patience with one task: for starting workers."""


class ProcessCrew:
    """A pool of worker processes.

    Parameters
    ----------
    work
        What a worker does with a task.
    options
        Number of workers, their memory, and the patience with one task.
    """

    def __init__(self, work: Work, options: BatchOptions) -> None:
        self._work = work
        self._options = options
        self._inbox: queue.SimpleQueue[tuple[int, Task, Future[Answer]]] = queue.SimpleQueue()
        self._under_way: dict[int, Task] = {}
        self._starts = 0
        self._failed_starts = 0
        self._pool = self._new_pool()

    def __enter__(self) -> ProcessCrew:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    @property
    def room(self) -> int:
        """Tasks that may be under way."""
        return TASKS_A_WORKER * self._options.workers

    def submit(self, task: Task) -> None:
        """Take a task."""
        self._under_way[task.labels[0].number] = task
        self._schedule(task)

    def next_answer(self) -> tuple[Task, Answer | BaseException]:
        """Wait for the next task that is done: its answer, or what ended it.

        Raises
        ------
        InputError
            ``worker-died`` where the workers end before they can do anything.
        """
        while True:
            try:
                found = self._inbox.get(timeout=self._options.patience + SILENCE_SECONDS)
            except queue.Empty:
                self._start_again()
                continue
            start, task, future = found
            if start != self._starts:
                continue  # of a pool that is gone; the task was given to the next one
            error = future.exception()
            if isinstance(error, BrokenProcessPool):
                self._start_again()
                continue
            self._failed_starts = 0
            del self._under_way[task.labels[0].number]
            return task, future.result() if error is None else _told(error)

    def _new_pool(self) -> ProcessPool:
        from pebble import ProcessPool  # noqa: PLC0415 - only batches need it

        return ProcessPool(
            max_workers=self._options.workers,
            initializer=start_worker,
            initargs=(self._options.memory_megabytes,),
            context=multiprocessing.get_context("spawn"),
        )

    def _schedule(self, task: Task) -> None:
        start = self._starts
        future: Future[Answer] = Future()
        patience = self._options.patience
        try:
            with _deaf_children():  # the first task starts the workers
                future = self._pool.schedule(self._work, args=(task,), timeout=patience)
        except RuntimeError:  # the pool broke; a new one will be given the task
            future.set_exception(BrokenProcessPool("the pool is broken"))
        future.add_done_callback(lambda done: self._inbox.put((start, task, done)))

    def _start_again(self) -> None:
        """Replace a pool that broke, as when a worker is killed while it has no task."""
        self._failed_starts += 1
        if self._failed_starts >= STARTS_MOST:
            raise InputError(_no_workers(self._options.memory_megabytes))
        self._stop()
        self._starts += 1
        self._pool = self._new_pool()
        for task in self._under_way.values():
            self._schedule(task)

    def _stop(self) -> None:
        self._pool.stop()
        self._pool.join()


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Start processes and threads that Ctrl-C does not reach: it is this thread's to answer."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # which would let the signal through again at its start
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _told(error: BaseException) -> BaseException:
    """The error, with the exit code of a worker in words."""
    from pebble import ProcessExpired  # noqa: PLC0415 - loaded by the pool already

    return death(error.exitcode) if isinstance(error, ProcessExpired) else error


def _no_workers(megabytes: int) -> Complaint:
    return Complaint(
        "worker-died",
        f"the worker processes ended {STARTS_MOST} times without an answer",
        why=f"they may take {megabytes} MB each",
        hint="give them more with --memory-mb, or close other programs; then use --resume",
    )
