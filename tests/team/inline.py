"""A crew that works in the test's own process."""

from __future__ import annotations

from collections import deque
from types import TracebackType

from optimizer.team.crew import Work
from optimizer.team.tasks import Answer, Task


class InlineCrew:
    """Does one task after the other, and remembers them."""

    room = 4

    def __init__(self, work: Work, given: list[Task]) -> None:
        self._work = work
        self._given = given
        self._waiting: deque[Task] = deque()
        self.most_under_way = 0

    def __enter__(self) -> InlineCrew:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing is held."""

    def submit(self, task: Task) -> None:
        """Take a task."""
        self._given.append(task)
        self._waiting.append(task)
        self.most_under_way = max(self.most_under_way, len(self._waiting))

    def next_answer(self) -> tuple[Task, Answer | BaseException]:
        """The last task first, as answers come in any order."""
        task = self._waiting.pop()
        try:
            return task, self._work(task)
        except Exception as error:
            return task, error
