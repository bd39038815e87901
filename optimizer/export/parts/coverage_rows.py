"""Coverage as rows: what the week trains against its floors and targets."""

from __future__ import annotations

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan_coverage import Coverage
from optimizer.export.parts.names import area_name, group_name, muscle_name
from optimizer.export.parts.numbers import percent, plain

BELOW_FLOOR = "!"
BELOW_TARGET = "-"
LEGEND = (
    f"Goal: floor to target. {BELOW_FLOOR} below the floor, {BELOW_TARGET} below the target. "
    "A direct set counts 1, an indirect one 0.5, jumps half of that."
)


def mark(value: float, floor: float, target: float) -> str:
    """A sign for a value below its floor or its target."""
    if value < floor:
        return BELOW_FLOOR
    return BELOW_TARGET if value < target else ""


def marked(value: float, floor: float, target: float) -> str:
    """A value with its sign."""
    return f"{plain(value)} {mark(value, floor, target)}".rstrip()


def goal(floor: float, target: float) -> str:
    """Floor and target in one cell."""
    return plain(floor) if floor == target else f"{plain(floor)} to {plain(target)}"


def muscle_rows(catalog: Catalog, coverage: Coverage) -> list[list[object]]:
    """Name, weekly sets with their sign, direct sets and goal of every muscle."""
    return [
        [
            muscle_name(catalog, muscle.id),
            marked(muscle.sets, muscle.floor, muscle.target),
            plain(muscle.direct_sets),
            goal(muscle.floor, muscle.target),
        ]
        for muscle in coverage.muscles
    ]


def plane_rows(coverage: Coverage) -> list[list[object]]:
    """Name, credit with its sign and goal of every plane."""
    return [
        [
            plane.id,
            marked(plane.credit, plane.floor, plane.target),
            goal(plane.floor, plane.target),
        ]
        for plane in coverage.planes
    ]


def pattern_rows(catalog: Catalog, coverage: Coverage) -> list[list[object]]:
    """Name, items with their sign and floor of every pattern group."""
    return [
        [
            group_name(catalog, pattern.id),
            marked(pattern.items, pattern.floor, pattern.floor),
            str(pattern.floor) if pattern.floor else "",
        ]
        for pattern in coverage.patterns
    ]


def mobility_rows(catalog: Catalog, coverage: Coverage) -> list[list[object]]:
    """Name, weekly minutes with their sign and target of every mobility area."""
    return [
        [
            area_name(catalog, area.id),
            marked(area.minutes, 0, area.target),
            plain(area.target),
        ]
        for area in coverage.mobility
    ]


def mobility_line(catalog: Catalog, coverage: Coverage) -> str:
    """The weekly minutes of every mobility area in one sentence; empty where none are counted."""
    parts = [
        f"{area_name(catalog, area.id)} {plain(area.minutes)} of {plain(area.target)}"
        for area in coverage.mobility
    ]
    return f"Mobility in minutes a week: {', '.join(parts)}." if parts else ""


def shares(coverage: Coverage) -> str:
    """The two shares of the week, and what the second one counts."""
    compound, one_leg = percent(coverage.compound_share), percent(coverage.unilateral_share)
    return (
        f"Compound: {compound} of all sets. One leg: {one_leg} of the strength sets for hips and "
        "thighs; calf raises, prehab and jumps are not counted there."
    )
