"""How many exercises train each muscle directly, by kit and level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import DONE
from optimizer.cli.request import Request, request_options

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog

FEW = 2
"""Fewer exercises than this leave no choice, and are marked."""


@click.command(short_help="Exercises for each muscle, by kit and level.")
@request_options()
def command(request: Request) -> int:
    """Count the exercises that train each muscle directly, by kit and level.

    Fewer than two are marked: a pain or a dislike can then leave a muscle without any.
    """
    from optimizer.cli.inputs import the_catalog

    check_output(request)
    catalog = the_catalog()
    cells = list(_cells(catalog))
    deliver(
        request,
        as_json({"few": FEW, "cells": cells}) if request.is_json else _table(catalog, cells),
    )
    return DONE


def _cells(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Every muscle with every kit at every level."""
    from optimizer.cli.catalog_filters import kit_test, level_test
    from optimizer.domain.exercise import LEVELS

    work = [row for row in catalog.exercises if row.is_work]
    levels = {level: level_test(level) for level in LEVELS}
    within = {
        kit.id: [row for row in work if can_do(row)]
        for kit, can_do in ((kit, kit_test(catalog, kit.id)) for kit in catalog.kits)
    }
    for muscle in catalog.muscles:
        for kit in catalog.kits:
            rows = [row for row in within[kit.id] if muscle.id in row.muscles.direct]
            for level, is_right in levels.items():
                ids = [row.id for row in rows if is_right(row)]
                yield {
                    "muscle": muscle.id,
                    "kit": kit.id,
                    "level": level,
                    "count": len(ids),
                    "is_few": len(ids) < FEW,
                    "exercises": ids,
                }


def _table(catalog: Catalog, cells: list[dict[str, Any]]) -> str:
    from optimizer.export.parts.grid import grid, paragraph

    counts: dict[tuple[str, str], list[int]] = {}
    for cell in cells:
        counts.setdefault((cell["muscle"], cell["kit"]), []).append(cell["count"])
    rows: list[list[object]] = [
        [muscle.name, muscle.tier, *(_counts(counts[muscle.id, kit.id]) for kit in catalog.kits)]
        for muscle in catalog.muscles
    ]
    headers = ["Muscle", "Tier", *(kit.id.replace("_", " ") for kit in catalog.kits)]
    few = sum(cell["is_few"] for cell in cells)
    legend = (
        "Exercises that train the muscle directly: beginner/intermediate/advanced. "
        f"! fewer than {FEW} at some level ({few} of {len(cells)} cells)."
    )
    right = tuple(range(1, len(headers)))
    return f"{grid(headers, rows, right=right)}\n\n{paragraph(legend)}\n"


def _counts(numbers: list[int]) -> str:
    sign = "! " if min(numbers) < FEW else ""
    return sign + "/".join(str(number) for number in numbers)
