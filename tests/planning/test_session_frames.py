"""What frames a session: rolling, easy movement, drills by area, activation and cool-down.

In the small world every drill takes 60 s, 53 s of them moving; an area that is rolled takes
2 * 30 + 5 + 7 = 72 s, and a stretch that is held for 30 s a side as much.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from optimizer.constraints.pains_are_respected import bars as pain_bars
from optimizer.domain.catalog import Catalog
from optimizer.domain.coverage import coverage
from optimizer.domain.frame.mobility import EMPHASISED_AREAS
from optimizer.domain.frame.preparation import Drill, is_cardio, is_held, is_mover
from optimizer.domain.plan_coverage import Coverage, MobilityCoverage
from optimizer.domain.problem import Problem
from optimizer.errors import InputError
from optimizer.planning.advice.notes import notes
from optimizer.planning.files import read_scenario
from optimizer.planning.problems import build_problem
from optimizer.reading.catalog.reader import read_catalog
from tests.framing_rows import framing_rows
from tests.worlds import catalog_with, plan_of, problem, session

GALLERY = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
ROLLER = {"home": {"kit": "home", "equipment": {"foam_roller": 1}}}


@cache
def shipped() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


def gallery(name: str) -> Problem:
    """A scenario of the gallery as a problem."""
    path = next(path for path in GALLERY if path.stem == name)
    return build_problem(read_scenario(path, shipped()).scenario, shipped())


def framed(**changes: Any) -> Problem:
    """A small world with rows to roll, stretches, activation and a foam roller."""
    return problem(catalog=catalog_with(*framing_rows()), **{"places": ROLLER, **changes})


def rank(drill: Drill) -> int:
    """Where a drill belongs in a preparation."""
    row = drill.exercise
    kinds = (row.role == "soft_tissue", is_cardio(row), is_mover(row), is_held(row))
    return kinds.index(True) if any(kinds) else len(kinds)


def ids(drills: tuple[Drill, ...]) -> list[str]:
    """Exercise ids of drills."""
    return [drill.exercise.id for drill in drills]


def rolled(world: Problem, day: str) -> list[str]:
    """What a session rolls."""
    block = world.routines[day].preparation[0]
    return [one.exercise.id for one in block.drills if one.exercise.role == "soft_tissue"]


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_every_block_of_the_gallery_is_in_order_and_safe(path: Path) -> None:
    """Rolling, easy movement, drills, activation; nothing that a pain speaks against."""
    world = build_problem(read_scenario(path, shipped()).scenario, shipped())
    for slot in world.slots:
        seconds = [block.warming_seconds for block in world.preparation_of(slot)]
        assert seconds == sorted(seconds)
        parts = [block.drills for block in world.preparation_of(slot)]
        for drills in parts:
            assert [rank(drill) for drill in drills] == sorted(rank(drill) for drill in drills)
        for drills in (*parts, world.cool_down_of(slot)):
            assert len(set(ids(drills))) == len(drills)
            assert all(pain_bars(world, drill.exercise, slot) is None for drill in drills)
            assert all(world.can_use(drill.exercise, slot.id) for drill in drills)


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_alike_sessions_take_the_same_seconds_and_planes(path: Path) -> None:
    """Sessions of one place and length stay interchangeable whatever drills they hold."""
    world = build_problem(read_scenario(path, shipped()).scenario, shipped())
    alike: dict[tuple[object, ...], set[object]] = {}
    for slot, given in zip(world.slots, world.scenario.week.sessions, strict=True):
        own = world.routines[slot.id]
        is_after_run = own.preparation[0].warming_seconds < 300
        frame = (given.rolling_minutes, given.cool_down_minutes, is_after_run)
        alike.setdefault((slot.place, slot.minutes, *frame), set()).add(own.signature)
    assert [len(signatures) for signatures in alike.values()] == [1] * len(alike)


def test_the_drills_change_with_the_week() -> None:
    """Hip rotation on Wednesday, the mid-back on Friday; ankle and leg swing in both."""
    world = gallery("home_two_sessions_tempo_and_long_run")
    first, second = (ids(world.routines[name].preparation[0].drills) for name in ("a", "b"))
    assert "ninety_ninety_switch" in first
    assert "open_book_rotation" in second
    assert "rocking_ankle_mobilization" in first
    assert "rocking_ankle_mobilization" in second


@pytest.mark.parametrize(
    ("minutes", "asked", "expected"),
    [(44, None, 0), (45, None, 2), (45, 0, 0), (20, 2, 1), (45, 3, 2), (60, 5, 3)],
)
def test_rolling_takes_what_it_is_given(minutes: int, asked: int | None, expected: int) -> None:
    """A fifteenth from 45 minutes on, or the minutes asked for; a beginner rolls three areas."""
    own = session("mon", minutes, rolling_minutes=asked)
    world = framed(sessions=[own])
    assert len(rolled(world, "mon")) == expected
    seconds = [block.seconds for block in world.routines["mon"].preparation]
    assert seconds == [72 * expected + warm for warm in (300, 360, 480)]


def test_sessions_take_turns_with_what_they_roll() -> None:
    """Monday rolls calf and thigh, Thursday goes on with the back and begins again."""
    world = framed(sessions=[session("mon"), session("thu")])
    assert rolled(world, "mon") == ["roll_calf", "roll_thigh"]
    assert rolled(world, "thu") == ["roll_calf", "roll_back"]


def test_nobody_rolls_without_a_roller() -> None:
    """The row's own alternative is missing, and so is the place's roller."""
    world = framed(places={"home": {"kit": "home"}})
    assert rolled(world, "mon") == []


def test_rolling_without_a_roller_is_refused(tmp_path: Path) -> None:
    """Asking for it is a contradiction at its own line."""
    path = tmp_path / "scenario.yaml"
    text = (GALLERY[0].parent / "one_session_a_week.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("place: home}", "place: home, rolling_minutes: 3}"), "utf-8")
    with pytest.raises(InputError) as error:
        read_scenario(path, shipped())
    assert [complaint.code for complaint in error.value.complaints] == ["contradiction"]
    assert "has no foam roller" in str(error.value)


@pytest.mark.parametrize(
    ("level", "minutes", "holds"),
    [
        ("beginner", 1, []),
        ("beginner", 2, [30]),
        ("beginner", 4, [30, 30]),
        ("intermediate", 3, [30, 30]),
        ("intermediate", 4, [45, 45]),
        ("advanced", 3, [60]),
        ("advanced", 5, [60, 60]),
        ("advanced", 10, [60, 60, 60]),
    ],
)
def test_a_cool_down_takes_its_minutes(level: str, minutes: int, holds: list[int]) -> None:
    """Easy movement of half a minute or more, then stretches in the level's range."""
    world = framed(sessions=[session("mon", cool_down_minutes=minutes)], athlete={"level": level})
    easy, *held = world.routines["mon"].cool_down
    assert [drill.dose.hold_seconds for drill in held] == holds
    assert easy.exercise.id == "easy_march"
    assert easy.seconds >= 30
    assert easy.seconds + sum(drill.seconds for drill in held) == 60 * minutes


