"""Changes to a scenario: one value at a path, what it costs, and how it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel

from optimizer.domain.scenario import Scenario
from optimizer.planning.scenario_lines import Path


class Removed(Enum):
    """Stands for a value that is taken out of the scenario."""

    REMOVED = "removed"


REMOVED = Removed.REMOVED


@dataclass(frozen=True)
class Change:
    """A new value at a path of the scenario.

    Attributes
    ----------
    kind
        Which sort of change it is, as in the table of costs.
    path
        Keys and list numbers from the scenario's root.
    value
        The new value; ``REMOVED`` takes the entry out.
    cost
        Its price in points; one more minute of a session is one point.
    text
        What to do, as an instruction.
    """

    kind: str
    path: Path
    value: Any
    cost: int
    text: str


def apply(scenario: Scenario, changes: Sequence[Change]) -> Scenario:
    """The scenario with the changes; entries are taken out last, from the end."""
    for change in changes:
        if change.value is not REMOVED:
            scenario = _with(scenario, change.path, change.value)
    removals = [change.path for change in changes if change.value is REMOVED]
    for path in sorted(removals, key=_order, reverse=True):
        scenario = _with(scenario, path, REMOVED)
    return Scenario.model_validate(scenario.model_dump(exclude_unset=True, warnings=False))


def _order(path: Path) -> tuple[str, ...]:
    """Sorts paths with the numbers of a list in their order."""
    return tuple(f"{step:06}" if isinstance(step, int) else step for step in path)


def value_at(scenario: Scenario, path: Path) -> Any:
    """The value at a path; None where there is none."""
    value: Any = scenario
    for step in path:
        if isinstance(value, BaseModel):
            value = getattr(value, str(step), None)
        elif isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _with(holder: Any, path: Path, value: Any) -> Any:
    """A copy of a record, map or list with the value at the path."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(holder, BaseModel):
        inner = _with(getattr(holder, str(step)), rest, value)
        return holder.model_copy(update={str(step): inner})
    if isinstance(holder, tuple) and isinstance(step, int):
        inner = _with(holder[step], rest, value)
        middle = () if inner is REMOVED else (inner,)
        return (*holder[:step], *middle, *holder[step + 1 :])
    changed = dict(holder or {})
    inner = _with(changed.get(step), rest, value)
    if inner is REMOVED:
        changed.pop(step, None)
    else:
        changed[step] = inner
    return changed
