"""Sessions of one class are interchangeable: no rule tells them apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from optimizer.objectives import every_aim
from optimizer.solve.build import session_classes
from optimizer.verify import verify
from tests.legal_plans import almost_legal_cases
from tests.strategies import Case, cases
from tests.worlds import problem, session


def dealt_anew(case: Case, data: st.DataObject) -> Case:
    """The case with the contents of each class's sessions permuted."""
    moved: dict[str, str] = {}
    for group in session_classes(case.problem):
        ids = [slot.id for slot in group.slots]
        moved |= dict(zip(ids, data.draw(st.permutations(ids)), strict=True))
    chosen = {(row, moved[slot]): sets for (row, slot), sets in case.chosen.items()}
    return Case(case.problem, chosen, {moved[slot]: n for slot, n in case.stages.items()})


def verdicts(case: Case) -> list[str]:
    """The broken rules, as often as they are broken."""
    return sorted(breach.rule for breach in verify(case.problem, case.plan).violations)


def week_values(case: Case) -> dict[str, int]:
    """What the aims over the week's totals measure."""
    plan = case.plan
    return {aim.id: aim.measure(case.problem, plan) for aim in every_aim() if not aim.is_day_aim}


@given(case=cases(most_off=3), data=st.data())
def test_permuting_a_class_keeps_verdicts(case: Case, data: st.DataObject) -> None:
    """Dealing a class's sessions anew breaks no other rules, and values the week alike."""
    other = dealt_anew(case, data)
    assert verdicts(case) == verdicts(other)
    assert week_values(case) == week_values(other)


@given(case=almost_legal_cases(), data=st.data())
def test_permuting_a_class_keeps_nearly_legal_plans(case: Case, data: st.DataObject) -> None:
    """The same holds for plans that obey nearly every rule."""
    other = dealt_anew(case, data)
    assert verdicts(case) == verdicts(other)
    assert week_values(case) == week_values(other)


def test_a_pin_with_sets_tells_sessions_apart_for_the_set_range() -> None:
    """The set range exempts pinned sets, so it keeps classes apart even without the pin rule."""
    pinned = problem(
        sessions=(session("mon"), session("thu")),
        pin=({"session": "thu", "exercise": "push_up", "sets": 1},),
        constraints={"pins_are_kept": {"enabled": False}},
    )
    assert [tuple(slot.id for slot in group.slots) for group in session_classes(pinned)] == [
        ("mon",),
        ("thu",),
    ]
