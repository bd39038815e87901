"""The same tasks on a Dask cluster: any number of machines, started by hand or by a service."""

from __future__ import annotations

import logging
import queue
import re
import time
from collections import deque
from collections.abc import Hashable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any

from optimizer.errors import Complaint, InputError
from optimizer.team.crew import Work
from optimizer.team.failures import WorkerDiedError
from optimizer.team.options import BatchOptions
from optimizer.team.tasks import Answer, Order, Task
from optimizer.team.work import the_catalog

if TYPE_CHECKING:
    from distributed import Client, Future

Key = Hashable
CONNECT_SECONDS = 5
FIRST_WORKER_SECONDS = 15
NO_WORKER_SECONDS = 120.0
"""How long a batch waits for a worker to come, or to come back."""
LOOK_SECONDS = 2.0
"""How often the cluster is asked for its workers while no answer comes."""
TASKS_A_THREAD = 2
_ADDRESS = re.compile(r"[a-z]+://[^\s/]+:\d{1,5}", re.ASCII)
HINT = "start `dask scheduler` and `dask worker ADDRESS --nworkers auto --nthreads 1`"


class ClusterCrew:
    """The workers of a Dask cluster.

    Parameters
    ----------
    work
        What a worker does with a task.
    options
        Address of the scheduler, and the patience with one task.
    order
        What every worker must agree with.

    Raises
    ------
    InputError
        ``cluster-not-usable`` within seconds; ``worker-differs``.
    """

    def __init__(self, work: Work, options: BatchOptions, order: Order) -> None:
        self._work = work
        self._patience = options.patience
        self._inbox: queue.SimpleQueue[Future[Answer]] = queue.SimpleQueue()
        self._under_way: dict[Key, tuple[Task, Future[Answer]]] = {}
        self._first_seen: dict[Key, float] = {}
        self._suspects: deque[Task] = deque()
        self._threads, self._looked = 0, float("-inf")
        self._last_worker = time.monotonic()
        self._quiet = _quiet_log()
        self._quiet.__enter__()
        try:
            self._client = _connected(str(options.scheduler))
            self._agree(order)
        except BaseException:
            self._quiet.__exit__(None, None, None)
            raise

    def __enter__(self) -> ClusterCrew:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(Exception):  # the scheduler may be gone; there is nothing left to do there
            self._client.cancel([future for _, future in self._under_way.values()])
        with suppress(Exception):
            self._client.close()
        self._quiet.__exit__(None, None, None)

    @property
    def room(self) -> int:
        """Tasks that may be under way; more when workers join."""
        self._look()
        return TASKS_A_THREAD * max(1, self._threads)

    def submit(self, task: Task) -> None:
        """Take a task."""
        future = self._client.submit(self._work, task, pure=False)
        self._under_way[future.key] = (task, future)
        future.add_done_callback(self._inbox.put)

    def next_answer(self) -> tuple[Task, Answer | BaseException]:
        """Wait for the next task that is done: its answer, or what ended it.

        Dask blames a dead worker on every task that it held. So a task that is blamed is tried
        once more, alone, when nothing else is under way.

        Raises
        ------
        InputError
            ``cluster-not-usable`` where the scheduler or every worker is gone.
        """
        while True:
            if not self._under_way:
                self.submit(self._suspects[0])
            try:
                future = self._inbox.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                self._look()
                hanging = self._hanging()
                if hanging is not None:
                    return self._given_up(hanging), TimeoutError()
                continue
            if future.key not in self._under_way:
                continue  # given up before
            outcome, task = _outcome(future), self._under_way[future.key][0]
            if isinstance(outcome, WorkerDiedError) and task not in self._suspects:
                del self._under_way[future.key]
                self._suspects.append(task)
            else:
                return self._settled(future.key), outcome

    def _agree(self, order: Order) -> None:
        """Refuse a scheduler that cannot read tasks, and workers that would plan otherwise."""
        try:
            self._client.run_on_scheduler(disagreement, order)
        except Exception as error:
            raise _cannot_work("the scheduler", error) from error
        found: dict[str, Any] = self._client.run(disagreement, order, on_error="return")
        for address, problem in found.items():
            if isinstance(problem, InputError):
                raise InputError(*(_about(address, one) for one in problem.complaints))
            if isinstance(problem, BaseException):
                raise _cannot_work(f"the worker {address}", problem)

    def _look(self) -> None:
        """Ask for the threads of the cluster, if the last answer is old."""
        now = time.monotonic()
        if now - self._looked < LOOK_SECONDS:
            return
        try:
            self._threads = sum(self._client.nthreads().values())
        except Exception as error:
            raise _not_usable(f"the scheduler is gone: {error or type(error).__name__}") from error
        self._looked = now
        if self._threads:
            self._last_worker = now
        elif now - self._last_worker > NO_WORKER_SECONDS:
            raise _not_usable(f"no worker has been there for {NO_WORKER_SECONDS:.0f} seconds")

    def _hanging(self) -> Key | None:
        """A task that a worker has held for longer than any takes, with one before it."""
        now = time.monotonic()
        held = {key for keys in self._client.processing().values() for key in keys}
        for key in self._under_way:
            if key not in held:
                self._first_seen.pop(key, None)
            elif now - self._first_seen.setdefault(key, now) > TASKS_A_THREAD * self._patience:
                return key
        return None

    def _given_up(self, key: Key) -> Task:
        """End the worker process that holds the task, where a nanny can start a new one."""
        future = self._under_way[key][1]
        holders = [one for one, keys in self._client.processing().items() if key in keys]
        future.cancel()
        with suppress(Exception):  # a worker without a nanny cannot be ended from here
            self._client.restart_workers(holders, timeout=CONNECT_SECONDS)
        return self._settled(key)

    def _settled(self, key: Key) -> Task:
        """Forget a task that has its outcome."""
        task, _ = self._under_way.pop(key)
        self._first_seen.pop(key, None)
        if task in self._suspects:
            self._suspects.remove(task)
        return task


