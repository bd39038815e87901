"""Audits: every check gets its grade, from hand-written plans and from our own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from optimizer.domain.audit import Audit
from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.problem import Problem
from optimizer.domain.written_plan import WrittenItem, WrittenPlan, WrittenSession
from optimizer.planning.files import read_scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.solving import solve
from optimizer.reading.catalog.reader import read_catalog
from optimizer.studies.in_hand.audit import audit, audit_file
from optimizer.verify.checks import CHECKS, failed_checks
from tests.checks.test_article_001 import INTERMEDIATE_FAILS
from tests.worlds import problem

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "scenarios" / "audit"
QUICK = ROOT / "scenarios" / "knee_pain_with_bands.yaml"


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


@cache
def example() -> Audit:
    """The audit of the shipped example."""
    return audit_file(
        EXAMPLE / "article_001.scenario.yaml", EXAMPLE / "article_001.plan.yaml", catalog()
    )


@cache
def solved() -> tuple[Problem, Plan]:
    """A scenario with its best plan."""
    scenario = read_scenario(QUICK, catalog()).scenario
    return build_problem(scenario, catalog()), solve(scenario, catalog())


def grades(found: Audit) -> dict[str, str]:
    """Grades by the id of the check, rule or aim."""
    return {check.id: check.grade for check in found.graded}


def test_the_example_fails_what_the_coach_says() -> None:
    """Everything that does not pass is in the list of the checks' page, and C25 is soft."""
    found = grades(example())
    assert example().status == "broken"
    bad = tuple(check for check in found if check[0] == "C" and found[check] in ("fail", "short"))
    assert bad == INTERMEDIATE_FAILS
    assert [check for check in bad if found[check] == "short"] == ["C25"]
    assert found["C24"] == "not asked"


def test_findings_say_where_and_how_grave() -> None:
    """Hard findings name the session, soft ones what is measured."""
    checks = {check.id: check for check in example().checks}
    late = checks["C01"].findings
    assert [(one.by, one.severity, one.where) for one in late] == [
        ("session_fits_in_time", "hard", "a"),
        ("session_fits_in_time", "hard", "b"),
    ]
    assert late[0].message == "takes 2691 s, 291 s more than there is"
    [soft] = checks["C25"].findings
    assert (soft.severity, soft.value, soft.unit) == ("soft", 400, "hundredths of a set")
    assert soft.message.endswith("off by 4 sets")


def test_every_check_and_rule_is_graded_once() -> None:
    """The 25 checks in order, and the rules that none of them asks for."""
    found = example()
    assert [check.id for check in found.checks] == [check.id for check in CHECKS]
    told = {rule for check in CHECKS for rule in check.rules}
    others = {check.id for check in found.others}
    assert set(found.verification.checked) - told <= others
    assert not others & told


def test_muscles_under_their_target_are_named() -> None:
    """The aim about targets lists muscles with what they get."""
    [targets] = [one for one in example().others if one.id == "muscles_reach_their_target"]
    assert targets.grade == "short"
    assert "soleus 1.5 of 5" in targets.findings[0].message


def test_ranges_are_told() -> None:
    """The article's ranges count with their middle."""
    texts = {remark.text for remark in example().remarks}
    assert "12-20 repetitions counted as 16" in texts


def test_our_own_plan_breaks_nothing() -> None:
    """A solved plan keeps every rule in the audit too, and its seconds are those it states."""
    asked, plan = solved()
    found = audit(asked, plan)
    assert found.with_grade("fail") == ()
    assert found.status in ("sound", "short")
    assert found.sessions == plan.sessions
    assert found.coverage == plan.coverage
    assert found.remarks == ()


def broken(plan: Plan, change: str) -> Plan:
    """The plan with one thing wrong in its first session; the order, in every one."""
    if change == "order":
        backwards = [
            one.model_copy(update={"items": tuple(reversed(one.items))}) for one in plan.sessions
        ]
        return plan.model_copy(update={"sessions": tuple(backwards)})
    first, *rest = plan.sessions
    item, *others = first.items
    most = max(first.items, key=lambda one: one.sets)
    sessions = {
        "seconds": first.model_copy(
            update={"items": (item.model_copy(update={"seconds": item.seconds - 1}), *others)}
        ),
        "equipment": _with(first, item.model_copy(update={"exercise": "barbell_back_squat"})),
        "reps": _with(first, item.model_copy(update={"reps": 99})),
        "rest": _with(first, most.model_copy(update={"rest_seconds": 1})),
        "sides": _with(first, *(one.model_copy(update={"per_side": False}) for one in first.items)),
        "preparation": first.model_copy(update={"preparation": first.preparation[:1]}),
        "sets": _with(first, item.model_copy(update={"sets": 9})),
    }
    return plan.model_copy(update={"sessions": (sessions[change], *rest)})


