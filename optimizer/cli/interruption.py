"""Ctrl-C while solving: the first asks for the best plan so far, the second ends the command."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from optimizer.cli.streams import to_stderr

if TYPE_CHECKING:
    from optimizer.solve.limits import Stop

Answer = TypeVar("Answer")


def until_interrupted(stop: Stop, work: Callable[[], Answer]) -> Answer:
    """What the work answers; after Ctrl-C what it answers once asked to stop.

    The work runs in a thread of its own, for a search in the solver keeps Python's main thread
    from noticing the signal.

    Raises
    ------
    KeyboardInterrupt
        At the second Ctrl-C.
    """
    answers: list[Answer] = []
    failures: list[BaseException] = []
    done = threading.Event()

    def run() -> None:
        try:
            answers.append(work())
        except BaseException as error:  # handed to the main thread, whatever it is
            failures.append(error)
        finally:
            done.set()

    worker = threading.Thread(target=run, name="solve", daemon=True)
    try:
        worker.start()
        done.wait()
    except KeyboardInterrupt:
        to_stderr("\nstopping; press Ctrl-C again to end without a plan\n")
        stop.request()
        done.wait()
    if failures:
        raise failures[0]
    return answers[0]
