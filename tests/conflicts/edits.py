"""Edits of a scenario's document, made without the planner's own code for changes."""

from __future__ import annotations

import copy
from typing import Any


def edited(document: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy with the value at a dotted path; None takes the entry out.

    Entries of lists are found by their ids, or by their numbers, counted from 0.
    """
    result = copy.deepcopy(document)
    holder: Any = result
    *steps, last = path.split(".")
    for step in steps:
        if isinstance(holder, list):
            holder = holder[_number(holder, step)]
        else:
            holder = holder.setdefault(step, {})
    if isinstance(holder, list):
        number = _number(holder, last)
        holder[number : number + 1] = [] if value is None else [value]
    elif value is None:
        del holder[last]
    else:
        holder[last] = value
    return result


def _number(entries: list[Any], step: str) -> int:
    ids = [entry.get("id") if isinstance(entry, dict) else None for entry in entries]
    return ids.index(step) if step in ids else int(step)


def looked_up(document: Any, path: str) -> Any:
    """The value at a dotted path; None where there is none."""
    for step in path.split("."):
        if isinstance(document, list):
            known = [entry.get("id") for entry in document if isinstance(entry, dict)]
            inside = step in known or (step.isdigit() and int(step) < len(document))
            document = document[_number(document, step)] if inside else None
        else:
            document = document.get(step) if isinstance(document, dict) else None
    return document
