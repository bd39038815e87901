"""Items that nothing asks for are left out, and the tiers are measured anew."""

from __future__ import annotations

from optimizer.domain.plan import Plan, TierResult
from optimizer.domain.plan_writer import Chosen
from optimizer.domain.scenario import Day
from optimizer.planning.idle_items import first_idle_item, without_item
from optimizer.planning.reasoning.reasons import with_reasons
from optimizer.solve.outcome import PlanFound
from tests.worlds import catalog_of_muscles, plan_of, problem

WEEK = {
    ("air_squat", "mon"): 2,
    ("band_row", "mon"): 2,
    ("push_up", "mon"): 2,
    ("plank", "mon"): 2,
    ("air_squat", "thu"): 2,
    ("push_up", "thu"): 2,
    ("band_row", "thu"): 2,
    ("plank", "thu"): 2,
}
DAYS: dict[str, Day] = {"mon": "mon", "thu": "thu"}


def test_a_needed_item_is_not_idle() -> None:
    """Every item of a week that the targets ask for has a better reason."""
    world = problem()
    assert first_idle_item(with_reasons(world, plan_of(world, WEEK))) is None


def test_an_item_without_a_reason_is_found_and_left_out() -> None:
    """A toe raise serves nothing where its muscle does not count; without it time is saved."""
    world = problem(
        catalog=catalog_of_muscles("quadriceps"),
        objectives={"runner_slots_are_filled": {"enabled": False}},
    )
    chosen = {**WEEK, ("toe_raise", "thu"): 2}
    plan = with_reasons(world, plan_of(world, chosen))
    assert first_idle_item(plan) == ("toe_raise", "thu")
    before = sum(session.seconds for session in plan.sessions)
    tier = TierResult(
        id="minutes",
        unit="seconds",
        value=before,
        bound=before - 100,
        proved=True,
        scope="all plans",
        tolerance=240,
    )
    outcome = PlanFound(Chosen(chosen, {}, DAYS), (tier,))
    shorter = without_item(world, outcome, ("toe_raise", "thu"))
    assert ("toe_raise", "thu") not in shorter.chosen.sets
    taken = sum(item.seconds for item in plan.session("thu").items if item.id == _id(plan))
    assert shorter.tiers[0].value == before - taken
    assert shorter.tiers[0].bound <= shorter.tiers[0].value


def _id(plan: Plan) -> str:
    items = plan.session("thu").items
    return next(item.id for item in items if item.exercise == "toe_raise")
