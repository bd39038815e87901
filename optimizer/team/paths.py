"""Where an athlete's files stand inside the folder of a batch."""

from __future__ import annotations

from optimizer.export import Output, every_output

PLANS = "plans"
SUMMARY_CSV = "summary.csv"
SUMMARY_JSON = "summary.json"
PLAN_SUFFIX = ".json"


def plan_path(stem: str) -> str:
    """The athlete's JSON document: the plan, or why there is none."""
    return f"{PLANS}/{stem}{PLAN_SUFFIX}"


def export_path(output: Output, stem: str) -> str:
    """The athlete's plan in another format; each format has a folder of its own."""
    return f"{output.name}/{stem}{output.suffix}"


def possible_exports() -> tuple[Output, ...]:
    """Every output but the JSON document itself."""
    return tuple(output for output in every_output() if output.name != "json")
