"""Rows of the small catalog, and the builders that make further ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from optimizer.domain.exercise import Exercise

ONE_SIDE: dict[str, Any] = {"laterality": "unilateral", "side_mode": "per_side_sequential"}
TURNS: dict[str, Any] = {"laterality": "alternating", "side_mode": "alternating"}
UPPER: dict[str, Any] = {"region": "upper", "motion": ("sagittal",)}
CORE: dict[str, Any] = {"role": "core", "region": "trunk", "mechanics": "isolation", "motion": ()}
PREHAB: dict[str, Any] = {"role": "prehab", "mechanics": "isolation"}
JUMP: dict[str, Any] = {"role": "power", "pattern": "plyometric", "contacts_per_rep": 1}
DRILL: dict[str, Any] = {
    "role": "mobility",
    "pattern": "mobility",
    "mechanics": "isolation",
    "motion": (),
    "direct": (),
    "setup_seconds": 7,
    **ONE_SIDE,
}
SPINE = ("spinal_load",)
HOLDS = {"beginner": 30, "intermediate": 40, "advanced": 50}


def exercise(
    id: str,
    *,
    pattern: str = "squat",
    secondary: Sequence[str] = (),
    motion: Sequence[str] = ("sagittal",),
    resisted: Sequence[str] = (),
    direct: Sequence[str] = ("quadriceps",),
    indirect: Sequence[str] = (),
    seconds_per_rep: float | None = 3.0,
    setup_seconds: int = 5,
    **changes: Any,
) -> Exercise:
    """An easy two-leg squat without equipment, but for what is said.

    ``changes`` are further fields of an exercise, for instance ``role`` or ``equipment``.
    """
    usual: dict[str, Any] = {
        "name": id.replace("_", " ").capitalize(),
        "role": "strength",
        "mechanics": "compound",
        "laterality": "bilateral",
        "side_mode": "bilateral",
        "region": "lower",
        "difficulty": 1,
        "equipment": ({},),
        "cues": ("Move slowly and keep breathing.",),
        "why": "It is part of a test.",
        "sources": ("standard_practice",),
    }
    shaped = {
        "pattern": {"primary": pattern, "secondary": tuple(secondary)},
        "planes": {"motion": tuple(motion), "resisted": tuple(resisted)},
        "muscles": {"direct": tuple(direct), "indirect": tuple(indirect)},
        "timing": {"seconds_per_rep": seconds_per_rep, "setup_seconds": setup_seconds},
    }
    return Exercise.model_validate({**usual, **shaped, **changes, "id": id})


def hold(id: str, **changes: Any) -> Exercise:
    """An exercise that is held for 30, 40 or 50 s by level."""
    return exercise(id, seconds_per_rep=None, dose={"hold_seconds": HOLDS}, **changes)


def _rung(family: str, rung: int) -> dict[str, Any]:
    return {"ladder": {"family": family, "rung": rung}}


def _knee_rows() -> tuple[Exercise, ...]:
    thigh = ("quadriceps", "glute_max")
    deep = ("deep_knee_flexion",)
    two = ({"dumbbell": 2},)
    low_step = ({"step": 1, "dumbbell": 2}, {"step": 1})
    return (
        exercise("air_squat", direct=thigh, flags=deep, **_rung("squat", 1)),
        exercise(
            "goblet_squat",
            direct=thigh,
            indirect=("erector_spinae",),
            flags=deep,
            equipment=({"dumbbell": 1},),
            difficulty=2,
            **_rung("squat", 2),
        ),
        exercise(
            "thruster",
            secondary=("push_vertical",),
            region="full",
            direct=("quadriceps", "deltoids"),
            indirect=("glute_max", "triceps"),
            equipment=two,
            difficulty=3,
            flags=SPINE,
            **_rung("squat", 3),
        ),
        exercise("reverse_lunge", pattern="lunge", resisted=("frontal",), direct=thigh, **ONE_SIDE),
        exercise("side_lunge", pattern="lunge", motion=("frontal",), difficulty=2, **ONE_SIDE),
        exercise("step_up", pattern="step", direct=thigh, equipment=low_step, **ONE_SIDE),
    )


def _hip_rows() -> tuple[Exercise, ...]:
    curl = ("eccentric_high",)
    back = ("hamstrings", "glute_max")
    two = ({"dumbbell": 2},)
    return (
        exercise(
            "deadlift",
            pattern="hinge",
            direct=back,
            indirect=("erector_spinae",),
            equipment=two,
            flags=SPINE,
        ),
        exercise(
            "bridge",
            pattern="hip_extension",
            mechanics="isolation",
            direct=("glute_max",),
            indirect=("hamstrings",),
            **_rung("bridge", 1),
        ),
        exercise(
            "one_leg_bridge",
            pattern="hip_extension",
            direct=back,
            resisted=("transverse",),
            difficulty=2,
            **ONE_SIDE,
            **_rung("bridge", 2),
        ),
        exercise(
            "sliding_curl",
            pattern="knee_flexion",
            mechanics="isolation",
            direct=("hamstrings",),
            equipment=({"towel": 1},),
            flags=curl,
            difficulty=3,
        ),
    )


def _small_rows() -> tuple[Exercise, ...]:
    side = {"motion": ("frontal",), "direct": ("glute_med_min",), **PREHAB}
    calf: dict[str, Any] = {"pattern": "calf", "mechanics": "isolation"}
    shin = ("tibialis_anterior",)
    both = ("gastrocnemius", "soleus")
    band = ({"mini_band": 1},)
    return (
        exercise("side_leg_raise", pattern="hip_abduction", **side, **ONE_SIDE),
        exercise("band_walk", pattern="hip_abduction", equipment=band, **side, **TURNS),
        exercise("calf_raise", direct=both, **calf),
        exercise("one_leg_calf_raise", direct=both, difficulty=2, **calf, **ONE_SIDE),
        exercise("toe_raise", pattern="ankle", direct=shin, equipment=({"wall": 1},), **PREHAB),
        exercise("short_foot", pattern="foot", direct=("foot_intrinsics",), **PREHAB, **ONE_SIDE),
        exercise("pogo_hop", impact="low", direct=both, **JUMP),
        exercise(
            "one_leg_hop",
            impact="low",
            direct=both,
            difficulty=2,
            flags=("single_leg_landing",),
            **JUMP,
            **ONE_SIDE,
        ),
        exercise("squat_jump", impact="moderate", direct=("quadriceps",), difficulty=2, **JUMP),
    )


def _upper_and_core_rows() -> tuple[Exercise, ...]:
    push = {"direct": ("chest",), "indirect": ("deltoids", "triceps"), **UPPER}
    pull = {"direct": ("lats",), "indirect": ("biceps",), **UPPER}
    band, one, two = ({"resistance_band": 1},), ({"dumbbell": 1},), ({"dumbbell": 2},)
    turn: dict[str, Any] = {"direct": ("obliques",), **CORE, "motion": ("transverse",)}
    bend = ("spinal_flexion_repeated",)
    front = ("transversus_abdominis",)
    back = ("erector_spinae", "transversus_abdominis")
    return (
        exercise("push_up", pattern="push_horizontal", resisted=("sagittal",), **push),
        exercise(
            "press", pattern="push_vertical", equipment=two, avoid_with=("sore_neck",), **push
        ),
        exercise("band_row", pattern="pull_horizontal", equipment=band, **pull),
        exercise(
            "one_arm_row",
            pattern="pull_horizontal",
            resisted=("transverse",),
            equipment=one,
            flags=SPINE,
            **pull,
            **ONE_SIDE,
        ),
        exercise(
            "renegade_row",
            pattern="pull_horizontal",
            secondary=("push_horizontal", "anti_rotation"),
            equipment=two,
            difficulty=3,
            **pull,
            **TURNS,
        ),
        hold("plank", pattern="anti_extension", resisted=("sagittal",), direct=front, **CORE),
        hold(
            "side_plank",
            pattern="anti_lateral_flexion",
            resisted=("frontal",),
            direct=("obliques",),
            indirect=("glute_med_min",),
            **CORE,
            **ONE_SIDE,
        ),
        exercise(
            "bird_dog",
            pattern="anti_rotation",
            resisted=("transverse",),
            direct=back,
            **CORE,
            **TURNS,
        ),
        exercise("russian_twist", pattern="rotation", difficulty=2, flags=bend, **turn, **TURNS),
    )


def drill_rows() -> tuple[Exercise, ...]:
    """Give the 7 drills of the small catalog."""
    turning = {**DRILL, "motion": ("transverse",), "region": "trunk"}
    return (
        exercise(
            "easy_march",
            role="warm_up",
            pattern="cardio",
            region="full",
            direct=(),
            seconds_per_rep=None,
            setup_seconds=0,
            dose={"hold_seconds": dict.fromkeys(HOLDS, 180)},
        ),
        exercise("ankle_rock", mobilises=("soleus",), avoid_with=("stiff_ankle",), **DRILL),
        exercise("ankle_pump", mobilises=("soleus", "gastrocnemius"), **DRILL),
        exercise("hip_circle", mobilises=("deep_hip_rotators",), **DRILL),
        exercise("open_book", mobilises=("thoracic_spine",), **turning),
        exercise("hip_opener", mobilises=("hip_flexors",), **DRILL),
        exercise("leg_swing", mobilises=("hamstrings",), **{**DRILL, "motion": ("frontal",)}),
    )


def work_rows() -> tuple[Exercise, ...]:
    """The 28 working exercises of the small catalog."""
    return (*_knee_rows(), *_hip_rows(), *_small_rows(), *_upper_and_core_rows())
