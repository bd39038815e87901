"""Ctrl-C while solving: the first asks for the best plan so far, the second ends the command."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from optimizer.cli.interruption import until_interrupted
from optimizer.solve.limits import Stop


def press_ctrl_c() -> None:
    """Send this process what Ctrl-C sends."""
    os.kill(os.getpid(), signal.SIGINT)


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


def test_the_first_ctrl_c_asks_for_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    """The work is asked to stop and its answer is taken."""
    stop, asked = Stop(), threading.Event()

    def work() -> str:
        press_ctrl_c()
        while not stop.is_requested:
            asked.wait(0.01)
        return "the best so far"

    assert until_interrupted(stop, work) == "the best so far"
    assert "press Ctrl-C again" in capsys.readouterr().err


def test_the_second_ctrl_c_ends_the_command() -> None:
    """Work that does not stop is left alone."""
    stop, free = Stop(), threading.Event()

    def work() -> None:
        press_ctrl_c()
        while not stop.is_requested:
            free.wait(0.01)
        press_ctrl_c()
        free.wait(10)

    with pytest.raises(KeyboardInterrupt):
        until_interrupted(stop, work)
    free.set()


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
