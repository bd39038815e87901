"""Easier rungs ask more: equal repetitions at an equal reserve would contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest

from optimizer.domain.catalog import Catalog
from optimizer.domain.dosing.dose import default_reps
from optimizer.domain.exercise import LEVELS, Exercise
from optimizer.reading.catalog.reader import read_catalog

FAMILIES = (
    "push_horizontal",
    "push_vertical",
    "pull_horizontal",
    "pull_vertical",
    "pull_floor",
    "squat",
    "squat_single_leg",
)
OWN_MEASURE = ("towel_isometric_row", "eccentric_chin_up")
"""Pulls against oneself and slow lowerings, whose repetitions say nothing beside full ones."""


def never_loaded(catalog: Catalog, row: Exercise) -> bool:
    """Whether nothing that the row is done with adds a load, so that repetitions must."""
    loads = {item.id for item in catalog.equipment if item.load}
    return row.is_work and not any(loads & set(needs) for needs in row.equipment)


def steps(family: str) -> Iterator[tuple[Exercise, Exercise]]:
    """An easier and a harder exercise of a ladder, both without a load."""
    catalog = read_catalog()
    rows = [row for row in catalog.exercises if row.ladder and row.ladder.family == family]
    rows = [row for row in rows if never_loaded(catalog, row) and row.id not in OWN_MEASURE]
    for easier, harder in permutations(rows, 2):
        if easier.ladder and harder.ladder and easier.ladder.rung < harder.ladder.rung:
            yield easier, harder


@pytest.mark.parametrize("family", FAMILIES)
def test_an_easier_rung_asks_more_repetitions(family: str) -> None:
    """At each level, whatever the body alone loads."""
    wrong = []
    for easier, harder in steps(family):
        for level in LEVELS:
            low = default_reps(easier, level, loaded=False)
            high = default_reps(harder, level, loaded=False)
            if low is not None and high is not None and low <= high:
                wrong.append(f"{easier.id} {low}, {harder.id} {high}, {level}")
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "level", "reps"),
    [
        ("incline_push_up", "intermediate", 18),
        ("medicine_ball_push_up_kneeling", "intermediate", 12),
        ("low_step_up", "beginner", 12),
        ("low_step_up", "intermediate", 15),
        ("low_step_up", "advanced", 20),
    ],
)
def test_what_is_light_is_done_often(name: str, level: str, reps: int) -> None:
    """A healthy runner who gets the low step all the same does it often enough to feel it."""
    row = read_catalog().exercise_by_id[name]
    assert default_reps(row, level, loaded=False) == reps  # type: ignore[arg-type]
