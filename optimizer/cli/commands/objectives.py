"""Every aim with its settings, defaults and sources."""

from __future__ import annotations

import click

from optimizer.cli.request import Request, request_options


@click.command(short_help="Every aim with its tier and settings.")
@click.argument("aims", nargs=-1, metavar="[ID]...")
@request_options()
def command(aims: tuple[str, ...], request: Request) -> int:
    """List the aims with their settings; with an ID, all that is known of that aim.

    The tiers are solved in their order; each aim counts in one of them. Every aim has the setting
    `enabled`. Set it and others in a scenario under `objectives`.
    """
    from optimizer.cli.pages.rule_pages import answer
    from optimizer.objectives import every_aim

    return answer(request, every_aim(), aims, "objective")
