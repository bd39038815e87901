"""How values, their kinds and their places are put into words for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

LONGEST_SHOWN = 48
KEY = "[key]"
"""Last part of a path that means the key itself rather than its value."""

Path = tuple[str | int, ...]


def shorten(text: str, most: int = LONGEST_SHOWN) -> str:
    """The text on one line, cut in the middle of nowhere with an ellipsis."""
    start = text[: most * 4]
    line = "".join(letter if letter.isprintable() else " " for letter in start)
    line = " ".join(line.split())
    return line if len(line) <= most and start == text else line[: most - 1] + "…"


def shown(value: object) -> str:
    """A value as the file states it, shortened."""
    if isinstance(value, str):
        return f'"{shorten(value)}"'
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return shorten(str(value))
    return kind_of(value)


def kind_of(value: object) -> str:
    """The kind of a value in plain words."""
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (str, "text"),
        (bool, "true or false"),
        (int, "a whole number"),
        (float, "a number with a decimal point"),
        (Mapping, "a map"),
        (Sequence, "a list"),
    )
    return next((words for kind, words in kinds if isinstance(value, kind)), "nothing")


def described(value: object) -> str:
    """A value and its kind: what stands there instead of what should."""
    if value is None:
        return "empty"
    if isinstance(value, str):
        return f"{shown(value)}, which is text"
    if isinstance(value, bool):
        return f"{shown(value)}, which is neither a number nor text"
    if isinstance(value, int | float):
        return f"{shown(value)}, which is {kind_of(value)}"
    return kind_of(value)


def path_text(path: Path, data: Any) -> str:
    """A path in the words of the file: ``week.sessions.a.minutes``, ``week.runs.#2.day``.

    Items of a list are named by their id, as a roster's columns do, or else by their number.
    """
    parts: list[str] = []
    value = data
    for part in path:
        if part == KEY:
            break
        value = _step(value, part)
        if isinstance(part, int):
            own = value.get("id") if isinstance(value, Mapping) else None
            parts.append(shorten(own) if isinstance(own, str) and own else f"#{part + 1}")
        else:
            parts.append(shorten(part) or '""')
    return ".".join(parts) or "the file"


def value_at(data: Any, path: Path) -> Any:
    """The value at a path, or None where the path leads nowhere."""
    for part in path:
        data = _step(data, part)
    return data


def _step(value: Any, part: str | int) -> Any:
    if isinstance(part, int) and isinstance(value, list | tuple):
        return value[part] if part < len(value) else None
    if isinstance(value, Mapping):
        return value.get(part)
    return None
