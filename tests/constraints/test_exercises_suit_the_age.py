"""The age rule: no repeated bending of the trunk from 65 years; always on."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from optimizer.constraints.exercises_suit_the_age import Settings
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import plan_of, problem

RULE = "exercises_suit_the_age"


@pytest.mark.parametrize(("age", "expected"), [(None, LEGAL), (64, LEGAL), (65, ILLEGAL)])
def test_bending_ends_at_sixty_five(age: int | None, expected: str) -> None:
    """One set of the twist, which rounds the spine again and again, is illegal from 65."""
    world = problem(athlete={"age": age})
    assert verdict(world, plan_of(world, {("russian_twist", "mon"): 1}), RULE) == expected


def test_rows_without_the_flag_stay() -> None:
    """At 80 the plank is legal."""
    world = problem(athlete={"age": 80})
    assert verdict(world, plan_of(world, {("plank", "mon"): 1}), RULE) == LEGAL


def test_the_breach_names_the_age() -> None:
    """The breach is about the session that holds the row."""
    world = problem(athlete={"age": 70})
    found = breaches(world, plan_of(world, {("russian_twist", "thu"): 2}), RULE)
    assert found == [("thu", "Russian twist at 70 years")]


def test_the_filter_says_why() -> None:
    """The cause speaks of the movement and of the age."""
    world = problem(athlete={"age": 65})
    reason = "bends the trunk again and again, at 65 years"
    assert barred(world, RULE, "russian_twist") == reason
    assert barred(world, RULE, "plank") is None


def test_the_rule_cannot_be_switched_off() -> None:
    """The settings refuse ``enabled: false``."""
    with pytest.raises(ValidationError, match="enabled"):
        Settings.model_validate({"enabled": False})
