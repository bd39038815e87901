"""Ids of muscles and of pattern groups inside the settings of rules and aims."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.constraints import muscles_stay_under_their_cap
from optimizer.domain.problem import Problem
from optimizer.errors import Complaint
from optimizer.objectives import runner_slots_are_filled
from optimizer.reading.references import unknown
from optimizer.reading.wording import KEY


def unknown_setting_names(problem: Problem) -> Iterator[Complaint]:
    """Ids that the catalog does not have: their settings would say nothing, in silence."""
    catalog = problem.catalog
    caps = problem.settings_of(muscles_stay_under_their_cap.Settings)
    for muscle in caps.sets:
        path = ("constraints", "muscles_stay_under_their_cap", "sets", muscle, KEY)
        yield from unknown("unknown-muscle", "muscle", muscle, catalog.muscle_by_id, path)
    slots = problem.settings_of(runner_slots_are_filled.Settings)
    for group in slots.most:
        path = ("objectives", "runner_slots_are_filled", "most", group, KEY)
        yield from unknown("unknown-pattern", "pattern group", group, catalog.group_by_id, path)
