"""Each rule of the catalog: the sound catalog passes, and one broken record is found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.catalog import Catalog, Kit, Pain
from optimizer.domain.exercise import Exercise, Level
from optimizer.reading.catalog.lint import lint
from tests.reading.small_catalog import exercise, small_catalog


def _reps(row: Exercise, level: Level) -> int | None:
    if row.timing.seconds_per_rep is None:
        return None
    return row.dose.reps[level] if row.dose.reps else 9


def _messages(catalog: Catalog) -> list[str]:
    return [complaint.message for complaint in lint(catalog, _reps)]


def _sound() -> Catalog:
    catalog = small_catalog()
    clear = tuple(row for row in catalog.exercises if row.id != "bench_press")
    return replace(catalog, exercises=clear)


def test_a_sound_catalog_has_no_findings() -> None:
    assert _messages(_sound()) == []


LEVEL_REPS = {"beginner": 8, "intermediate": 10, "advanced": 12}
HOLDS = {"beginner": 20, "intermediate": 30, "advanced": 40}
CASES: list[tuple[dict[str, Any], str]] = [
    ({"pattern": {"primary": "sqat"}}, "new: there is no pattern sqat"),
    ({"muscles": {"direct": ["quads"]}}, "new: there is no muscle quads"),
    ({"mobilises": ["hip"]}, "new: there is no mobility area hip"),
    ({"equipment": [{"bar": 1}]}, "new: there is no equipment item bar"),
    ({"flags": ["odd"]}, "new: there is no flag odd"),
    ({"avoid_with": ["flu"]}, "new: there is no pain flu"),
    ({"sources": ["hearsay"]}, "new: there is no source hearsay"),
    ({"progressions": ["none"]}, "new: there is no exercise none"),
    ({"regressions": ["none"]}, "new: there is no exercise none"),
    ({"aliases": ["Push up"]}, 'new: the name "push up" belongs to push_up already'),
    ({"aliases": ["x y", "X  y"]}, 'new: the name "X  y" stands twice'),
    ({"timing": {"setup_seconds": 5}}, "new: neither seconds_per_rep nor dose.hold_seconds"),
    ({"dose": {"hold_seconds": HOLDS}}, "new: both seconds_per_rep and dose.hold_seconds"),
    ({"dose": {"reps": LEVEL_REPS, "hold_seconds": HOLDS}}, "new: dose has both reps and hold"),
    ({"dose": {"reps": {"beginner": 8}}}, "new: dose.reps does not name every level"),
    ({"dose": {"reps": {**LEVEL_REPS, "beginner": 0}}}, "new: dose.reps holds a number below 1"),
    ({"dose": {"sets": (4, 2)}}, "new: dose.sets is not a range"),
    ({"muscles": {"indirect": ["soleus"]}}, "new: trains no muscle directly"),
    (
        {"muscles": {"direct": ["soleus"], "indirect": ["soleus"]}},
        "new: soleus is both direct and indirect",
    ),
    ({"muscles": {"direct": ["soleus", "soleus"]}}, "new: muscles.direct names a muscle twice"),
    ({"laterality": "unilateral"}, "new: is unilateral, but its side_mode is bilateral"),
    ({"side_mode": "alternating"}, "new: is bilateral, but its side_mode is alternating"),
    ({"impact": "low"}, "new: its impact is low, but it has no contacts_per_rep"),
    ({"contacts_per_rep": 2}, "new: has 2 contacts_per_rep, but its impact is none"),
    ({"cues": ["Stand."], "cautions": ["Stop"]}, "new: caution 1 does not end with a full stop"),
    ({"cues": ["Stand"]}, "new: cue 1 does not end with a full stop"),
    ({"why": "Legs!"}, "new: why does not end with a full stop"),
    ({"why": "TODO write."}, "new: why holds a placeholder"),
    ({"stated": ["muscels"]}, "new: `stated` names muscels, which is no field"),
    (
        {"timing": {"seconds_per_rep": 2.5, "setup_seconds": 5}},
        "new: one set at level beginner takes 9 x 2.5 s, which is not whole",
    ),
    ({"progressions": ["air_squat"]}, "new: its progression air_squat is easier (1 against 2)"),
    (
        {"difficulty": 1, "regressions": ["push_up"]},
        "new: its regression push_up is harder (2 against 1)",
    ),
    ({"progressions": ["new"]}, "new: its progression new is itself"),
    (
        {"ladder": {"family": "squat", "rung": 3}, "progressions": ["goblet_squat"]},
        "new: its progression goblet_squat contradicts the rungs of squat",
    ),
    (
        {"ladder": {"family": "squat", "rung": 1}},
        "new: stands on rung 1 of squat with the same equipment as air_squat",
    ),
    (
        {"muscles": {"direct": ["soleus"]}, "role": "core", "pattern": {"primary": "alone"}},
        "new: has no regression and no substitute",
    ),
    ({"name": "Push upp"}, "new: has the work, equipment and nearly the name of push_up"),
]


@pytest.mark.parametrize(("changes", "message"), CASES, ids=[case[1] for case in CASES])
def test_one_broken_record(changes: dict[str, Any], message: str) -> None:
    broken = exercise("new", **{"name": "Something else", **changes})
    catalog = _sound()
    messages = _messages(replace(catalog, exercises=(*catalog.exercises, broken)))
    assert any(found.startswith(message) for found in messages), messages
    assert all(found.startswith("new: ") for found in messages)


def test_a_held_exercise_needs_no_repetitions() -> None:
    plank = exercise(
        "plank_hold", dose={"hold_seconds": HOLDS}, timing={"setup_seconds": 5}, role="core"
    )
    catalog = _sound()
    assert _messages(replace(catalog, exercises=(*catalog.exercises, plank))) == []


def test_the_vocabulary_is_checked_too() -> None:
    kits = (Kit(id="gym", name="gym", holds={"dumbell": 1}),)
    (complaint,) = lint(replace(_sound(), kits=kits), _reps)
    assert complaint.message == "gym: there is no equipment item dumbell"
    assert complaint.hint == "did you mean dumbbell?"


BARS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"avoid_with": ["sore"]}, {}),
    ({"flags": ["grip"]}, {"avoid_flags": ("grip",)}),
    ({"impact": "low", "contacts_per_rep": 1}, {"avoid_impact": True}),
]


@pytest.mark.parametrize(("of_row", "of_pain"), BARS, ids=["avoid_with", "flag", "impact"])
def test_what_helps_is_not_excluded(of_row: dict[str, Any], of_pain: dict[str, Any]) -> None:
    """A pain that names an exercise as helpful and excludes it contradicts itself."""
    catalog = _sound()
    row = exercise("new", name="Something else", **of_row)
    pain = Pain(
        id="sore", name="Sore", refer="See somebody.", helps=(("new",), ("push_up",)), **of_pain
    )
    rows, pains = (*catalog.exercises, row), (*catalog.pains, pain)
    whole = replace(catalog, exercises=rows, pains=pains)
    assert _messages(whole) == ["sore: helps names new, which this pain excludes"]