def test_stretches_go_where_the_week_moved_least() -> None:
    """Monday's drills move ankle and hip rotation, so the other areas are stretched first."""
    own = session("mon", 40, cool_down_minutes=4)
    world = framed(sessions=[own])
    moved = ids(world.routines["mon"].preparation[0].drills)
    assert moved == ["easy_march", "ankle_rock", "hip_circle"]
    assert ids(world.routines["mon"].cool_down) == ["easy_march", "hip_stretch", "thigh_stretch"]


def test_a_pinned_stretch_closes_its_session() -> None:
    """With a cool-down it stands there, in this session alone; without one it prepares."""
    pin = [{"session": "mon", "exercise": "calf_stretch"}]
    closing = session("mon", cool_down_minutes=2)
    world = framed(sessions=[closing, session("thu")], pin=pin)
    assert "calf_stretch" in ids(world.routines["mon"].cool_down)
    assert all(
        "calf_stretch" not in ids(one.preparation[2].drills) for one in world.routines.values()
    )
    bare = framed(sessions=[session("mon"), session("thu")], pin=pin)
    assert all("calf_stretch" in ids(one.preparation[0].drills) for one in bare.routines.values())


def test_pinned_stretches_may_take_longer_than_the_cool_down() -> None:
    """Three pinned stretches of 72 s stay in a cool-down of two minutes."""
    names = ("calf_stretch", "hip_stretch", "thigh_stretch")
    pins = [{"session": "mon", "exercise": name} for name in names]
    world = framed(sessions=[session("mon", cool_down_minutes=2)], pin=pins)
    assert ids(world.routines["mon"].cool_down) == list(names)
    assert world.cool_down_seconds(world.slot_by_id["mon"]) == 3 * 72


def test_without_easy_movement_drills_fill_the_blocks() -> None:
    """An athlete who never marches gets drills for five and at most six minutes."""
    world = problem(athlete={"never": ["easy_march"]})
    assert [block.seconds for block in world.preparation["home"]] == [300, 360, 360]
    assert len(world.preparation["home"][0].drills) == 5