def _with(session: PlannedSession, *items: object) -> PlannedSession:
    changed = {getattr(item, "id"): item for item in items}  # noqa: B009 - items of any kind
    kept = tuple(changed.get(item.id, item) for item in session.items)
    return session.model_copy(update={"items": kept})


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ("seconds", "C01"),
        ("equipment", "C02"),
        ("reps", "C23"),
        ("rest", "C22"),
        ("sides", "C13"),
        ("preparation", "C06"),
        ("sets", "sets_stay_in_range"),
        ("order", "C05"),
    ],
)
def test_one_thing_broken_is_found(change: str, check: str) -> None:
    """A good plan with one thing wrong fails the check that asks for it."""
    asked, plan = solved()
    found = audit(asked, broken(plan, change))
    assert found.status == "broken"
    assert grades(found)[check] == "fail"


def test_the_grades_are_those_of_the_verifier() -> None:
    """What is not passed is what the table of checks calls failed."""
    asked, plan = solved()
    wrong = broken(plan, "reps")
    found = audit(asked, wrong)
    failed = [one.id for one in found.checks if one.grade in ("fail", "short")]
    assert tuple(failed) == failed_checks(asked, wrong, found.verification)


def test_a_missing_session_and_a_day_that_is_not_offered() -> None:
    """Both are breaches, not errors: the plan can be read."""
    asked = problem()
    item = WrittenItem(exercise=asked.candidates[0].id, sets=2)
    plan = WrittenPlan(sessions=(WrittenSession(id="mon", day="fri", items=(item,)),))
    found = {check.id: check for check in audit(asked, plan).graded}
    [day] = found["sessions_stand_on_different_days"].findings
    assert day.message == "is on fri, offered: mon"
    assert [one.message for one in found["C20"].findings] == ["1 sessions, 2 should take place"]


def test_what_is_not_written_follows_from_the_dose_and_is_told() -> None:
    """Sets, repetitions, rest and preparation of a line that holds a name alone."""
    asked = problem()
    row = asked.candidates[0]
    plan = WrittenPlan(sessions=(WrittenSession(id="mon", items=(WrittenItem(exercise=row.id),)),))
    found = audit(asked, plan)
    [item] = found.sessions[0].items
    usual = asked.prescription(row, "home")
    assert (item.reps, item.rest_seconds) == (usual.dose.reps, usual.time.rest_seconds)
    assert item.seconds == usual.time.seconds(item.sets)
    assert "not written, taken from the dose table" in found.remarks[0].text
    assert "no preparation written" in found.remarks[1].text


def test_no_preparation_is_none() -> None:
    """An empty list is no silence: the check fails."""
    asked = problem()
    item = WrittenItem(exercise=asked.candidates[0].id, sets=2)
    plan = WrittenPlan(sessions=(WrittenSession(id="mon", preparation=(), items=(item,)),))
    assert grades(audit(asked, plan))["C06"] == "fail"


def test_a_rule_that_is_switched_off_is_not_asked() -> None:
    """The scenario's own choice; a check without any active rule or aim has no grade."""
    off = {"enabled": False}
    asked = problem(constraints={"equipment_is_at_hand": off})
    item = WrittenItem(exercise=asked.candidates[0].id, sets=2)
    plan = WrittenPlan(sessions=(WrittenSession(id="mon", items=(item,)),))
    assert grades(audit(asked, plan))["C02"] == "not asked"


def test_places_and_limits_are_the_scenarios() -> None:
    """A plan made for other minutes is audited under those of the scenario, and told."""
    asked, plan = solved()
    first, *rest = plan.sessions
    longer = first.model_copy(update={"limit_seconds": 9999, "place": "elsewhere"})
    found = audit(asked, plan.model_copy(update={"sessions": (longer, *rest)}))
    assert found.sessions == plan.sessions
    assert len(found.remarks) == 2
