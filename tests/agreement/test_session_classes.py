"""Sessions of one class are interchangeable for every rule that does not ask for days."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from optimizer.constraints import every_rule
from optimizer.domain.problem import Problem, Slot
from optimizer.model.scopes import SessionClass
from optimizer.objectives import every_aim
from optimizer.solve.build import session_classes
from optimizer.solve.narrowing import Placement, distinct_classes, narrowed
from optimizer.verify import verify
from tests.legal_plans import almost_legal_cases
from tests.strategies import Case, Days, cases
from tests.worlds import problem, session

ABOUT_DAYS = tuple(rule.id for rule in every_rule() if rule.kind == "placement")


def alike(problem: Problem, *, also_days: bool) -> list[list[str]]:
    """Sessions of a class with one length, the same pins and the same choice of exercises.

    With ``also_days`` their days and their start are the same as well.
    """

    def shape(slot: Slot) -> object:
        pins = tuple((pin.exercise, pin.sets) for pin in problem.pins_of(slot.id))
        days = (slot.days, slot.start) if also_days else None
        return (slot.minutes, pins, problem.usable[slot.id], days)

    groups: dict[object, list[str]] = {}
    for group in session_classes(problem):
        for slot in group.slots:
            groups.setdefault((group.id, shape(slot)), []).append(slot.id)
    return list(groups.values())


def dealt_anew(case: Case, data: st.DataObject) -> Case:
    """The case with the contents of alike sessions permuted, each on the day it had."""
    moved: dict[str, str] = {}
    for group in alike(case.problem, also_days=False):
        ids = [slot for slot in group if slot in case.held]
        moved |= dict(zip(ids, data.draw(st.permutations(ids)), strict=True))
    return moved_case(case, moved, case.days)


def renamed(case: Case, data: st.DataObject) -> Case:
    """The case with sessions that are alike in their days as well exchanged, days and all."""
    moved: dict[str, str] = {}
    for ids in alike(case.problem, also_days=True):
        moved |= dict(zip(ids, data.draw(st.permutations(ids)), strict=True))
    return moved_case(case, moved, {moved[slot]: day for slot, day in case.days.items()})


def moved_case(case: Case, moved: dict[str, str], days: Days) -> Case:
    """The case with the contents of each session in the one that it is moved to."""
    chosen = {(row, moved[slot]): sets for (row, slot), sets in case.chosen.items()}
    stages = {moved[slot]: n for slot, n in case.stages.items() if slot in moved}
    return Case(case.problem, chosen, stages, days)


def verdicts(case: Case, *, about_days: bool) -> list[str]:
    """The broken rules, as often as they are broken; those about days only where asked for."""
    broken = [breach.rule for breach in verify(case.problem, case.plan).violations]
    return sorted(rule for rule in broken if about_days or rule not in ABOUT_DAYS)


def values(case: Case, *kinds: str) -> dict[str, int]:
    """What the aims of some kinds measure."""
    plan = case.plan
    return {aim.id: aim.measure(case.problem, plan) for aim in every_aim() if aim.kind in kinds}


@given(case=cases(most_off=3), data=st.data())
def test_permuting_a_class_keeps_verdicts(case: Case, data: st.DataObject) -> None:
    """Dealing a class's sessions anew breaks no other rules, and values the week alike."""
    other = dealt_anew(case, data)
    assert verdicts(case, about_days=False) == verdicts(other, about_days=False)
    assert values(case, "week") == values(other, "week")


@given(case=almost_legal_cases(), data=st.data())
def test_permuting_a_class_keeps_nearly_legal_plans(case: Case, data: st.DataObject) -> None:
    """The same holds for plans that obey nearly every rule."""
    other = dealt_anew(case, data)
    assert verdicts(case, about_days=False) == verdicts(other, about_days=False)
    assert values(case, "week") == values(other, "week")


@given(case=cases(most_off=3), data=st.data())
def test_sessions_with_the_same_days_are_alike_in_everything(
    case: Case, data: st.DataObject
) -> None:
    """Exchanged with their days, alike sessions keep every verdict and every value."""
    other = renamed(case, data)
    assert verdicts(case, about_days=True) == verdicts(other, about_days=True)
    kinds = ("day", "week", "placement")
    assert values(case, *kinds) == values(other, *kinds)


def ids(classes: tuple[SessionClass, ...]) -> list[tuple[str, ...]]:
    """The sessions of each class."""
    return [tuple(slot.id for slot in group.slots) for group in classes]


def test_pins_and_lengths_are_told_apart_after_the_first_layer_only() -> None:
    """The week layer merges a pinned and a longer session; a narrowed week tells all apart."""
    world = problem(
        sessions=(session("mon"), session("wed"), session("fri", 30)),
        pin=({"session": "wed", "exercise": "push_up", "sets": 1},),
    )
    assert ids(session_classes(world)) == [("mon", "wed", "fri")]
    assert ids(distinct_classes(world)) == [("mon",), ("wed",), ("fri",)]


def test_a_placement_tells_heavy_sessions_from_light_ones() -> None:
    """Kept on its day, a session that was not heavy may hold no heavy legs."""
    world = problem(sessions=(session("mon", days=("mon", "tue")), session("thu")))
    fixed = narrowed(world, Placement({"mon": "tue", "thu": "thu"}, frozenset({"thu"})))
    assert [slot.days for slot in fixed.slots] == [("tue",), ("thu",)]
    assert ids(session_classes(fixed)) == [("mon",), ("thu",)]
    squat, plank = (world.catalog.exercise_by_id[row] for row in ("air_squat", "plank"))
    assert [fixed.is_modelled(squat, slot) for slot in ("mon", "thu")] == [False, True]
    assert fixed.is_modelled(plank, "mon")


def test_a_narrowed_week_has_no_session_that_may_stay_empty() -> None:
    """Sessions that the placement leaves out are gone, and the others take place."""
    world = problem(
        sessions=(session("mon"), session("wed"), session("fri")),
        constraints={"sessions_suit_the_phase": {"most": 2}},
    )
    assert world.optional_sessions == ("mon", "wed", "fri")
    fixed = narrowed(world, Placement({"mon": "mon", "fri": "fri"}, frozenset()))
    assert [slot.id for slot in fixed.slots] == ["mon", "fri"]
    assert fixed.optional_sessions == ()
