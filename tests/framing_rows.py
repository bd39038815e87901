"""Rows that frame the work of a session: rolling, stretches, activation, a barbell lift.

They join the small catalog where a test asks for them; the drills of the small catalog alone
keep its round numbers.
"""

from __future__ import annotations

from typing import Any

from optimizer.domain.exercise import Exercise
from tests.rows import DRILL, HOLDS, exercise

HELD: dict[str, Any] = {**DRILL, "seconds_per_rep": None, "dose": {"hold_seconds": HOLDS}}
ROLLED: dict[str, Any] = {
    **HELD,
    "role": "soft_tissue",
    "pattern": "soft_tissue",
    "equipment": ({"foam_roller": 1},),
}
MIDDLE: dict[str, Any] = {"laterality": "bilateral", "side_mode": "bilateral"}


def framing_rows() -> tuple[Exercise, ...]:
    """Three rows to roll, three stretches, a drill, two activation rows and a barbell squat."""
    turning = {**DRILL, "motion": ("transverse",), "region": "trunk"}
    activation = {**DRILL, "role": "activation", "pattern": "hinge", "motion": ("sagittal",)}
    return (
        exercise("roll_calf", mobilises=("soleus",), **ROLLED),
        exercise("roll_thigh", mobilises=("quadriceps",), **ROLLED),
        exercise("roll_back", mobilises=("thoracic_spine",), **{**ROLLED, **MIDDLE}),
        exercise("calf_stretch", mobilises=("gastrocnemius",), **HELD),
        exercise("hip_stretch", mobilises=("hip_flexors",), **HELD),
        exercise("thigh_stretch", mobilises=("hamstrings",), **HELD),
        exercise("mid_back_turn", mobilises=("thoracic_spine",), **turning),
        exercise("hip_turn", mobilises=("glute_max",), **{**turning, "region": "lower"}),
        exercise("bridge_hold", **activation),
        exercise("hinge_drill", **{**activation, "setup_seconds": 9}),
        exercise(
            "barbell_squat",
            direct=("quadriceps", "glute_max"),
            equipment=({"barbell": 1},),
        ),
    )
