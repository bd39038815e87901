"""The options that every command has."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])
SEED_MOST = 2**31 - 1
SECONDS_MOST = 7 * 24 * 3600


@dataclass(frozen=True)
class Request:
    """How a command was asked to work and to answer."""

    format: Literal["table", "json"]
    output: Path | None
    seed: int
    seconds: float
    quiet: bool
    reproducible: bool

    @property
    def is_json(self) -> bool:
        """Whether the answer is a JSON document."""
        return self.format == "json"


def finite(context: click.Context, parameter: click.Parameter, value: float) -> float:
    """The value of an option; infinity and what is no number are refused."""
    if not math.isfinite(value):
        noun = "seconds" if parameter.name == "seconds" else "per cent"
        raise click.BadParameter(f"write a number of {noun}, such as {parameter.default:g}")
    return value


SHAPES = ("table", "json")
OPTIONS = (
    click.option(
        "--output",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write the answer to a file instead of standard output.",
    ),
    click.option("--quiet", is_flag=True, help="No progress and no remarks."),
    click.option("--reproducible", is_flag=True, help="Leave run times out of the answer."),
    click.option("--traceback", is_flag=True, expose_value=False, help="Show where a bug is."),
)


def _format_option(kinds: tuple[str, ...], kind_help: str) -> Callable[[Function], Function]:
    text = "Form of the answer; table, or json if --output ends in .json"
    return click.option(
        "--format",
        "shape",
        type=click.Choice([*SHAPES, *kinds]),
        help=f"{text}; {kind_help}." if kinds else f"{text}.",
    )


def _solver_options(*, hidden: bool) -> tuple[Callable[[Function], Function], ...]:
    return (
        click.option(
            "--seed",
            type=click.IntRange(0, SEED_MOST),
            default=0,
            show_default=True,
            hidden=hidden,
            help="Random seed of the solver.",
        ),
        click.option(
            "--seconds",
            type=click.FloatRange(0, SECONDS_MOST, min_open=True),
            default=60.0,
            show_default=True,
            callback=finite,
            hidden=hidden,
            help="Longest time to search.",
        ),
    )


def request_options(
    *, solves: bool = False, kinds: tuple[str, ...] = (), kind_help: str = ""
) -> Callable[[Function], Function]:
    """Add the options of every command; the function gets them as ``request``.

    Parameters
    ----------
    solves
        Whether the command solves; elsewhere seed and seconds are accepted, but not shown.
    kinds
        Further words for ``--format``, for a command that writes files of several kinds; the
        function gets the word, or None, as ``kind``.
    kind_help
        What these words mean.
    """

    def decorate(function: Function) -> Function:
        @functools.wraps(function)
        def wrapped(*args: Any, **keywords: Any) -> Any:
            shape, output = keywords.pop("shape"), keywords.pop("output")
            if output == Path("-"):
                output = None
            if kinds:
                keywords["kind"] = shape if shape in kinds else None
                shape = None if shape in kinds else shape
            if shape is None:
                shape = "json" if output is not None and output.suffix == ".json" else "table"
            names = ("seed", "seconds", "quiet", "reproducible")
            rest = {name: keywords.pop(name) for name in names}
            return function(*args, request=Request(format=shape, output=output, **rest), **keywords)

        command: Any = wrapped
        options = (_format_option(kinds, kind_help), *OPTIONS, *_solver_options(hidden=not solves))
        for option in reversed(options):
            command = option(command)
        return command  # type: ignore[no-any-return]

    return decorate
