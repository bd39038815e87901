"""The words of the small catalog: muscles, areas, equipment, kits, patterns, groups and pains."""

from __future__ import annotations

from typing import Any

from optimizer.domain.catalog import (
    EquipmentItem,
    Flag,
    Kit,
    MobilityArea,
    MovementPattern,
    Muscle,
    Pain,
    PatternGroup,
    Source,
)

MUSCLE_TIERS = {
    1: (
        "quadriceps",
        "glute_max",
        "glute_med_min",
        "hamstrings",
        "gastrocnemius",
        "soleus",
        "transversus_abdominis",
        "obliques",
        "erector_spinae",
    ),
    2: ("tibialis_anterior", "foot_intrinsics", "lats", "chest", "deltoids"),
    3: ("triceps", "biceps"),
}
AREAS = {
    "ankle_and_calf": ("gastrocnemius", "soleus"),
    "hip_front": ("hip_flexors",),
    "hip_rotation": ("deep_hip_rotators", "glute_max"),
    "hamstrings": ("hamstrings",),
    "thoracic_spine": ("thoracic_spine",),
    "foot": ("foot_intrinsics",),
}
GROUPS = {
    "knee_dominant": ("squat", "lunge", "step", "get_up"),
    "hip_dominant": ("hinge", "hip_extension", "knee_flexion"),
    "push": ("push_horizontal", "push_vertical"),
    "pull": ("pull_horizontal", "pull_vertical"),
    "calf": ("calf",),
    "hip_abduction": ("hip_abduction",),
    "anti_extension": ("anti_extension",),
    "anti_rotation": ("anti_rotation",),
    "anti_lateral_flexion": ("anti_lateral_flexion",),
    "core": ("anti_extension", "anti_rotation", "anti_lateral_flexion", "rotation"),
    "jump": ("plyometric",),
}
OTHER_PATTERNS = ("ankle", "foot", "mobility", "cardio", "soft_tissue")
FLAGS = (
    "balance",
    "deep_knee_flexion",
    "eccentric_high",
    "single_leg_landing",
    "spinal_flexion_repeated",
    "spinal_load",
)
REFER = "See a professional if it does not get better."


def _items() -> tuple[EquipmentItem, ...]:
    return (
        EquipmentItem(id="wall", name="wall", fixture=True),
        EquipmentItem(id="towel", name="towel", fixture=True, stand_ins=("slider",)),
        EquipmentItem(id="slider", name="pair of sliders"),
        EquipmentItem(id="step", name="step", stand_ins=("stair", "chair")),
        EquipmentItem(id="stair", name="stair"),
        EquipmentItem(id="chair", name="chair"),
        EquipmentItem(id="dumbbell", name="dumbbell", load=True),
        EquipmentItem(id="resistance_band", name="long band", load=True),
        EquipmentItem(id="mini_band", name="mini band", load=True),
        EquipmentItem(id="barbell", name="barbell", load=True, heavy=True),
        EquipmentItem(id="foam_roller", name="foam roller"),
    )


def _kits() -> tuple[Kit, ...]:
    home = {"chair": 1, "dumbbell": 2, "resistance_band": 1, "mini_band": 1}
    return (
        Kit(id="bodyweight", name="nothing but the house", holds={"stair": 1}),
        Kit(id="home", name="a home corner", holds=home),
    )


def _pains() -> tuple[Pain, ...]:
    return (
        Pain(
            id="achilles_pain",
            name="Achilles pain",
            avoid_impact=True,
            muscles=("gastrocnemius", "soleus"),
            calf_tempo="3-0-3",
            refer=REFER,
        ),
        Pain(
            id="knee_pain",
            name="knee pain",
            avoid_flags=("deep_knee_flexion",),
            muscles=("quadriceps",),
            helps=(("bridge", "side_leg_raise"),),
            refer=REFER,
        ),
        Pain(id="sore_neck", name="sore neck", refer=REFER),
        Pain(id="stiff_ankle", name="stiff ankle", refer=REFER),
        Pain(id="weak_heart", name="weak heart", light_loads=True, avoid_impact=True, refer=REFER),
        Pain(id="pregnancy", name="pregnancy", refuse=True, refer=REFER),
    )


def vocabulary() -> dict[str, Any]:
    """Every field of a catalog but its exercises."""
    muscles = [
        Muscle.model_validate({"id": muscle, "name": muscle, "tier": tier, "area": "body"})
        for tier, members in MUSCLE_TIERS.items()
        for muscle in members
    ]
    patterns = dict.fromkeys(pattern for members in GROUPS.values() for pattern in members)
    named = (*patterns, *OTHER_PATTERNS)
    return {
        "muscles": tuple(muscles),
        "mobility_areas": tuple(
            MobilityArea(id=area, name=area, areas=members) for area, members in AREAS.items()
        ),
        "equipment": _items(),
        "kits": _kits(),
        "patterns": tuple(MovementPattern(id=pattern, name=pattern) for pattern in named),
        "pattern_groups": tuple(
            PatternGroup(id=group, name=group.replace("_", " "), patterns=members)
            for group, members in GROUPS.items()
        ),
        "pains": _pains(),
        "flags": tuple(Flag(id=flag, name=flag, meaning="A test flag.") for flag in FLAGS),
        "sources": (Source(id="standard_practice", title="Practice", kind="convention"),),
    }
