"""Who works off the tasks of a batch: worker processes here, or a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from optimizer.team.tasks import Answer, Task

Work = Callable[[Task], Answer]
"""What a worker does with a task; a function of a module, so that it can be sent."""


class Crew(AbstractContextManager["Crew"], Protocol):
    """Workers that take tasks, several at a time, and answer in any order."""

    @property
    def room(self) -> int:
        """How many tasks may be under way: enough that no worker waits for the next."""

    def submit(self, task: Task) -> None:
        """Take a task."""

    def next_answer(self) -> tuple[Task, Answer | BaseException]:
        """Wait for the next task that is done: its answer, or what ended it.

        Raises
        ------
        InputError
            Where no worker is left who could work off anything.
        """


def answers(
    crew: Crew, next_task: Callable[[], Task | None]
) -> Iterator[tuple[Task, Answer | BaseException]]:
    """Work off tasks; only as many are made and held as the crew has room for.

    Parameters
    ----------
    next_task
        Gives the next task, or None as long as there is none; it is asked again after every
        answer.
    """
    under_way = 0
    while True:
        while under_way < crew.room and (task := next_task()) is not None:
            crew.submit(task)
            under_way += 1
        if not under_way:
            return
        yield crew.next_answer()
        under_way -= 1
