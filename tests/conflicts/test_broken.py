"""Weeks broken on purpose: the quick ones of ``benchmarks/broken_rules``, in this process."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.broken import as_told, broken, cases, edited, mended, stands_at
from optimizer.constraints import every_rule
from optimizer.errors import InputError
from optimizer.planning.diagnosis import Diagnosis, diagnose
from optimizer.planning.files import impossible_pins, settings_by_id
from optimizer.planning.problems import build_problem
from optimizer.planning.shown import shows_a_plan
from optimizer.reading.scenario_reader import ScenarioFile, parse_scenario
from optimizer.solve.limits import Limits
from tests.planning.gallery import catalog

QUICK = (
    "exercise_repeats_are_capped",
    "exercises_suit_the_season",
    "heavy_legs_rest_between",
    "jumps_are_spaced",
    "muscles_stay_under_their_cap",
    "nothing_new_before_a_race",
    "planes_are_covered_in_each_session",
    "preparation_suits_the_work",
    "races_find_fresh_legs",
    "runs_come_first_on_shared_days",
    "sessions_suit_the_phase",
    "wanted_exercises_are_planned",
    "week_differs_from_others",
)
"""Rules whose broken week is explained in about a second."""


def read(text: str) -> ScenarioFile:
    """A scenario from its text."""
    return parse_scenario(text, "week.yaml", catalog(), settings_by_id())


def has_plan(text: str) -> bool:
    """Whether a plan is found."""
    return shows_a_plan(build_problem(read(text).scenario, catalog()), Limits(), 2.0)


def explained(text: str) -> Diagnosis:
    """The conflict and the repairs of a scenario."""
    file = read(text)
    return diagnose(build_problem(file.scenario, catalog()), Limits(), file.position)


def test_every_case_is_about_a_rule() -> None:
    """Each file is named by a rule and either breaks it or says why nothing can."""
    rules = {rule.id for rule in every_rule()}
    for rule, case in cases().items():
        assert rule in rules
        assert ("cannot" in case) != ({"scenario", "break", "line"} <= set(case))


@pytest.mark.slow
@pytest.mark.parametrize("rule", QUICK)
def test_a_broken_rule_is_named_and_mended(rule: str) -> None:
    """The edited line stands in a minimal conflict; the first repair does what it says."""
    case = cases([rule])[rule]
    before, after = broken(case)
    assert has_plan(before)
    found = explained(after)
    assert found.is_minimal is True
    assert rule in {member.rule for member in found.conflict}
    (member,) = {one.line: one for one in found.conflict if one.path == case["line"]}.values()
    assert member.line is not None
    assert stands_at(after, case["line"], member.line)
    assert has_plan(mended(after, found.repairs[0].model_dump(mode="json")))


@pytest.mark.parametrize("rule", [rule for rule, case in cases().items() if "refused" in case])
def test_a_pin_that_a_filter_excludes_is_refused_with_its_line(rule: str) -> None:
    """Nothing has to be solved to see that no week could keep the pin."""
    case = cases([rule])[rule]
    before, after = broken(case)
    assert list(impossible_pins(build_problem(read(before).scenario, catalog()))) == []
    try:
        (complaint,) = impossible_pins(build_problem(read(after).scenario, catalog()))
    except InputError as error:
        (complaint,) = error.complaints
    assert complaint.code == case["refused"]
    assert ".".join(map(str, complaint.path or ())) == case["line"]


@pytest.mark.parametrize(
    ("change", "edit"),
    [
        (
            {"path": "week.sessions.a.minutes", "yaml": "minutes: 42", "is_new": False},
            {"path": "week.sessions.a.minutes", "value": 42},
        ),
        (
            {
                "path": "targets.muscles.lats.floor",
                "yaml": "targets: {muscles: {lats: {floor: 1}}}",
            },
            {"path": "targets", "value": {"muscles": {"lats": {"floor": 1}}}},
        ),
        ({"path": "pin.0", "yaml": "remove {session: a}"}, {"path": "pin.0", "value": None}),
    ],
)
def test_changes_are_written_as_they_are_told(change: dict[str, Any], edit: dict[str, Any]) -> None:
    """The words of a change say which key gets which value."""
    assert as_told(change) == edit


def test_edits_keep_all_other_lines() -> None:
    """Comments and layout stay, entries of lists are found by their ids."""
    text = "# A week.\na:\n  # One.\n  - {id: x, n: 1}\n  - {id: y, n: 2}\n"
    assert edited(text, [{"path": "a.y.n", "value": 3}]) == text.replace("n: 2", "n: 3")
