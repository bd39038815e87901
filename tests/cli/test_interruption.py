"""Ctrl-C while solving: the first asks for the best plan so far, the second ends the command."""

from __future__ import annotations

import subprocess
import sys

import pytest

from optimizer.cli.interruption import until_interrupted
from optimizer.solve.limits import Stop

SCRIPT = """
import signal, threading
from optimizer.cli.interruption import until_interrupted
from optimizer.solve.limits import Stop

def press():
    signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)

stop, free = Stop(), threading.Event()

def work():
    press()
    while not stop.is_requested:
        free.wait(0.01)
    if {twice}:
        press()
        free.wait(10)
    return "the best so far"

try:
    print(until_interrupted(stop, work))
except KeyboardInterrupt:
    print("ended")
"""


def run_with_ctrl_c(*, twice: bool) -> subprocess.CompletedProcess[str]:
    """Work in a process of its own that presses Ctrl-C once or twice."""
    command = [sys.executable, "-c", SCRIPT.format(twice=twice)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


def test_undisturbed_work_is_answered() -> None:
    """Without Ctrl-C the answer comes back, and nothing is stopped."""
    stop = Stop()
    assert until_interrupted(stop, lambda: 42) == 42
    assert not stop.is_requested


def test_failures_come_back() -> None:
    """What the work raises is raised here."""

    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        until_interrupted(Stop(), fail)


def test_the_first_ctrl_c_asks_for_what_there_is() -> None:
    """The work is asked to stop and its answer is taken."""
    done = run_with_ctrl_c(twice=False)
    assert done.stdout.strip() == "the best so far"
    assert "press Ctrl-C again" in done.stderr


def test_the_second_ctrl_c_ends_the_command() -> None:
    """Work that does not stop is left alone."""
    assert run_with_ctrl_c(twice=True).stdout.strip() == "ended"


def test_a_search_under_way_is_stopped() -> None:
    """The solver that is watched is told to return; later ones are not started."""

    class Search:
        stopped = False

        def stop_search(self) -> None:
            self.stopped = True

    stop, search = Stop(), Search()
    stop.watch(search)
    stop.request()
    assert search.stopped
    assert stop.is_requested
