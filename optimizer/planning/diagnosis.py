"""Why a scenario has no plan, and what would give it one, in the words of a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from optimizer.domain.plan_diagnosis import ConflictMember, RepairChange
from optimizer.domain.plan_diagnosis import Repair as PlannedRepair
from optimizer.domain.problem import Problem
from optimizer.errors import Position
from optimizer.planning.changes import Change
from optimizer.planning.conflict_words import statement
from optimizer.planning.repairs.search import Repair, find_repairs
from optimizer.planning.scenario_lines import Path, line_of
from optimizer.planning.scenario_text import dotted, known_steps, plain, yaml_of
from optimizer.solve.conflict import Conflict, find_conflicts
from optimizer.solve.conflict import Line as Members
from optimizer.solve.limits import Limits
from optimizer.solve.members import Member

Locate: TypeAlias = Callable[[Path], Position]
"""Finds the position of a path in the scenario's file."""


@dataclass(frozen=True)
class Diagnosis:
    """Conflicts and repairs; ``is_minimal`` is None where no conflict was found in time."""

    conflict: tuple[ConflictMember, ...]
    is_minimal: bool | None
    repairs: tuple[PlannedRepair, ...]


def diagnose(
    problem: Problem, limits: Limits, locate: Locate | None = None, *, mends: bool = True
) -> Diagnosis:
    """The conflicts of an impossible problem and its repairs, the cheapest first.

    Without ``mends`` repairs are not looked for.
    """

    def source(member: Member) -> tuple[int, str]:
        line = line_of(problem, member)
        return line.rank, line.name

    limits.report("the conflict")
    conflicts = find_conflicts(problem, limits, source)
    limits.report("repairs")
    repairs = find_repairs(problem, conflicts, limits) if conflicts and mends else ()
    words = Words(problem, locate)
    return Diagnosis(
        conflict=words.conflicts(conflicts),
        is_minimal=all(one.is_minimal for one in conflicts) if conflicts else None,
        repairs=tuple(words.repair(repair) for repair in repairs),
    )


class Words:
    """Says conflicts and repairs with their places in the scenario's file."""

    def __init__(self, problem: Problem, locate: Locate | None) -> None:
        self._problem = problem
        self._locate = locate

    def conflicts(self, conflicts: Sequence[Conflict]) -> tuple[ConflictMember, ...]:
        """Every line of every conflict."""
        return tuple(
            self._member(number, members)
            for number, conflict in enumerate(conflicts, start=1)
            for members in conflict.lines
        )

    def repair(self, repair: Repair) -> PlannedRepair:
        """A repair with its changes."""
        changes = tuple(self._change(change) for change in repair.changes)
        return PlannedRepair(text=repair.text, cost=repair.cost, changes=changes)

    def _member(self, number: int, members: Members) -> ConflictMember:
        line = line_of(self._problem, members[0])
        return ConflictMember.model_validate(
            {
                "rule": members[0][0],
                "where": ", ".join(where for _, where in members),
                "text": statement(self._problem, members),
                "conflict": number,
                "source": "scenario" if line.is_own else "default",
                "path": dotted(self._problem.scenario, line.path) if line.is_own else None,
                **self._place(line.path),
            }
        )

    def _change(self, change: Change) -> RepairChange:
        scenario = self._problem.scenario
        known = known_steps(scenario, change.path)
        return RepairChange.model_validate(
            {
                "kind": change.kind,
                "cost": change.cost,
                "path": dotted(scenario, change.path),
                "value": plain(change.value),
                "text": change.text,
                "yaml": yaml_of(scenario, change),
                "is_new": known < len(change.path),
                **self._place(change.path if known else ()),
            }
        )

    def _place(self, path: Path) -> dict[str, str | int | None]:
        if self._locate is None or not path:
            return {}
        position = self._locate(path)
        return {"file": position.file, "line": position.line, "column": position.column}
