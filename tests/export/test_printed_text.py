"""Words of the printed plan that a coach or a terminal could stumble over."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import PreparationItem, TierResult, Violation
from optimizer.domain.plan_coverage import Coverage
from optimizer.export.parts.clock import clock
from optimizer.export.parts.coverage_rows import goal, marked, shares
from optimizer.export.parts.doses import drill_dose, item_dose
from optimizer.export.parts.markdown_text import escaped
from optimizer.export.parts.names import equipment_text
from optimizer.export.parts.numbers import plain, plural
from optimizer.export.parts.verdict import verdict
from optimizer.export.plan_markdown import render as markdown
from optimizer.export.weekly_table import render as table
from tests.export.small_plan import CATALOG, DRILLS, IMPOSSIBLE, PLAN, PLANK, SESSION, SPLIT, SQUAT


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (59, "0:59"), (60, "1:00"), (2400, "40:00"), (-61, "-1:01")]
)
def test_clock(seconds: int, text: str) -> None:
    """Seconds become minutes and seconds."""
    assert clock(seconds) == text


@pytest.mark.parametrize(("number", "text"), [(3.0, "3"), (2.5, "2.5"), (0.25, "0.25"), (0, "0")])
def test_plain_numbers(number: float, text: str) -> None:
    """No decimals that are not needed."""
    assert plain(number) == text


def test_plural() -> None:
    """One is one, none and two are many."""
    assert [plural(count, "set") for count in (0, 1, 2)] == ["0 sets", "1 set", "2 sets"]


def test_doses() -> None:
    """Sets with repetitions or holds, and whether that is for each side."""
    assert [item_dose(item) for item in (SQUAT, SPLIT, PLANK)] == [
        "3 x 8",
        "2 x 8/side",
        "1 x 40 s/side",
    ]
    assert [drill_dose(drill) for drill in DRILLS] == ["8/side", "3 min"]
    assert drill_dose(PreparationItem(exercise="x", seconds=30, hold_seconds=30)) == "30 s"


def test_equipment_leaves_fixtures_out() -> None:
    """Walls need not be fetched; several pieces are counted; loads can be named alone."""
    assert equipment_text(CATALOG, SPLIT.equipment) == "2 dumbbells, chair"
    assert equipment_text(CATALOG, SPLIT.equipment, loads_only=True) == "2 dumbbells"
    assert equipment_text(CATALOG, {"mini_band": 2}) == "2 x mini band"


def test_marks() -> None:
    """Below the floor, below the target, met."""
    assert marked(1.75, 2, 5) == "1.75 !"
    assert marked(2, 2, 5) == "2 -"
    assert marked(5, 2, 5) == "5"
    assert (goal(2, 5), goal(1, 1)) == ("2 to 5", "1")


def test_a_session_over_its_limit_is_said_loudly() -> None:
    """An overrun is no free time."""
    tight = SESSION.model_copy(update={"limit_seconds": 900})
    assert "(0:33 OVER)" in table(PLAN.model_copy(update={"sessions": (tight,)}), CATALOG)


def test_broken_rules_come_first() -> None:
    """A plan that breaks a rule says so under its title."""
    broken = Violation(rule="pins_are_kept", where="a", message="the pin is missing")
    checked = PLAN.verification.model_copy(update={"violations": (broken,)})
    plan = PLAN.model_copy(update={"verification": checked})
    assert "BREAKS A RULE - pins_are_kept: a: the pin is missing" in table(plan, CATALOG)
    assert "- pins\\_are\\_kept: a: the pin is missing" in markdown(plan, CATALOG)


def test_names_cannot_command_a_terminal() -> None:
    """Escape codes and line breaks of a name become spaces."""
    plan = PLAN.model_copy(update={"scenario": "Red \x1b[31m week\nand more"})
    assert table(plan, CATALOG).startswith("Red [31m week and more\n")


def test_names_cannot_break_the_page() -> None:
    """Markdown shows names letter by letter."""
    assert escaped("<b>*x*</b> | [y](z)") == "\\<b\\>\\*x\\*\\</b\\> \\| \\[y\\](z)"
    assert [escaped(text) for text in ("1. x", "- x", "7.5")] == ["1\\. x", "\\- x", "7.5"]
    assert "Split squat \\| rear foot up" in markdown(PLAN, CATALOG)


def test_the_closest_plan_says_first_what_it_misses() -> None:
    """Its notes stand before its sessions."""
    text = table(IMPOSSIBLE, CATALOG)
    assert text.index("MISSED: soleus") < text.index("Monday, session a")
    assert text.index("The closest partial plan") < text.index("MISSED: soleus")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (4538, "Proved optimal: no plan does better, aim by aim."),
        (4651, "Proved optimal within the stated tolerances: no plan does better, aim by aim."),
    ],
)
def test_the_verdict_admits_tolerances(value: int, expected: str) -> None:
    """A value above its bound is proved up to the tolerance only."""
    tier = TierResult(
        id="minutes",
        unit="seconds",
        value=value,
        bound=4538,
        proved=True,
        scope="all plans",
        tolerance=120,
    )
    update = {"status": "optimal", "tiers": (tier,), "stopped_by": None}
    assert verdict(PLAN.model_copy(update=update)) == expected


def test_the_one_leg_share_says_what_it_counts() -> None:
    """A race week with calf raises and hip work on one leg has 0 % of nothing."""
    text = shares(Coverage(compound_share=0.71, unilateral_share=0))
    assert text == (
        "Compound: 71 % of all sets. One leg: 0 % of the strength sets for hips and thighs; calf "
        "raises, prehab and jumps are not counted there."
    )