def test_a_drill_that_stands_in_names_the_other() -> None:
    """With a sore heel the ankle pump stands where the rock would, and a note says why."""
    world = gallery("rolling_and_cool_down_around_an_easy_run")
    plan = plan_of(world, {})
    lines = {line.exercise: line.instead_of for line in plan.session("a").preparation}
    assert lines["ankle_pump"] == "rocking_ankle_mobilization"
    assert [name for name in lines.values() if name] == ["rocking_ankle_mobilization"]
    said = [note for note in notes(world, plan) if "replaces" in note]
    swap = "Seated ankle pump replaces Rocking ankle mobilisation in the preparation"
    assert said == [f"{swap}: Achilles pain where the tendon meets the heel."]


def test_mobility_minutes_are_those_of_the_lines() -> None:
    """Two sessions with 53 s for the ankle; the hip drill changes; a stretch adds 65 s."""
    closing = session("thu", cool_down_minutes=2)
    world = framed(sessions=[session("mon"), closing])
    plan = plan_of(world, {})
    drills = [ids(world.routines[day].preparation[0].drills)[-1] for day in ("mon", "thu")]
    assert drills == ["hip_circle", "hip_opener"]
    assert ids(world.routines["thu"].cool_down) == ["easy_march", "thigh_stretch"]
    found = {area.id: area.minutes for area in coverage(world, plan.sessions).mobility}
    assert found == {
        "ankle_and_calf": round(2 * 53 / 60, 1),
        "hip_rotation": round(53 / 60, 1),
        "thoracic_spine": 0,
        "hip_front": round(53 / 60, 1),
        "hamstrings": round(65 / 60, 1),
    }


@pytest.mark.parametrize(
    ("level", "target"), [("beginner", 2), ("intermediate", 3), ("advanced", 5)]
)
def test_the_mobility_target_grows_with_the_level(level: str, target: int) -> None:
    """Two, three and five minutes a week for each area."""
    world = problem(athlete={"level": level})
    found = coverage(world, plan_of(world, {}).sessions).mobility
    assert [area.target for area in found] == [target] * 5


def test_activation_follows_the_third_drill() -> None:
    """A long block ends with activation, and a short one has no room for it."""
    world = framed(athlete={"level": "intermediate"})
    short, _, long = world.routines["mon"].preparation
    assert "bridge_hold" not in ids(short.drills)
    assert ids(long.drills)[-1] == "bridge_hold"


@pytest.mark.parametrize(
    ("pains", "silent"),
    [
        ([], set()),
        (["hamstring_proximal_pain"], {"hamstrings", "hip rotation and adductors"}),
        (["ankle_sprain_recent"], {"ankle and calf"}),
        (["achilles_insertional_pain"], {"ankle and calf"}),
        (["lateral_hip_pain"], {"hip rotation and adductors"}),
        ([{"id": "lateral_hip_pain", "score": 0}], set()),
    ],
)
def test_nobody_is_sent_to_stretch_a_sore_area(pains: list[Any], silent: set[str]) -> None:
    """The note names every short area but those of the pain's muscles or barred stretches."""
    world = problem(catalog=shipped(), athlete={"pains": pains})
    areas = {area.id: area.name for area in shipped().mobility_areas}
    short = tuple(MobilityCoverage(id=area, minutes=0.5, target=3) for area in EMPHASISED_AREAS)
    plan = plan_of(world, {})
    plan = plan.model_copy(update={"coverage": Coverage(mobility=short)})
    line = next(note for note in notes(world, plan) if note.startswith("Mobility below"))
    unnamed = {areas[area] for area in EMPHASISED_AREAS if f"{areas[area]} 0.5" not in line}
    assert unnamed == silent


@pytest.mark.parametrize(
    ("phase", "minutes", "asked", "expected"),
    [
        ("post_race", 30, None, 300),
        ("transition", 45, None, 300),
        ("post_race", 29, None, 0),
        ("post_race", 30, 0, 0),
        ("post_race", 29, 2, 120),
        ("base", 45, None, 0),
        ("race_week", 45, None, 0),
    ],
)
def test_phases_for_mobility_end_with_stretches(
    phase: str, minutes: int, asked: int | None, expected: int
) -> None:
    """Five minutes after a race and in a transition, from half an hour on; own minutes win."""
    own = session("mon", minutes, cool_down_minutes=asked)
    world = framed(sessions=[own], athlete={"phase": phase})
    assert world.cool_down_seconds(world.slot_by_id["mon"]) == expected
