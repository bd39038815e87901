"""Why items are in the plan: by hand, for any legal plan, and over the gallery."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from optimizer.constraints import every_rule
from optimizer.domain.coverage import coverage
from optimizer.domain.plan import Plan, Reason
from optimizer.domain.problem import Problem
from optimizer.domain.tiers import TIERS
from optimizer.objectives import every_aim
from optimizer.planning.reasoning.reason_codes import RANK, REASON_CODES
from optimizer.planning.reasoning.reason_words import WORDS_OF_AIMS, WORDS_OF_RULES
from optimizer.planning.reasoning.reasons import with_reasons
from optimizer.planning.reasoning.without_item import LESS_CANNOT_BREAK, Week, without
from optimizer.verify import verify
from tests.legal_plans import legal_cases
from tests.planning.gallery import POSSIBLE, plan_of, problem_of
from tests.strategies import Case
from tests.worlds import catalog_of_muscles, problem, session
from tests.worlds import plan_of as written

ONE_WEEK = {
    ("air_squat", "mon"): 2,
    ("push_up", "mon"): 2,
    ("calf_raise", "mon"): 3,
    ("plank", "mon"): 2,
    ("deadlift", "thu"): 3,
    ("band_row", "thu"): 2,
    ("calf_raise", "thu"): 3,
}
"""Six sets for the soleus, and one exercise for everything else."""


def explained(world: Problem, chosen: dict[tuple[str, str], int]) -> Plan:
    """The plan of these sets with its coverage and its reasons."""
    plan = written(world, chosen)
    plan = plan.model_copy(update={"coverage": coverage(world, plan.sessions)})
    return with_reasons(world, plan)


def reasons_of(plan: Plan, exercise: str, session_id: str = "mon") -> list[Reason]:
    """The reasons of an exercise in a session."""
    items = plan.session(session_id).items
    return list(next(item for item in items if item.exercise == exercise).reasons)


def texts(reasons: list[Reason], code: str) -> list[str]:
    """The texts of the reasons with a code."""
    return [reason.text for reason in reasons if reason.code == code]


def test_the_only_work_of_the_week() -> None:
    """Two push-up sets are the only chest work and the only push; one set reaches the floor."""
    found = reasons_of(explained(problem(), ONE_WEEK), "push_up")
    assert texts(found, "only-cover") == [
        "the week's only chest and deltoids work",
        "the week's only push",
        "the session's only upper-body work",
    ]
    floor = found[0]
    assert (floor.by, floor.about) == ("muscles_reach_their_floor", ("chest", "deltoids"))
    assert floor.sets == 2  # deltoids get half a set for each, and their floor is one


def test_sets_that_the_floor_needs() -> None:
    """Without deltoids to count, one of the two push-up sets is enough for the chest."""
    world = problem(catalog=catalog_of_muscles("chest"))
    found = reasons_of(explained(world, ONE_WEEK), "push_up")
    assert found[0].text == ("the week's only chest work (1 of its 2 sets is needed for the floor)")
    assert found[0].sets == 1


def test_a_floor_that_two_items_hold() -> None:
    """A set of calf raises on each day: the floor of two needs both, neither is the only one."""
    chosen = {**ONE_WEEK, ("calf_raise", "mon"): 1, ("calf_raise", "thu"): 1}
    found = reasons_of(explained(problem(), chosen), "calf_raise")
    assert texts(found, "holds-floor") == ["holds gastrocnemius and soleus at the floor"]


def test_a_target_is_served_with_numbers() -> None:
    """Three sets on Thursday and three on Monday: the target of four needs one of them."""
    world = problem(catalog=catalog_of_muscles("soleus"))
    found = reasons_of(explained(world, ONE_WEEK), "calf_raise")
    target = next(reason for reason in found if reason.code == "serves-target")
    assert target.text == "lifts soleus from 3 to the target of 4"
    assert (target.by, target.tier, target.about, target.sets) == (
        "muscles_reach_their_target",
        "targets",
        ("soleus",),
        1,
    )


def test_a_target_that_stays_out_of_reach_says_so() -> None:
    """Five sets stay below a target of ten."""
    world = problem(
        catalog=catalog_of_muscles("soleus"), targets={"muscles": {"soleus": {"target": 10}}}
    )
    found = reasons_of(explained(world, ONE_WEEK), "calf_raise")
    assert texts(found, "serves-target") == ["lifts soleus from 3 to 6 (target 10)"]


def test_pins_and_likes_come_first() -> None:
    """What the scenario says itself stands before everything else."""
    world = problem(
        athlete={"likes": ["plank"]}, pin=({"session": "mon", "exercise": "plank", "sets": 2},)
    )
    found = reasons_of(explained(world, ONE_WEEK), "plank")
    assert [reason.code for reason in found[:2]] == ["pinned", "liked"]
    assert all(reason.by != "pins_are_kept" for reason in found)


def test_push_and_pull_and_the_halves_of_the_leg() -> None:
    """The only pull and the only hip lift also keep their balances."""
    plan = explained(problem(), ONE_WEEK)
    row, hinge = reasons_of(plan, "band_row", "thu"), reasons_of(plan, "deadlift", "thu")
    assert texts(row, "keeps-balance") == ["keeps pulling in step with pushing"]
    assert texts(hinge, "keeps-balance") == ["keeps the back of the leg in step with the front"]
    assert texts(hinge, "main-lift") == ["main lift: hip dominant"]


def test_relaxed_floors_are_served() -> None:
    """Where floors are relaxed, what misses them least is the reason."""
    world = problem(
        catalog=catalog_of_muscles("soleus"),
        targets={"floors": "relaxed", "muscles": {"soleus": {"floor": 5}}},
    )
    found = reasons_of(explained(world, ONE_WEEK), "calf_raise")
    assert texts(found, "serves-floor") == ["lifts soleus from 3 to the floor of 5"]
    assert {reason.tier for reason in found if reason.code == "serves-floor"} == {"floors"}


def test_an_item_that_nothing_asks_for() -> None:
    """With every demand off, the plan says that the item is not needed."""
    off = {rule.id: {"enabled": False} for rule in every_rule() if rule.id in WORDS_OF_RULES}
    no_aims = {aim.id: {"enabled": False} for aim in every_aim()}
    world = problem(constraints=off, objectives=no_aims)
    found = reasons_of(explained(world, ONE_WEEK), "plank")
    assert [reason.code for reason in found] == ["within-tolerance"]


def test_a_rule_without_words_speaks_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message of the broken rule and the units of the worse aim are the fallback."""
    monkeypatch.delitem(WORDS_OF_RULES, "required_patterns_are_trained")
    monkeypatch.delitem(WORDS_OF_AIMS, "runner_slots_are_filled")
    found = reasons_of(explained(problem(), ONE_WEEK), "push_up")
    assert texts(found, "needed-by-rule") == ["without it: no push"]
    core = reasons_of(explained(problem(), ONE_WEEK), "plank")
    assert texts(core, "serves-aim") == [
        "the week's only direct work for trunk",
        "without it, short of good proportions is worse by 100 (hundredths of a set)",
    ]