def disagreement(order: Order) -> InputError | None:
    """Why the worker that runs this cannot work for the order; None where it can."""
    try:
        the_catalog(order)
    except InputError as error:
        return error
    return None


def _outcome(future: Future[Answer]) -> Answer | BaseException:
    """The answer of a task that is done, or what ended it."""
    from distributed import KilledWorker  # noqa: PLC0415 - an extra
    from distributed.comm.core import CommClosedError  # noqa: PLC0415

    try:
        answer: Answer = future.result()
    except KilledWorker as error:
        times = error.allowed_failures + 1
        return WorkerDiedError(f"{times} workers ended one after the other while they had it")
    except (CancelledError, CommClosedError) as error:
        raise _not_usable("the scheduler is gone") from error
    except Exception as error:
        return error
    return answer


def _connected(address: str) -> Client:
    """A client of the scheduler, with at least one worker there."""
    if _ADDRESS.fullmatch(address) is None:
        text = f"{address!r} is no address of a scheduler"
        raise InputError(Complaint("bad-argument", text, hint="write tcp://HOST:PORT"))
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        hint = "install it with `pip install 'triplane[cluster]'`"
        raise InputError(
            Complaint("cluster-not-usable", "the library distributed is not installed", hint=hint)
        ) from error
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise _not_usable(f"no scheduler answers at {address}") from error
    try:
        client.wait_for_workers(1, timeout=FIRST_WORKER_SECONDS)
    except TimeoutError as error:
        client.close()
        raise _not_usable(f"the scheduler at {address} has no workers") from error
    return client


def _not_usable(text: str) -> InputError:
    hint = f"{HINT}; what is finished is kept, and --resume goes on"
    return InputError(Complaint("cluster-not-usable", text, hint=hint))


def _cannot_work(who: str, error: BaseException) -> InputError:
    text = f"{who} cannot work off the batch: {error}"
    hint = "install the same Triplane for the scheduler and every worker"
    return InputError(Complaint("cluster-not-usable", text, hint=hint))


def _about(address: str, one: Complaint) -> Complaint:
    return Complaint(one.code, f"{one.message} ({address})", one.why, one.hint)


@contextmanager
def _quiet_log() -> Iterator[None]:
    """Keep the library's log off the terminal, where it would tell of every lost connection."""
    with suppress(ImportError):
        import distributed  # noqa: F401, PLC0415 - sets up its logs when it is loaded
    logs = [logging.getLogger(name) for name in logging.root.manager.loggerDict if _is_its(name)]
    levels = [log.level for log in logs]
    for log in logs:
        log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for log, level in zip(logs, levels, strict=True):
            log.setLevel(level)


def _is_its(log: str) -> bool:
    return log.partition(".")[0] in ("distributed", "tornado")
