"""Exercises of the catalog, filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import DONE
from optimizer.cli.request import Request, request_options

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.domain.exercise import Exercise


@click.command(short_help="Exercises, filtered by what they train and need.")
@click.option("--muscle", metavar="ID", help="Trains this muscle, directly or indirectly.")
@click.option("--pattern", metavar="ID", help="Is of this pattern or pattern group.")
@click.option("--plane", metavar="ID", help="Moves in this plane or resists it.")
@click.option("--kit", metavar="ID", help="Can be done with this kit.")
@click.option("--equipment", metavar="ID", help="Can make use of this item.")
@click.option("--level", metavar="ID", help="Is not too hard for this level.")
@click.option("--role", metavar="ID", help="Has this role, such as strength or mobility.")
@click.option("--region", metavar="ID", help="Is for lower, upper, trunk or full body.")
@click.option("--ladder", metavar="ID", help="Stands on this ladder.")
@click.option("--pain", metavar="ID", help="This pain does not speak against it.")
@click.option("--source", metavar="ID", help="Names this source.")
@request_options()
def command(request: Request, **filters: str | None) -> int:
    """List the exercises that pass every filter; ids and names are understood."""
    from optimizer.cli.catalog_filters import filtered
    from optimizer.cli.inputs import the_catalog

    check_output(request)
    catalog = the_catalog()
    rows = filtered(catalog, {name: value for name, value in filters.items() if value is not None})
    deliver(request, _json(rows) if request.is_json else _table(rows, catalog))
    return DONE


def _json(rows: list[Exercise]) -> str:
    records: list[dict[str, Any]] = [row.model_dump(mode="json") for row in rows]
    return as_json({"count": len(records), "exercises": records})


def _table(rows: list[Exercise], catalog: Catalog) -> str:
    from optimizer.export.parts.grid import grid
    from optimizer.export.parts.numbers import plural

    cells = [[row.id, row.name, row.role.replace("_", " "), row.difficulty] for row in rows]
    headers = ("Id", "Name", "Role", "Hard")
    table = grid(headers, cells, right=(3,), widths={1: 40}) + "\n\n" if rows else ""
    return f"{table}{plural(len(rows), 'exercise')} of {len(catalog.exercises)}. Hard: 1 to 5.\n"