def test_words_belong_to_rules_and_aims_that_exist() -> None:
    """A renamed rule must not lose its words in silence."""
    assert set(WORDS_OF_RULES) <= {rule.id for rule in every_rule()}
    assert set(WORDS_OF_AIMS) <= {aim.id for aim in every_aim()}
    assert {rule.id for rule in every_rule()} >= LESS_CANNOT_BREAK


def test_every_code_is_described_and_ranked() -> None:
    """The codes of the documentation are the codes that can be used."""
    assert list(REASON_CODES) == list(RANK)


@given(case=legal_cases())
def test_less_breaks_no_rule_that_is_passed_over(case: Case) -> None:
    """An item less never breaks a filter or a cap, so that they need not be asked."""
    passed_over = LESS_CANNOT_BREAK | {rule.id for rule in every_rule() if rule.bars}
    plan = case.plan
    for one in plan.sessions:
        for item in one.items:
            broken = verify(case.problem, without(plan, one, item)).violations
            assert [found for found in broken if found.rule in passed_over] == []


@given(case=legal_cases())
def test_every_loss_has_a_reason(case: Case) -> None:
    """Each rule that breaks and each aim that is worse without an item is told, in rank order."""
    plan = case.plan
    plan = plan.model_copy(update={"coverage": coverage(case.problem, plan.sessions)})
    week, told = Week(case.problem, plan), with_reasons(case.problem, plan)
    for before, after in zip(plan.sessions, told.sessions, strict=True):
        for item, explained_item in zip(before.items, after.items, strict=True):
            loss = week.loss(before, item)
            lost = {one.rule for one in loss.broken} | {aim.id for aim, _ in loss.worse}
            by = {reason.by for reason in explained_item.reasons} - {None}
            assert by <= lost
            # They say the same as the rules about the week.
            balances = {"push_and_pull_stay_close", "knee_and_hip_work_stay_close"}
            assert lost - by <= balances
            ranks = [RANK[reason.code] for reason in explained_item.reasons]
            assert ranks == sorted(ranks)
            assert ranks != []


@given(case=legal_cases())
def test_floors_name_as_many_muscles_as_break(case: Case) -> None:
    """Words and rule agree on which muscles would miss their floor."""
    plan = case.plan
    plan = plan.model_copy(update={"coverage": coverage(case.problem, plan.sessions)})
    week, told = Week(case.problem, plan), with_reasons(case.problem, plan)
    rule = "muscles_reach_their_floor"
    for before, after in zip(plan.sessions, told.sessions, strict=True):
        for item, explained_item in zip(before.items, after.items, strict=True):
            broken = [one for one in week.loss(before, item).broken if one.rule == rule]
            reasons = [reason for reason in explained_item.reasons if reason.by == rule]
            assert len(broken) == sum(len(reason.about) for reason in reasons)


@pytest.mark.parametrize("path", POSSIBLE[::4], ids=lambda path: path.stem)
def test_every_item_of_the_gallery_has_a_reason(path: Path) -> None:
    """No shipped plan holds an item that no demand, aim, pin or like asks for.

    Every fourth plan is asked here; the test of the gallery asks all of them for idle items.
    """
    plan = plan_of(path)
    items = [item for one in plan.sessions for item in one.items]
    idle = [item.exercise for item in items if item.reasons[0].code == "within-tolerance"]
    assert (items != []) == (plan.sessions != ())
    assert idle == []
    tiers = {tier.id for tier in TIERS} | {None}
    for reason in (reason for item in items for reason in item.reasons):
        assert reason.code in REASON_CODES
        assert reason.tier in tiers
        assert reason.sets is None or reason.sets >= 1


def test_reasons_are_those_of_the_problem() -> None:
    """Giving a solved plan its reasons again changes nothing."""
    path = POSSIBLE[0]
    assert with_reasons(problem_of(path), plan_of(path)) == plan_of(path)


def test_a_short_session_needs_no_whole_body() -> None:
    """Sessions under half an hour give no reason of their own."""
    world = problem(sessions=(session("mon", 29), session("thu", 29)))
    found = reasons_of(explained(world, ONE_WEEK), "push_up")
    assert "the session's only upper-body work" not in texts(found, "only-cover")
