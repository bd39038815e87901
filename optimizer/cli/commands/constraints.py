"""Every hard rule with its settings, defaults and sources."""

from __future__ import annotations

import click

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import DONE
from optimizer.cli.request import Request, request_options


@click.command(short_help="Every hard rule with its settings and sources.")
@click.argument("rules", nargs=-1, metavar="[ID]...")
@request_options()
def command(rules: tuple[str, ...], request: Request) -> int:
    """List the hard rules with their settings; with an ID, all that is known of that rule.

    Every rule has the setting `enabled`. Set it and others in a scenario under `constraints`.
    """
    from optimizer.cli.rule_pages import chosen, documents, pages
    from optimizer.constraints import every_rule

    check_output(request)
    members = chosen(every_rule(), rules, "constraint")
    if request.is_json:
        text = as_json({"constraints": documents(members, "constraints")})
    else:
        text = pages(members, "constraints", in_full=bool(rules))
    deliver(request, text)
    return DONE
