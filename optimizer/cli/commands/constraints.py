"""Every hard rule with its settings, defaults and sources."""

from __future__ import annotations

import click

from optimizer.cli.request import Request, request_options


@click.command(short_help="Every hard rule with its settings and sources.")
@click.argument("rules", nargs=-1, metavar="[ID]...")
@request_options()
def command(rules: tuple[str, ...], request: Request) -> int:
    """List the hard rules with their settings; with an ID, all that is known of that rule.

    Every rule has the setting `enabled`. Set it and others in a scenario under `constraints`.
    """
    from optimizer.cli.pages.rule_pages import answer
    from optimizer.constraints import every_rule

    return answer(request, every_rule(), rules, "constraint")
