"""The exercise catalog; its commands are the files of this package."""

from __future__ import annotations

import importlib

import click

from optimizer.cli.group import FileGroup


@click.group(
    cls=FileGroup,
    package=importlib.import_module(__name__),
    short_help="The exercises: list, show, check, coverage.",
)
def command() -> None:
    """Look into the exercise catalog."""
