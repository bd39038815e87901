"""The coverage of every column of a comparison as a picture."""

from __future__ import annotations

from optimizer.cli.pages.compare_words import column_label
from optimizer.domain.catalog import Catalog
from optimizer.export.parts.names import muscle_name
from optimizer.export.pictures.coverage_map import Cell, Row, coverage_map
from optimizer.export.pictures.style import Kind
from optimizer.studies.comparing.comparison import Column, Comparison

LABEL_WIDTH = 13


def compare_picture(comparison: Comparison, catalog: Catalog, kind: Kind) -> bytes:
    """The heat map as the bytes of a file."""
    labels = [column_label(column.name, LABEL_WIDTH) for column in comparison.columns]
    first = comparison.columns[0]
    title = "Coverage by equipment" if comparison.kind == "kits" else "Coverage by scenario"
    if comparison.kind == "kits":
        title = f"{title}: {first.scenario}"
    return coverage_map(title, labels, _rows(comparison, catalog), kind)


def _rows(comparison: Comparison, catalog: Catalog) -> list[Row]:
    """Muscles by tier, then planes."""
    rows = []
    for tier in (1, 2, 3):
        for muscle in catalog.muscles:
            if muscle.tier == tier:
                cells = tuple(_muscle(column, muscle.id) for column in comparison.columns)
                rows.append(Row(muscle_name(catalog, muscle.id), f"tier {tier}", cells))
    planes = dict.fromkeys(
        one.id for column in comparison.columns for one in column.plan.coverage.planes
    )
    for plane in planes:
        cells = tuple(_plane(column, plane) for column in comparison.columns)
        rows.append(Row(f"{plane} plane", "planes", cells))
    return rows


def _muscle(column: Column, identifier: str) -> Cell | None:
    for one in column.plan.coverage.muscles if column.has_plan else ():
        if one.id == identifier:
            return Cell(one.sets, one.floor, one.target)
    return None


def _plane(column: Column, identifier: str) -> Cell | None:
    for one in column.plan.coverage.planes if column.has_plan else ():
        if one.id == identifier:
            return Cell(one.credit, one.floor, one.target)
    return None
