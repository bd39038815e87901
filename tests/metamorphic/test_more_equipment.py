"""On shipped scenarios, more equipment never makes the first tiers worse.

Rules and doses are held fixed: an item is added only where no demand is switched on by it, no
exercise that could be done before is done otherwise, and the preparation stays. Where one of
these does change, the richer week is asked for more than the poorer one, and the two are not
compared (``docs/compare.md`` says what is).
"""

from __future__ import annotations

import pytest

from optimizer.domain.plan import TierResult
from optimizer.domain.problem import Problem
from optimizer.planning.problems import build_problem
from optimizer.solve.outcome import PlanFound
from optimizer.studies.comparing.standards import asked_for
from optimizer.studies.comparing.variants import kit_variants
from optimizer.studies.solved import SolvedProblems
from tests.planning.gallery import GALLERY, catalog, problem_of

BY_NAME = {path.stem: path for path in GALLERY}
CASES = [
    ("home_two_sessions_tempo_and_long_run", "+pull_up_bar"),
    ("home_two_sessions_tempo_and_long_run", "+suspension_trainer +cable_machine +ab_wheel"),
    ("minimal_kit_three_short_sessions", "+stability_ball +jump_rope"),
    ("hotel_room_on_a_work_trip", "+resistance_band +anchor_point"),
    ("beginner_bodyweight_first_weeks", "+mini_band +table"),
    ("very_short_time_floors_relaxed", "+suspension_trainer +mini_band +resistance_band"),
    ("twenty_minute_sessions", "+plyo_box +stability_ball"),
    ("knee_pain_with_bands", "+suspension_trainer +back_extension_bench"),
]
"""A scenario, and what it gets besides: each lets exercises in."""


def fixed(poor: Problem, rich: Problem) -> str:
    """What is not the same for exercises that both can do; nothing where all is held fixed."""
    if asked_for(poor) != asked_for(rich):
        return "demands"
    if {key: one.signature for key, one in poor.routines.items()} != {
        key: one.signature for key, one in rich.routines.items()
    }:
        return "preparation"
    for slot in poor.slots:
        for row in poor.catalog.exercises:
            if not row.is_work or not poor.can_use(row, slot.id):
                continue
            if not rich.can_use(row, slot.id):
                return "usable"
            one, other = poor.prescription(row, slot.place), rich.prescription(row, slot.place)
            if (one.dose, one.time) != (other.dose, other.time):
                return "doses"
    return ""


def ceiling(tier: TierResult) -> int:
    """How high the tier was left when the later ones were solved."""
    return max(tier.value, tier.bound + tier.tolerance)


def worse(poor: PlanFound, rich: PlanFound) -> list[str]:
    """Tiers in which the poorer week beats what is proved of the richer one."""
    theirs = {tier.id: tier for tier in poor.tiers}
    found = []
    for tier in rich.tiers:
        if tier.scope != "all plans":
            continue
        if tier.bound > theirs[tier.id].value:
            found.append(tier.id)
        if theirs[tier.id].value > ceiling(tier):
            break
    return found


@pytest.mark.parametrize(("name", "more"), CASES)
def test_more_equipment_is_never_worse(name: str, more: str) -> None:
    """No tier over all plans is proved to be worse, as far as the poorer week can be had."""
    solved = SolvedProblems(catalog())
    variants = kit_variants(problem_of(BY_NAME[name]).scenario, [more], catalog())
    poor, rich = solved.outcomes(variant.scenario for variant in variants)
    assert fixed(poor.problem, rich.problem) == ""
    assert poor.key != rich.key
    assert isinstance(poor.outcome, PlanFound)
    assert isinstance(rich.outcome, PlanFound)
    assert all(tier.proved for tier in rich.outcome.tiers if tier.scope == "all plans")
    assert worse(poor.outcome, rich.outcome) == []


def test_what_a_richer_week_is_asked_for_besides() -> None:
    """Dumbbells switch on the demand for weights in main lifts, and change doses."""
    scenario = problem_of(BY_NAME["minimal_kit_three_short_sessions"]).scenario
    poor, rich = (
        build_problem(variant.scenario, catalog())
        for variant in kit_variants(scenario, ["+dumbbell:2"], catalog())
    )
    assert fixed(poor, rich) == "demands"
    assert {one.kind for one in asked_for(rich) if one not in asked_for(poor)} == {
        "loaded",
        "lift",
    }
