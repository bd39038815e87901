"""What a coach would not give with a pain is kept out, and what they would give is left in."""

from __future__ import annotations

from functools import cache

import pytest

from optimizer.domain.catalog import Catalog
from optimizer.domain.offer import offer_of
from optimizer.domain.scenario import Athlete, PainReport, Place
from optimizer.domain.sore_areas import pain_against
from optimizer.reading.catalog_reader import read_catalog

KEPT_OUT = (
    ("hamstring_proximal_pain", "seated_leg_lift_over"),
    ("hamstring_proximal_pain", "hip_hinge_drill"),
    ("ankle_sprain_recent", "step_up_arms_overhead"),
    ("ankle_sprain_recent", "step_up_loaded"),
    ("ankle_sprain_recent", "standing_march_hold"),
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


def test_a_low_step_is_neither_bench_nor_chair() -> None:
    """Low step-ups need a step or a stair, so that a sore knee never climbs on a bench."""
    low = catalog().exercise_by_id["low_step_up"]
    expectations = {"step": True, "stair": True, "bench_or_box": False, "chair": False}
    for thing, expected in expectations.items():
        offer = offer_of("here", Place.model_validate({"equipment": {thing: 1}}), catalog())
        assert (offer.choose(low) is not None) == expected
