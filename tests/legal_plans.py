"""Plans that obey all rules, found by the exact model, and plans a step away from them."""

from __future__ import annotations

from functools import cache

from hypothesis import assume
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario
from optimizer.planning.problems import build_problem
from optimizer.solve.build import build_direct, session_classes
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.day_layer import day_variables
from optimizer.solve.limits import Limits
from tests.strategies import CATALOG, WORK, Case, Chosen, Days, days_of, few, scenarios

ROOMY_MINUTES = (30, 45, 60, 75)


def legal_case(problem: Problem, favoured: tuple[str, ...]) -> Case | None:
    """A legal plan that holds many sets of the favoured exercises, or None if there is none."""
    days, _ = build_direct(problem, session_classes(problem))
    model = days.poster.model
    sets = days.sets_variables
    day_variables(days)  # asks for the days, so that they are decided with the rest
    model.maximize(
        cp_model.LinearExpr.weighted_sum(
            list(sets.values()), [5 if row in favoured else -1 for row, _ in sets]
        )
    )
    solver = new_solver(Limits(deterministic_seconds=1.0))
    solver.parameters.stop_after_first_solution = True
    made = call(model, solver)
    if made.answer not in (Answer.OPTIMAL, Answer.FEASIBLE):
        return None
    stages = {slot.id: 0 for slot in problem.slots}
    for (slot_id, stage), variable in days.stage_variables.items():
        if made.value(variable):
            stages[slot_id] = max(stages[slot_id], stage)
    chosen = {key: made.value(variable) for key, variable in sets.items() if made.value(variable)}
    stands: Days = {
        slot.id: next((day for day in slot.days if made.value(days.is_on(slot, day))), None)
        for slot in problem.slots
    }
    return Case(problem, chosen, stages, stands)


@cache
def _legal(text: str, favoured: tuple[str, ...]) -> Case | None:
    problem = build_problem(Scenario.model_validate_json(text), CATALOG)
    return legal_case(problem, favoured)


@st.composite
def legal_cases(draw: st.DrawFn) -> Case:
    """Plans that obey every rule."""
    scenario = draw(scenarios(minutes=ROOMY_MINUTES, most_off=2))
    found = _legal(scenario.model_dump_json(), tuple(draw(few(WORK, 6))))
    assume(found is not None)
    assert found is not None
    return found


@st.composite
def almost_legal_cases(draw: st.DrawFn) -> Case:
    """Plans that obey every rule, but for up to two single numbers, one stage and the days."""
    case = draw(legal_cases())
    chosen: Chosen = dict(case.chosen)
    stages, days = dict(case.stages), dict(case.days)
    held = case.held
    for _ in range(draw(st.integers(0, 2)) if held else 0):
        known = tuple(chosen) or tuple((row, held[0]) for row in WORK)
        new = st.tuples(st.sampled_from(WORK), st.sampled_from(held))
        key = draw(st.sampled_from(known) | new)
        chosen[key] = max(0, min(9, chosen.get(key, 1) + draw(st.sampled_from((-9, -1, 1)))))
    if draw(st.booleans()) and held:
        stages[draw(st.sampled_from(held))] = draw(st.integers(0, 2))
    if draw(st.booleans()):
        moved = draw(days_of(case.problem))
        days |= {session: moved[session] for session in held if moved[session] is not None}
    return Case(case.problem, {key: sets for key, sets in chosen.items() if sets}, stages, days)
