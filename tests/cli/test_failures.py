"""Every way to fail: one place, one form, the right exit code."""

from __future__ import annotations

import json

import click
import pytest

import optimizer.planning.solving
from optimizer.cli import failures
from optimizer.errors import InternalError
from tests.cli.running import QUICK, codes, document, run


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["solve"], "bad-argument: Missing argument 'SCENARIO'"),
        (["solve", QUICK, "--bogus"], "bad-argument: No such option"),
        (["solve", QUICK, "--format", "yaml"], "bad-argument: Invalid value for '--format'"),
        (["solve", QUICK, "--seconds", "nan"], "write a number of seconds"),
        (["solve", QUICK, "--alternatives", "1", "--loss", "nan"], "write a number of per cent"),
        (["solve", QUICK, "--differ", "2"], "--differ is about alternatives"),
        (["solve", QUICK, "--loss", "2"], "try: add --alternatives 1"),
        (["solve", QUICK, "--seconds", "0"], "bad-argument: Invalid value for '--seconds'"),
        (["solve", QUICK, "--seed", "-1"], "bad-argument: Invalid value for '--seed'"),
        (["slove"], "there is no command 'slove'\n  try: did you mean solve?"),
        (["catalog", "lst"], "there is no command 'lst'\n  try: did you mean list?"),
        (["solve", "absent.yaml"], "absent.yaml: file-not-readable"),
        (["constraints", "session_fits"], "unknown-rule: there is no constraint"),
    ],
)
def test_bad_arguments(arguments: list[object], text: str) -> None:
    """Exit code 2, the reason on standard error, nothing on standard output."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert text in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["solve", "--format", "json"],
        ["solve", "--format=json", QUICK, "--bogus"],
        ["slove", "--format", "json"],
        ["solve", QUICK, "--seed", "x", "--format", "json"],
    ],
)
def test_bad_arguments_as_json(arguments: list[object]) -> None:
    """JSON is answered wherever it was asked for, even where the arguments make no sense."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (2, "")
    assert codes(result) == ["bad-argument"]


def test_no_arguments_show_the_help() -> None:
    """The help goes to standard error, because nothing was done."""
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Commands:" in result.stderr


def _failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(optimizer.planning.solving, "solve", fail)


def test_a_bug_has_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other exception is an internal error with exit code 1."""
    _failing(monkeypatch, ZeroDivisionError("division by zero"))
    result = run("solve", QUICK)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("internal-error: ZeroDivisionError: division by zero\n")
    assert "Traceback" not in result.stderr


def test_a_bug_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error document holds the internal error."""
    _failing(monkeypatch, InternalError("the plan breaks a rule"))
    result = run("solve", QUICK, "--format", "json")
    assert result.exit_code == 1
    assert codes(result) == ["internal-error"]


def test_traceback_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """--traceback shows where a bug is, on standard error."""
    _failing(monkeypatch, ZeroDivisionError())
    assert "Traceback" in run("solve", QUICK, "--traceback").stderr


def test_interrupt_is_exit_code_4(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C without a plan."""
    _failing(monkeypatch, KeyboardInterrupt())
    result = run("solve", QUICK)
    assert (result.exit_code, result.stdout) == (4, "")
    assert "stopped by Ctrl-C" in result.stderr
    found = document(run("solve", QUICK, "--format", "json"))
    assert (found["status"], found["stopped_by"]) == ("unknown", "Ctrl-C")


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ([], False),
        (["--format"], False),
        (["--format", "table"], False),
        (["--format", "json"], True),
        (["x", "--format=json"], True),
        (["json", "--format"], False),
    ],
)
def test_json_is_asked(arguments: list[str], *, asked: bool) -> None:
    """The request for JSON is found without parsing."""
    assert failures.json_is_asked(arguments) is asked


def test_every_complaint_has_all_keys() -> None:
    """The interface's keys are there even where there is nothing to say."""
    error = failures.as_triplane_error(click.UsageError("no"))
    found = json.loads(failures.error_document(error))["errors"][0]
    assert {"code", "file", "line", "column", "message", "hint"} <= set(found)
