"""Sorts of changes by degrees: which are tried alone, which together, and what each eases."""

from __future__ import annotations

from optimizer.solve.levers import LeverKind

DEGREES: tuple[tuple[LeverKind, ...], ...] = (
    ("day",),
    ("minutes",),
    ("pin", "pin_sets"),
    ("floor",),
)
"""Sorts of changes that are tried alone, each with its own cheapest repair."""
KEYS: tuple[tuple[LeverKind, ...], ...] = (("item",), ("never",), ("rung",))
"""Sorts of changes that let exercises through a filter."""
EVERY: tuple[LeverKind, ...] = ("day", "minutes", "pin", "pin_sets", "floor")
"""Sorts of changes that are mixed where one sort alone does not do."""
TWICE: tuple[LeverKind, ...] = ("day", "pin")
"""Sorts of changes for which another choice of the same sort is looked for."""
EASES: dict[LeverKind, tuple[str, ...]] = {
    "day": (
        "no_heavy_legs_before_key_runs",
        "runs_come_first_on_shared_days",
        "heavy_legs_rest_between",
        "jumps_are_spaced",
        "races_find_fresh_legs",
        "sessions_stand_on_different_days",
    ),
    "minutes": ("session_fits_in_time",),
    "floor": ("muscles_reach_their_floor", "planes_are_covered_in_the_week"),
    "pin": ("pins_are_kept",),
    "pin_sets": ("pins_are_kept",),
    "item": ("equipment_is_at_hand",),
    "rung": ("difficulty_suits_the_level", "ladder_rungs_are_unlocked"),
    "never": ("never_exercises_stay_out",),
}
"""Rules that each kind of lever eases."""


def eased_by(kinds: tuple[LeverKind, ...]) -> frozenset[str]:
    """The rules that some lever of these kinds eases."""
    return frozenset(rule for kind in kinds for rule in EASES[kind])
