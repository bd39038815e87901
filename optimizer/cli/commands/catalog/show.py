"""Everything that the catalog knows about one exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import DONE
from optimizer.cli.request import Request, request_options
from optimizer.errors import InputError

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.domain.exercise import Exercise


@click.command(short_help="Everything about one exercise.")
@click.argument("name", nargs=-1, required=True)
@request_options()
def command(name: tuple[str, ...], request: Request) -> int:
    """Show the exercise of this NAME: an id, a name or an alias, in any case."""
    from optimizer.cli.inputs import the_catalog
    from optimizer.cli.pages.exercise_page import page

    check_output(request)
    catalog = the_catalog()
    row = _exercise(" ".join(name), catalog)
    text = as_json({"exercise": row.model_dump(mode="json")}) if request.is_json else None
    deliver(request, text or page(row, catalog))
    return DONE


def _exercise(name: str, catalog: Catalog) -> Exercise:
    """The exercise of a name; hyphens, underscores and spaces are alike."""
    from optimizer.reading.exercise_names import ExerciseNames

    names = ExerciseNames(catalog)
    identifier = names.id_of(name)
    if identifier is None:
        owners = [row for row in catalog.exercises if _plain(name) in _spellings(row)]
        if len(owners) == 1:
            return owners[0]
        raise InputError(names.complaint(name, ()))
    return catalog.exercise_by_id[identifier]


def _spellings(row: Exercise) -> tuple[str, ...]:
    return tuple(_plain(spelling) for spelling in (row.id, row.name, *row.aliases))


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace("_", " ").split())
