"""Which exercises are lower-body strength, and which train only a small part of the leg.

The model's side of several rules and aims, and what a plan reports, share these facts; the
checks of finished plans spell them out for themselves.
"""

from __future__ import annotations

from optimizer.domain.exercise import Exercise

BELOW_KNEE_PATTERNS = ("calf", "ankle", "foot")
"""Patterns that neither count as lower-body strength nor give credit for a plane (convention)."""

SMALL_PATTERNS = (*BELOW_KNEE_PATTERNS, "hip_abduction")
"""Patterns whose strength rows leave the legs fresh (convention)."""


def is_leg_strength(exercise: Exercise) -> bool:
    """Whether a row is lower-body strength work other than calf, ankle and foot."""
    is_leg = exercise.role == "strength" and exercise.region in ("lower", "full")
    return is_leg and exercise.pattern.primary not in BELOW_KNEE_PATTERNS


def is_tiring_leg_strength(exercise: Exercise) -> bool:
    """Whether a row is lower-body strength work that tires the legs: hip abduction left out too."""
    return is_leg_strength(exercise) and exercise.pattern.primary not in SMALL_PATTERNS
