"""Complaints about a plan file, with the line of what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from optimizer.errors import Complaint, InputError


@contextmanager
def placed_in(path: Path) -> Iterator[None]:
    """Give complaints that name a path inside the plan their position in the file."""
    try:
        yield
    except InputError as error:
        raise InputError(*_placed(error.complaints, path)) from error


def _placed(complaints: tuple[Complaint, ...], path: Path) -> list[Complaint]:
    from optimizer.reading.json_places import JsonPlaces

    if not any(one.path and one.position is None for one in complaints):
        return list(complaints)
    places = JsonPlaces(path.read_text(encoding="utf-8"), str(path))
    return [
        one.at(places.of(one.path)) if one.path and one.position is None else one
        for one in complaints
    ]
