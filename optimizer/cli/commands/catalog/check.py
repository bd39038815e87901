"""Whether the catalog's records keep the catalog's rules."""

from __future__ import annotations

import click

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import BAD_INPUT, DONE
from optimizer.cli.request import Request, request_options


@click.command(short_help="Whether all records keep the catalog's rules.")
@request_options()
def command(request: Request) -> int:
    """Check every record against the others; exit code 2 if there are complaints."""
    from optimizer.cli.inputs import the_catalog
    from optimizer.export.parts.numbers import plural
    from optimizer.planning.catalog_check import check_catalog

    check_output(request)
    catalog = the_catalog()
    found = check_catalog(catalog)
    checked = len(catalog.exercises)
    if request.is_json:
        complaints = [complaint.as_json() for complaint in found]
        status = "error" if found else "done"
        text = as_json({"status": status, "exercises": checked, "errors": complaints})
    else:
        lines = [str(complaint) for complaint in found]
        text = "\n".join(
            [*lines, f"{plural(checked, 'exercise')}, {plural(len(found), 'complaint')}"]
        )
        text += "\n"
    deliver(request, text)
    return BAD_INPUT if found else DONE
