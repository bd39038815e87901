"""Help texts of every command."""

from __future__ import annotations

import click
import pytest

from optimizer.cli.main import main
from tests.cli.running import run

COMMON = ("--format", "--output", "--quiet", "--reproducible", "--traceback")


def _paths(group: click.Group, prefix: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    context = click.Context(group)
    found = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        path = (*prefix, name)
        found += _paths(command, path) if isinstance(command, click.Group) else [path]
    return found


PATHS = _paths(main)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_has_help_and_the_common_options(path: tuple[str, ...]) -> None:
    """Every option is described."""
    result = run(*path, "--help")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Usage: triplane {' '.join(path)}")
    assert all(option in result.stdout for option in COMMON)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_seed_and_seconds_are_accepted_everywhere(path: tuple[str, ...]) -> None:
    """Scripts may give the same options to every command."""
    result = run(*path, "--seed", "1", "--seconds", "5", "--help")
    assert result.exit_code == 0


def test_the_commands_of_the_interface() -> None:
    """What this release has of the contract's commands."""
    names = {path[0] for path in PATHS}
    assert {
        "solve",
        "audit",
        "export",
        "catalog",
        "constraints",
        "objectives",
        "schema",
        "init",
    } <= names
    assert {"list", "show", "check", "coverage"} <= {p[1] for p in PATHS if p[0] == "catalog"}
