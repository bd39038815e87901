"""Click groups that find their commands by file; the outermost turns failures into exit codes."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any, NoReturn

import click

from optimizer.cli import failures
from optimizer.cli.exit_codes import DONE
from optimizer.cli.streams import open_closed_streams
from optimizer.errors import InputError


class FileGroup(click.Group):
    """A group whose commands are the modules of a package, each with a ``command``.

    Parameters
    ----------
    package
        The package; a subpackage is a group of its own.
    """

    def __init__(self, *args: Any, package: ModuleType, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, in alphabetical order."""
        return sorted(
            module.name.replace("_", "-") for module in pkgutil.iter_modules(self._package.__path__)
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; its file is loaded now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        stem = cmd_name.replace("-", "_")
        module = importlib.import_module(f"{self._package.__name__}.{stem}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; a misspelt one gets close matches."""
        name = args[0] if args else ""
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            known = self.list_commands(ctx)
            raise InputError(failures.unknown_choice("bad-argument", "command", name, known))
        return super().resolve_command(ctx, args)


class TriplaneGroup(FileGroup):
    """The outermost group: the only place where an error becomes output and an exit code."""

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **keywords: Any,
    ) -> NoReturn:
        """Run a command line and leave with its exit code."""
        open_closed_streams()
        arguments = list(sys.argv[1:] if args is None else args)
        keywords["standalone_mode"] = False
        try:
            code = super().main(arguments, prog_name or "triplane", **keywords)
        except SystemExit as stop:
            code = DONE if isinstance(stop.__context__, BrokenPipeError) else stop.code
        except BaseException as error:
            code = failures.report(error, arguments)
        sys.exit(code if isinstance(code, int) else DONE)
