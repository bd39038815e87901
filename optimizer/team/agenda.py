"""What is left to do: one task a problem, for all athletes who share it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from optimizer.team.tasks import Answer, Label, Order, Task

LABELS_MOST = 50
"""Athletes of one task, so that an answer stays small; more of them wait for the first answer."""


@dataclass
class _Group:
    """Athletes who share a problem."""

    scenario_json: str
    labels: list[Label] = field(default_factory=list)


class Agenda:
    """Tasks in the order of the roster.

    Parameters
    ----------
    order
        What is the same for every task.
    """

    def __init__(self, order: Order) -> None:
        self._order = order
        self._groups: dict[str, _Group] = {}
        self._waiting: deque[str] = deque()
        self._ready: deque[Task] = deque()
        self._rest: dict[int, list[Label]] = {}

    def add(self, key: str, scenario_json: str, label: Label) -> None:
        """Plan for an athlete; those of the same key share a problem."""
        if key not in self._groups:
            self._groups[key] = _Group(scenario_json)
            self._waiting.append(key)
        self._groups[key].labels.append(label)

    def add_written(self, scenario_json: str, label: Label, plan_json: bytes) -> None:
        """Only write a plan that is known already."""
        self._ready.append(Task(scenario_json, (label,), self._order, plan_json, is_kept=True))

    @property
    def is_done(self) -> bool:
        """Whether no task is left to give out."""
        return not (self._ready or self._waiting or self._rest)

    def next_task(self) -> Task | None:
        """The next task; None where there is none, or none until another is answered."""
        if self._ready:
            return self._ready.popleft()
        if not self._waiting:
            return None
        group = self._groups.pop(self._waiting.popleft())
        first, rest = group.labels[:LABELS_MOST], group.labels[LABELS_MOST:]
        task = Task(group.scenario_json, tuple(first), self._order)
        if rest:
            self._rest[first[0].number] = rest
        return task

    def answered(self, task: Task, answer: Answer) -> None:
        """Write the plan for the others who share the problem, too."""
        rest = self._rest.pop(task.labels[0].number, [])
        for start in range(0, len(rest), LABELS_MOST):
            labels = tuple(rest[start : start + LABELS_MOST])
            self._ready.append(Task(task.scenario_json, labels, self._order, answer.plan_json))

    def failed(self, task: Task) -> tuple[Label, ...]:
        """Every athlete who gets no answer because the task has none."""
        return (*task.labels, *self._rest.pop(task.labels[0].number, []))
