"""A catalog of six exercises, a valid scenario, and rules with settings, for the reading tests."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from optimizer.domain.catalog import (
    Catalog,
    EquipmentItem,
    Flag,
    Kit,
    MobilityArea,
    MovementPattern,
    Muscle,
    Pain,
    PatternGroup,
    Source,
)
from optimizer.domain.exercise import Exercise
from optimizer.domain.settings import AimSettings, RuleSettings
from optimizer.reading.rule_blocks import RuleSettings as RuleSettingsById


class TimeSettings(RuleSettings):
    """Settings of a rule."""

    spare_seconds: int = Field(default=0, ge=0, le=3600)


class PainSettings(RuleSettings):
    """Settings of a rule that cannot be switched off."""

    enabled: Literal[True] = True


class WeightSettings(AimSettings):
    """Settings of an aim."""

    tier_weights: tuple[int, int, int] = (10, 3, 1)
    credit: float = Field(default=0.5, ge=0, le=4, multiple_of=0.5)


RULE_SETTINGS: RuleSettingsById = (
    {"session_fits_in_time": TimeSettings, "pains_are_respected": PainSettings},
    {"muscles_reach_their_target": WeightSettings},
)

GOOD_SCENARIO = """\
# A runner with a home gym.
format: 1
name: Home runner
athlete:
  id: ana-01
  level: intermediate
  age: 34
  pains: [{id: achilles_pain, score: 2}, knee_pain]
  unlocked: {squat: 4}
  never: [Box Jump]
  likes: [goblet_squat, PRESS UP]
  one_rep_max_kg: {Goblet squat: 40}
history: {weeks_trained: 12, known: [step_up]}
week:
  start_date: 2026-03-02
  runs:
    - {day: tue, kind: tempo, minutes: 60, start: "18:00"}
  races: [{date: 2026-04-19, distance: marathon, priority: A}]
  sessions:
    - {id: a, day: mon, start: "19:00", minutes: 40, place: home}
    - {id: b, day: [thu], minutes: 40, place: home}
places:
  home:
    kit: basic
    equipment: {dumbbell: {count: 2, loads_kg: [8, 12.5]}, box: 1}
    without: [wall]
targets:
  muscles: {soleus: {floor: 2, target: 6}}
  planes: {frontal: {floor: 1}}
pin: [{session: a, exercise: goblet squat, sets: 3}]
constraints: {session_fits_in_time: {spare_seconds: 60}}
objectives: {muscles_reach_their_target: {tier_weights: [5, 2, 1]}}
"""


def exercise(identifier: str, **changes: Any) -> Exercise:
    """An exercise that breaks no rule, with changes."""
    fields: dict[str, Any] = {
        "id": identifier,
        "name": identifier.replace("_", " ").capitalize(),
        "role": "strength",
        "pattern": {"primary": "squat"},
        "mechanics": "compound",
        "laterality": "bilateral",
        "side_mode": "bilateral",
        "planes": {"motion": ["sagittal"]},
        "region": "lower",
        "difficulty": 2,
        "muscles": {"direct": ["quadriceps"]},
        "equipment": [{}],
        "timing": {"seconds_per_rep": 3, "setup_seconds": 5},
        "cues": ["Stand tall."],
        "why": "It trains the legs.",
        "sources": ["notes"],
    }
    return Exercise.model_validate({**fields, **changes})


def small_catalog(*more: Exercise) -> Catalog:
    """The catalog, with further exercises at its end."""
    exercises = (
        exercise("goblet_squat", equipment=[{"dumbbell": 1}], ladder=_rung("squat", 2)),
        exercise("air_squat", ladder=_rung("squat", 1), difficulty=1),
        exercise("step_up", name="Step-up", muscles={"direct": ["quadriceps", "soleus"]}),
        exercise("push_up", aliases=["press up", "floor press"]),
        exercise("bench_press", aliases=["Floor  press"], equipment=[{"dumbbell": 2}]),
        exercise("box_jump", equipment=[{"box": 1}], impact="moderate", contacts_per_rep=1),
    )
    return Catalog(
        exercises=exercises + more,
        muscles=tuple(
            Muscle(id=name, name=name, tier=1, area="leg") for name in ("quadriceps", "soleus")
        ),
        mobility_areas=(MobilityArea(id="calf", name="calf", areas=("soleus",)),),
        equipment=(
            EquipmentItem(id="wall", name="wall", fixture=True),
            EquipmentItem(id="box", name="box", stand_ins=("wall",)),
            EquipmentItem(id="dumbbell", name="dumbbell", load=True),
            EquipmentItem(id="mini_band", name="mini band", load=True),
        ),
        kits=(Kit(id="basic", name="basic", holds={"mini_band": 1}),),
        patterns=(MovementPattern(id="squat", name="squat"),),
        pattern_groups=(PatternGroup(id="knee", name="knee", patterns=("squat",)),),
        pains=tuple(
            Pain(id=name, name=name, refer="See a doctor.", refuse=name == "pregnancy")
            for name in ("achilles_pain", "knee_pain", "pregnancy")
        ),
        flags=(Flag(id="grip", name="grip", meaning="Needs grip."),),
        sources=(Source(id="notes", title="Notes", kind="convention"),),
    )


def _rung(family: str, rung: int) -> dict[str, object]:
    return {"family": family, "rung": rung}
