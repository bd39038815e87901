"""What a coach would not give with a pain is kept out, and what they would give is left in."""

from __future__ import annotations

from functools import cache

import pytest

from optimizer.domain.catalog import Catalog
from optimizer.domain.dosing.levels import LEVEL_NUMBERS
from optimizer.domain.offer import offer_of
from optimizer.domain.scenario import Athlete, PainReport, Place
from optimizer.domain.sore_areas import pain_against
from optimizer.reading.catalog.reader import read_catalog
from tests.worlds import problem

UNSUPPORTED = (
    "single_leg_squat_toe_touch",
    "single_leg_sit_to_stand",
    "single_leg_squat",
    "bulgarian_split_squat",
    "single_leg_rdl",
    "single_leg_rdl_one_weight",
    "reaching_single_leg_rdl",
    "hip_airplane",
    "low_step_up",
    "step_up",
    "step_down",
    "lateral_step_up",
    "transverse_lunge",
    "standing_hip_hike",
    "band_lateral_walk",
    "band_abduction_knees",
    "band_abduction_ankles",
    "single_leg_partial_squat_band_abduction",
    "banded_standing_knee_drive",
    "single_leg_balance",
    "single_leg_balance_reach",
    "single_leg_balance_reach_far",
    "heel_walk",
)
"""Exercises that stand, step or turn on one leg with no hand on anything."""
HIGH_STEPS = (
    "step_up",
    "step_up_loaded",
    "step_up_arms_overhead",
    "step_down",
    "lateral_step_up",
)
"""Steps higher or harder for the pelvis than a low one."""
FALL_RISKS = (
    "single_leg_rdl",
    "single_leg_rdl_one_weight",
    "reaching_single_leg_rdl",
    "single_leg_balance_reach",
    "single_leg_balance_reach_far",
    "banded_standing_knee_drive",
    "step_up_loaded",
    "lateral_step_up",
    "band_assisted_pull_up",
    "eccentric_chin_up",
    "medicine_ball_push_up",
    "medicine_ball_push_up_kneeling",
)
"""Exercises that lose their stand, their seat in a band or their hands' hold without warning."""
KEPT_OUT = (
    ("hamstring_proximal_pain", "seated_leg_lift_over"),
    ("hamstring_proximal_pain", "hip_hinge_drill"),
    ("ankle_sprain_recent", "step_up_arms_overhead"),
    ("ankle_sprain_recent", "step_up_loaded"),
    ("ankle_sprain_recent", "standing_march_hold"),
    *(("ankle_sprain_recent", row) for row in UNSUPPORTED),
    *(("lateral_hip_pain", row) for row in HIGH_STEPS),
    *(("osteoporosis", row) for row in FALL_RISKS),
    *(
        (pain, row)
        for pain in ("low_back_pain_acute", "low_back_pain_extension", "groin_strain")
        for row in ("prone_psoas_march_band", "slider_knee_drive")
    ),
    ("wrist_pain", "ninety_ninety_switch"),
    ("wrist_pain", "three_point_db_row"),
    ("knee_pain_anterior", "step_up"),
    ("knee_pain_anterior", "step_up_arms_overhead"),
    ("plantar_heel_pain", "heel_walk"),
    ("plantar_heel_pain", "wall_tibialis_raise"),
    ("plantar_heel_pain", "single_leg_tibialis_raise"),
)
"""Pains, and exercises that load, stretch or press on the sore part."""
LEFT_IN = (
    ("hamstring_proximal_pain", "glute_bridge"),
    ("knee_pain_anterior", "low_step_up"),
    ("ankle_sprain_recent", "single_leg_rdl_wall_supported"),
    ("ankle_sprain_recent", "split_squat"),
    ("ankle_sprain_recent", "leg_swing_front_back"),
    ("osteoporosis", "goblet_squat"),
    ("osteoporosis", "dumbbell_rdl"),
    ("osteoporosis", "single_leg_rdl_wall_supported"),
    ("osteoporosis", "single_leg_balance"),
    ("lateral_hip_pain", "low_step_up"),
    ("lateral_hip_pain", "glute_bridge"),
    ("lateral_hip_pain", "band_abduction_ankles"),
)
"""Pains, and exercises that they are trained with."""


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


