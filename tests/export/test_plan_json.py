"""The JSON of a plan is the plan, and nothing is lost on the way back."""

from __future__ import annotations

import json

import pytest

from optimizer.domain.changes import Changes
from optimizer.domain.plan import Plan
from optimizer.export.plan_json import render
from tests.export.small_plan import CATALOG, IMPOSSIBLE, PLAN, UNKNOWN


@pytest.mark.parametrize("plan", [PLAN, IMPOSSIBLE, UNKNOWN])
def test_round_trip(plan: Plan) -> None:
    """Reading the JSON gives an equal plan."""
    assert Plan.model_validate_json(render(plan, CATALOG)) == plan


def test_keys_stand_in_the_order_of_the_model() -> None:
    """The document begins with the format, and its keys are those of the model."""
    comparing = ("changes", "choice", "alternatives")
    usual = [key for key in Plan.model_fields if key not in comparing]
    assert usual == list(json.loads(render(PLAN, CATALOG)))


def test_comparisons_are_keys_where_there_are_some() -> None:
    """Changes and alternatives stand in the document of a plan that has them."""
    compared = PLAN.model_copy(update={"changes": Changes(count=1), "alternatives": (PLAN,)})
    document = json.loads(render(compared, CATALOG))
    assert document["changes"]["count"] == 1
    assert [one["status"] for one in document["alternatives"]] == [PLAN.status]


def test_empty_effort_is_left_out() -> None:
    """A reproducible plan has no key for run times, nor has its closest plan."""
    calm = PLAN.model_copy(update={"effort": {}})
    outer = IMPOSSIBLE.model_copy(update={"effort": {}, "closest": calm})
    document = json.loads(render(outer, CATALOG))
    assert "effort" not in document
    assert "effort" not in document["closest"]


def test_ends_with_one_line_break_and_keeps_letters() -> None:
    """Letters beyond ASCII are written as they are."""
    text = render(PLAN.model_copy(update={"scenario": "Zürich"}), CATALOG)
    assert text.endswith("}\n")
    assert "Zürich" in text
