"""The plan as JSON: the format that every other command reads.

Keys stand in the order of the model; ``effort`` (run times), ``changes``, ``choice`` and
``alternatives`` are left out where they are empty.
"""

from __future__ import annotations

import json
from typing import Any

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan

NAME = "json"
SUFFIX = ".json"
MEDIA_TYPE = "application/json"
LEFT_OUT_EMPTY = ("effort", "changes", "choice", "alternatives")


def render(plan: Plan, catalog: Catalog) -> str:
    """The plan as indented JSON with a line break at its end."""
    return json.dumps(document(plan), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def document(plan: Plan) -> dict[str, Any]:
    """The plan as plain values."""
    return _without_empty_parts(plan.model_dump(mode="json"))


def _without_empty_parts(values: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in values.items() if key not in LEFT_OUT_EMPTY or value}
    if kept.get("closest"):
        kept["closest"] = _without_empty_parts(kept["closest"])
    if kept.get("alternatives"):
        kept["alternatives"] = [_without_empty_parts(one) for one in kept["alternatives"]]
    return kept