def against(pain: str, exercise: str) -> str | None:
    """The report that speaks against an exercise, of an athlete with one pain."""
    athlete = Athlete(id="runner", level="intermediate", pains=(PainReport(id=pain),))
    return pain_against(catalog().exercise_by_id[exercise], athlete, catalog())


@pytest.mark.parametrize(("pain", "exercise"), KEPT_OUT)
def test_a_pain_keeps_an_exercise_out(pain: str, exercise: str) -> None:
    """The exercise is excluded, and because of this pain."""
    assert against(pain, exercise) == pain


@pytest.mark.parametrize(("pain", "exercise"), LEFT_IN)
def test_a_pain_leaves_an_exercise_in(pain: str, exercise: str) -> None:
    """The exercise is not excluded."""
    assert against(pain, exercise) is None


def test_light_loads_leave_out_what_only_a_barbell_serves() -> None:
    """An empty bar is heavy already, and a barbell lift is what loads rise in."""
    legs = [
        row.id
        for row in catalog().exercises
        if row.role == "strength" and row.equipment and all("barbell" in n for n in row.equipment)
    ]
    assert {"barbell_back_squat", "barbell_deadlift", "barbell_thruster"} <= set(legs)
    light = [pain.id for pain in catalog().pains if pain.light_loads and not pain.refuse]
    allowed = [(pain, row) for pain in light for row in legs if against(pain, row) is None]
    assert light != []
    assert allowed == []


@pytest.mark.parametrize("level", ["beginner", "intermediate"])
def test_heel_pain_gets_the_raise_that_its_note_names(level: str) -> None:
    """The toes on a towel are the point of the exercise, at any level."""
    row = catalog().exercise_by_id["towel_toe_calf_raise"]
    assert row.id in catalog().pain_by_id["plantar_heel_pain"].every_helper
    assert row.difficulty <= LEVEL_NUMBERS[level].difficulty_max  # type: ignore[index]


def test_the_slow_towel_raise_stays_out_of_a_race_week() -> None:
    """It lowers the whole body below the edge on one calf, which is no work before a race."""
    row = catalog().exercise_by_id["towel_toe_calf_raise"]
    week = problem(catalog=catalog(), athlete={"level": "intermediate", "phase": "race_week"})
    assert row.id not in {one.id for one in week.candidates}


@pytest.mark.parametrize(
    ("pain", "helpful"),
    [
        ("lateral_hip_pain", ("glute_bridge", "low_step_up")),
        (
            "achilles_pain",
            ("single_leg_bent_knee_calf_raise", "bent_knee_calf_raise", "seated_calf_raise"),
        ),
        ("knee_pain_anterior", ("band_abduction_knees", "side_lying_hip_abduction", "hip_thrust")),
        ("low_back_pain_acute", ("side_plank", "bird_dog", "curl_up", "suitcase_carry")),
        ("low_back_pain_flexion", ("side_plank", "bird_dog", "suitcase_carry")),
        ("achilles_insertional_pain", ("two_leg_calf_raise", "single_leg_calf_raise_floor")),
    ],
)
def test_the_week_is_asked_for_what_the_note_names(pain: str, helpful: tuple[str, ...]) -> None:
    """What the words prefer stands in the list that the planner reads."""
    assert set(helpful) <= set(catalog().pain_by_id[pain].every_helper)


def test_an_insertion_is_not_bent_over_the_toes() -> None:
    """Standing raises with bent knees press the tendon against the heel, as a machine's edge."""
    rows = catalog().exercise_by_id
    helps = [rows[name] for name in catalog().pain_by_id["achilles_insertional_pain"].every_helper]
    assert helps != []
    assert all(row.ladder and row.ladder.family == "calf_straight_knee" for row in helps)
    assert not any(
        {"step", "calf_machine"} & set(needs) for row in helps for needs in row.equipment
    )


def test_a_low_step_is_neither_bench_nor_chair() -> None:
    """Low step-ups need a step or a stair, so that a sore knee never climbs on a bench."""
    low = catalog().exercise_by_id["low_step_up"]
    expectations = {"step": True, "stair": True, "bench_or_box": False, "chair": False}
    for thing, expected in expectations.items():
        offer = offer_of("here", Place.model_validate({"equipment": {thing: 1}}), catalog())
        assert (offer.choose(low) is not None) == expected
