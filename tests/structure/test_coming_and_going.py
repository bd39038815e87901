"""Whatever asks for something only where exercises allow it is known to the bounds on equipment."""

from __future__ import annotations

import re

from optimizer.constraints import every_rule
from optimizer.objectives import every_aim
from optimizer.studies.buying.easier import COMING_AND_GOING
from tests.structure.sources import PACKAGE

LOOKS_AT_WHAT_IS_THERE = re.compile(r"\.candidates|servable|\.usable")
KNOWN = {name for names in COMING_AND_GOING.values() for name in names}


def test_every_rule_and_aim_over_all_plans_that_looks_is_listed() -> None:
    """Aims of tiers about this week alone are no part of the comparison."""
    this_week = {aim.id for aim in every_aim() if aim.tier in ("variety", "sessions", "equipment")}
    looking = {
        path.stem
        for room in ("constraints", "objectives")
        for path in (PACKAGE / room).glob("*.py")
        if LOOKS_AT_WHAT_IS_THERE.search(path.read_text(encoding="utf-8"))
    }
    assert looking - {"__init__"} - this_week <= KNOWN


def test_what_is_listed_exists() -> None:
    """No name has gone stale."""
    known = {rule.id for rule in every_rule()} | {aim.id for aim in every_aim()}
    assert known >= KNOWN
