"""Rolling, lighter sets, cool-down and mobility minutes in every output."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from optimizer.domain.plan import Plan, PlannedItem, PreparationItem
from optimizer.domain.plan_coverage import MobilityCoverage
from optimizer.export import plan_csv, plan_json, plan_markdown, time_lines, weekly_table
from optimizer.reading.catalog.reader import read_catalog
from optimizer.reading.plan_reader import parse_plan
from tests.export.small_plan import CATALOG as BARE_CATALOG
from tests.export.small_plan import COVERAGE, DRILLS, PLAN, SESSION
from tests.rows import drill_rows

CATALOG = replace(BARE_CATALOG, exercises=(*BARE_CATALOG.exercises, drill_rows()[0]))

STAND_IN = PreparationItem(
    exercise="open_book", seconds=60, reps=8, per_side=True, instead_of="side_plank"
)
EASY = PreparationItem(exercise="easy_march", seconds=142, hold_seconds=142)
HEAVY = PlannedItem(
    id="a-1",
    exercise="goblet_squat",
    role="strength",
    sets=2,
    reps=5,
    rest_seconds=150,
    ramp_up_sets=2,
    ramp_up_seconds=2 * (3 * 3 + 45),
    seconds=2 * (5 * 3 + 150) + 108,
)
FRAMED = SESSION.model_copy(
    update={
        "seconds": 142 + 60 + 438 + 60,
        "preparation": (EASY, STAND_IN),
        "items": (HEAVY,),
        "cool_down": DRILLS[:1],
    }
)
MOBILITY = (
    MobilityCoverage(id="ankle_and_calf", minutes=1.5, target=3),
    MobilityCoverage(id="hamstrings", minutes=3.2, target=3),
)
FRAMED_PLAN = PLAN.model_copy(
    update={
        "sessions": (FRAMED,),
        "coverage": COVERAGE.model_copy(update={"mobility": MOBILITY}),
    }
)


def one_line(text: str) -> str:
    """Text without its line breaks."""
    return " ".join(text.split())


def test_what_drills_need_is_laid_ready() -> None:
    """Things of preparation and cool-down stand beside those of the items, each once."""
    roll = EASY.model_copy(update={"equipment": {"foam_roller": 1, "wall": 1}})
    stretch = DRILLS[0].model_copy(update={"equipment": {"towel": 1}})
    squat = HEAVY.model_copy(update={"equipment": {"dumbbell": 1, "foam_roller": 1}})
    update = {"preparation": (roll,), "items": (squat,), "cool_down": (stretch,)}
    text = weekly_table.session_text(FRAMED.model_copy(update=update), read_catalog())
    assert "Have ready: dumbbell, foam roller, towel.\n" in text


def test_the_table_shows_the_frame() -> None:
    """Both ends of the session, what a drill stands in for, the lighter sets and the sum."""
    text = one_line(weekly_table.render(FRAMED_PLAN, CATALOG))
    drills = "Easy march 2.5 min; Open book 8/side (instead of Side plank)"
    assert f"Prepare, 3:22 min: {drills}." in text
    assert "Cool down, 1:00 min: Open book 8/side." in text
    assert "Preparation 3:22 + exercises 7:18 + cool-down 1:00 = 11:40 of 16:00 min" in text
    assert "Goblet squat, after 2 lighter sets 2 x 5 150 s 7:18 of 3" in text
    assert "Mobility in minutes a week: ankle_and_calf 1.5 of 3, hamstrings 3.2 of 3." in text


def test_markdown_shows_the_frame() -> None:
    """The cool-down is a list of its own, mobility a table with its sign below the goal."""
    text = plan_markdown.render(FRAMED_PLAN, CATALOG)
    assert "### Prepare (3:22 min)" in text
    assert "### Cool down (1:00 min)\n\n- Open book: 8/side\n" in text
    assert "Open book: 8/side (instead of Side plank)" in text
    assert "Goblet squat, after 2 lighter sets of 3" in text
    assert r"ankle\_and\_calf | 1.5 - | 3 |" in one_line(text)
    assert "hamstrings | 3.2 | 3 |" in one_line(text)


def test_csv_has_a_row_for_each_part() -> None:
    """The parts come in training order; lighter sets and stand-ins have columns."""
    rows = list(csv.DictReader(io.StringIO(plan_csv.render(FRAMED_PLAN, CATALOG))))
    assert [row["part"] for row in rows] == [
        "preparation",
        "preparation",
        "strength",
        "cool_down",
    ]
    assert [row["instead_of"] for row in rows] == ["", "side_plank", "", ""]
    assert (rows[2]["ramp_up_sets"], rows[2]["ramp_up_seconds"]) == ("2", "108")
    assert [row["position"] for row in rows] == ["1", "2", "3", "4"]


def test_the_time_lines_add_up() -> None:
    """Lighter sets have their own line, and the cool-down is in the sum."""
    text = time_lines.session_sum(FRAMED, CATALOG)
    lighter = next(line for line in text.splitlines() if line.startswith("lighter sets first"))
    assert one_line(lighter) == "lighter sets first 3 x 3 s 2 x 9 = 18 2 x 45 = 90 108"
    squat = next(line for line in text.splitlines() if line.startswith("Goblet squat"))
    assert squat.split()[-1] == "330"
    assert text.endswith("11:40 of 16:00 min")


def test_a_plan_file_keeps_the_frame() -> None:
    """What JSON writes the plan reader reads."""
    text = plan_json.render(FRAMED_PLAN, CATALOG)
    assert parse_plan(text, "plan.json", Plan) == FRAMED_PLAN


def test_an_older_plan_file_has_no_frame() -> None:
    """A file without the new keys is read as before."""
    document = plan_json.document(FRAMED_PLAN)
    del document["sessions"][0]["cool_down"]
    del document["coverage"]["mobility"]
    for key in ("ramp_up_sets", "ramp_up_seconds"):
        del document["sessions"][0]["items"][0][key]
    plan = Plan.model_validate(document)
    assert plan.sessions[0].cool_down == ()
    assert plan.coverage.mobility == ()
    assert plan.sessions[0].items[0].ramp_up_sets == 0
