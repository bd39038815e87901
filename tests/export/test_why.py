"""Reasons and feeds as they are printed."""

from __future__ import annotations

from optimizer.domain.plan import Reason
from optimizer.domain.plan_coverage import MuscleFeed, PatternFeed, PlaneFeed
from optimizer.export.details import render
from optimizer.export.parts.why import muscle_feed, pattern_feed, plane_feed, shown_reasons
from tests.export.small_plan import CATALOG, IMPOSSIBLE, PLAN, SQUAT, UNKNOWN


def test_three_reasons_are_shown_and_none_about_nothing_new() -> None:
    """A reason about what an earlier one told is passed over; the fourth is left to the JSON."""
    given = [
        ("only pull", ("pull",)),
        ("pull in step with push", ("pull",)),
        ("liked", ()),
        ("lats and biceps", ("lats", "biceps")),
        ("one leg", ()),
    ]
    reasons = tuple(Reason(code="x", text=text, about=about) for text, about in given)
    item = SQUAT.model_copy(update={"reasons": reasons})
    assert shown_reasons(item) == ("only pull", "liked", "lats and biceps")


def test_feeds_are_items_with_what_they_give() -> None:
    """Sets for muscles, credit for planes, items alone for patterns."""
    muscles = (MuscleFeed(item="a-1", sets=3), MuscleFeed(item="b-2", sets=0.25))
    assert muscle_feed(muscles) == "a-1 3, b-2 0.25"
    assert plane_feed((PlaneFeed(item="a-1", credit=0.5),)) == "a-1 0.5"
    assert pattern_feed((PatternFeed(item="a-1", sets=3),)) == "a-1"


def test_details_name_every_exercise_that_was_left_out() -> None:
    """The table shows two names of a cause; the details show all three."""
    text = render(PLAN, CATALOG)
    assert "knee pain, 3 exercises: Side plank, Split squat | rear foot up, air_squat" in text


def test_details_of_an_impossible_week_are_those_of_the_closest_plan() -> None:
    """And without any plan there is nothing to explain."""
    assert "Why each exercise is here" in render(IMPOSSIBLE, CATALOG)
    assert render(UNKNOWN, CATALOG) == ""


def test_an_exclusion_from_some_sessions_says_so() -> None:
    """Where other sessions may hold the exercises, the sessions are named."""
    cause = PLAN.excluded[0].model_copy(update={"sessions": ("b",)})
    assert "knee pain, in session b only, 3" in render(
        PLAN.model_copy(update={"excluded": (cause,)}), CATALOG
    )
    everywhere = cause.model_copy(update={"sessions": ("a", "b")})
    assert "knee pain, 3" in render(PLAN.model_copy(update={"excluded": (everywhere,)}), CATALOG)
