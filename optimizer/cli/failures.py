"""Errors as the user sees them: text on standard error, or one JSON document."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterable, Sequence
from itertools import pairwise

import click

from optimizer.cli.exit_codes import BAD_INPUT, STOPPED
from optimizer.cli.streams import OutputLostError, to_stderr, to_stdout
from optimizer.errors import Complaint, InputError, InternalError, TriplaneError


def report(error: BaseException, arguments: Sequence[str]) -> int:
    """Show an error in the form that the arguments ask for; returns the exit code."""
    as_json = json_is_asked(arguments)
    if "--traceback" in arguments and not isinstance(error, click.ClickException):
        to_stderr("".join(traceback.format_exception(error)))
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and not as_json:
        to_stderr(error.format_message() + "\n")
        return BAD_INPUT
    if isinstance(error, click.Abort | KeyboardInterrupt | EOFError):
        _show_stop(as_json)
        return STOPPED
    shown = as_triplane_error(error)
    if as_json and not isinstance(error, OutputLostError):
        to_stdout(error_document(shown))
    else:
        to_stderr(f"{shown}\n")
    return shown.exit_code


def as_triplane_error(error: BaseException) -> TriplaneError:
    """Any error as one with a code and a hint."""
    if isinstance(error, TriplaneError):
        return error
    if isinstance(error, click.ClickException):
        return InputError(_usage_complaint(error))
    detail = " ".join(str(error).split())
    return InternalError(f"{type(error).__name__}: {detail}" if detail else type(error).__name__)


def error_document(error: TriplaneError) -> str:
    """The interface's JSON document of an error."""
    errors = [complaint.as_json() for complaint in error.complaints]
    document = {"format": 1, "status": "error", "errors": errors}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def json_is_asked(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for JSON, even where they cannot be parsed."""
    asked = any(pair == ("--format", "json") for pair in pairwise(arguments))
    return asked or "--format=json" in arguments


def unknown_choice(code: str, what: str, name: str, known: Iterable[str]) -> Complaint:
    """A complaint about a misspelt name, with close matches."""
    from optimizer.reading.close_matches import did_you_mean

    choices = tuple(known)
    hint = did_you_mean(name, choices, f"choose from {', '.join(choices)}")
    return Complaint(code, f"there is no {what} {name!r}", hint=hint)


def _usage_complaint(error: click.ClickException) -> Complaint:
    message = error.format_message().strip().rstrip(".")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "triplane"
    return Complaint("bad-argument", message, hint=f"see `{path} --help`")


def _show_stop(as_json: bool) -> None:
    if as_json:
        document = {"format": 1, "status": "unknown", "stopped_by": "Ctrl-C"}
        to_stdout(json.dumps(document, indent=2) + "\n")
    else:
        to_stderr("stopped by Ctrl-C, without a result\n")
