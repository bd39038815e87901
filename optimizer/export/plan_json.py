"""The plan as JSON: the format that every other command reads.

Keys stand in the order of the model; ``effort`` (run times) is left out where it is empty.
"""

from __future__ import annotations

import json
from typing import Any

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan

NAME = "json"
SUFFIX = ".json"
MEDIA_TYPE = "application/json"


def render(plan: Plan, catalog: Catalog) -> str:
    """The plan as indented JSON with a line break at its end."""
    return json.dumps(document(plan), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def document(plan: Plan) -> dict[str, Any]:
    """The plan as plain values."""
    return _without_empty_effort(plan.model_dump(mode="json"))


def _without_empty_effort(values: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in values.items() if key != "effort" or value}
    if kept.get("closest"):
        kept["closest"] = _without_empty_effort(kept["closest"])
    return kept
