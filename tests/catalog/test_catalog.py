"""The shipped catalog keeps its own rules and covers what it promises to cover."""

from __future__ import annotations

from functools import cache

import pytest

from optimizer.domain.catalog import Catalog
from optimizer.domain.dosing.levels import LEVEL_NUMBERS
from optimizer.domain.exercise import Exercise
from optimizer.domain.offer import offer_of
from optimizer.domain.scenario import Place
from optimizer.planning.catalog_check import check_catalog
from optimizer.reading.catalog.reader import read_catalog
from tests.worlds import problem

KITS = ("bodyweight", "home", "gym")
LEVELS = ("beginner", "intermediate")


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


def usable(kit: str, level: str) -> list[Exercise]:
    """Working exercises of a level that a kit can serve."""
    offer = offer_of("here", Place(kit=kit), catalog())
    hardest = LEVEL_NUMBERS[level].difficulty_max  # type: ignore[index]
    return [
        row
        for row in catalog().exercises
        if row.is_work and row.difficulty <= hardest and offer.choose(row) is not None
    ]


def test_the_catalog_has_no_complaints() -> None:
    """Every reference resolves, every dose takes whole seconds, every row trains something."""
    assert check_catalog(catalog()) == ()


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("level", LEVELS)
def test_every_muscle_of_tiers_1_and_2_has_two_direct_exercises(kit: str, level: str) -> None:
    """No muscle that must be covered depends on a single exercise."""
    rows = usable(kit, level)
    counts = {
        muscle.id: sum(muscle.id in row.muscles.direct for row in rows)
        for muscle in catalog().muscles
        if muscle.tier <= 2
    }
    assert {muscle: count for muscle, count in counts.items() if count < 2} == {}


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("level", LEVELS)
def test_every_required_pattern_has_an_exercise(kit: str, level: str) -> None:
    """Every pattern group, a pull without equipment and a beginner's hop among them, is served."""
    rows = usable(kit, level)
    unserved = [
        group.id
        for group in catalog().pattern_groups
        if not any(set(group.patterns) & set(row.pattern.every) for row in rows)
    ]
    assert unserved == []


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("plane", ["frontal", "transverse"])
def test_legs_can_move_sideways_and_turn(kit: str, plane: str) -> None:
    """Lower-body work moves in the frontal and the transverse plane in every kit."""
    rows = usable(kit, "intermediate")
    movers = [row for row in rows if row.region == "lower" and plane in row.planes.motion]
    assert movers != []


def test_every_article_is_a_source() -> None:
    """All five articles have exercises in the catalog."""
    named = {source for row in catalog().exercises for source in row.sources}
    assert {f"article_00{number}" for number in range(5)} <= named


def test_the_size_is_what_coverage_asks_for() -> None:
    """The catalog holds between 150 and 200 exercises."""
    assert 150 <= len(catalog().exercises) <= 200


@pytest.mark.parametrize("name", ["band_pull_apart", "face_pull", "prone_y_raise"])
def test_shoulder_blade_work_is_no_pull(name: str) -> None:
    """A raise of the arms does not stand for the row that a week must train."""
    pulls = next(group for group in catalog().pattern_groups if group.id == "pull")
    assert not set(pulls.patterns) & set(catalog().exercise_by_id[name].pattern.every)


@pytest.mark.parametrize("name", ["goblet_squat", "sumo_squat"])
@pytest.mark.parametrize(
    ("level", "phase", "reps"),
    [
        ("beginner", "base", 10),
        ("intermediate", "base", 8),
        ("intermediate", "build", 6),
        ("advanced", "build", 4),
        ("advanced", "transition", 8),
    ],
)
def test_loaded_squats_follow_the_season(name: str, level: str, phase: str, reps: int) -> None:
    """With a dumbbell in hand they are main lifts, with fewer repetitions as loads rise."""
    athlete = {"level": level, "phase": phase}
    world = problem(catalog=catalog(), athlete=athlete, history={"weeks_trained": 30})
    assert world.prescription(catalog().exercise_by_id[name], "home").dose.reps == reps
