"""Paths and values of a scenario as its file writes them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from optimizer.domain.scenario import Scenario
from optimizer.planning.changes import REMOVED, Change, value_at
from optimizer.planning.scenario_lines import Path


def dotted(scenario: Scenario, path: Path) -> str:
    """A path with the entries of lists by their ids: ``week.sessions.a.minutes``."""
    parts = []
    for number, step in enumerate(path):
        entry = value_at(scenario, path[: number + 1]) if isinstance(step, int) else None
        parts.append(str(getattr(entry, "id", step)))
    return ".".join(parts)


def yaml_of(scenario: Scenario, change: Change) -> str:
    """What a change writes: a line that is there anew, or a new one from the root."""
    if change.value is REMOVED:
        return f"remove {_flow(value_at(scenario, change.path))}"
    start = min(known_steps(scenario, change.path), len(change.path) - 1)
    text = _flow(change.value)
    for step in reversed(change.path[start + 1 :]):
        text = f"{{{step}: {text}}}"
    return f"{change.path[start]}: {text}"


def known_steps(scenario: Scenario, path: Path) -> int:
    """How many steps of a path the scenario's file has."""
    written = scenario.model_dump(exclude_unset=True, warnings=False)
    return next((n for n in range(len(path)) if not _has(written, path[: n + 1])), len(path))


def plain(value: Any) -> Any:
    """A value as JSON has it; one day stands for a list of one."""
    if value is REMOVED:
        return None
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_unset=True)
    if isinstance(value, tuple):
        return plain(value[0]) if len(value) == 1 else [plain(one) for one in value]
    return value


def _flow(value: Any) -> str:
    """A value in the flow style of YAML."""
    value = plain(value)
    if isinstance(value, dict):
        if set(value) == {"count"}:
            return str(value["count"])
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _has(written: Any, path: Path) -> bool:
    """Whether the scenario's file gives a value at the path."""
    for step in path:
        if isinstance(written, dict) and step in written:
            written = written[step]
        elif isinstance(written, list | tuple) and isinstance(step, int):
            if step >= len(written):
                return False
            written = written[step]
        else:
            return False
    return True
