"""The command line as a process: what it loads, closed pipes, streams and encodings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT

COMMAND = [sys.executable, "-m", "optimizer.cli.main"]


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``triplane`` in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, env=env)


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["solve", "--help"], ["catalog", "show", "goblet_squat"], ["constraints"]],
    ids=" ".join,
)
def test_the_solver_is_not_loaded(arguments: list[str]) -> None:
    """Commands that solve nothing start without OR-Tools."""
    code = (
        "import sys\n"
        "from optimizer.cli.main import main\n"
        "try:\n"
        f"    main({arguments!r})\n"
        "finally:\n"
        "    print('ortools' in sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stderr) == (0, b"False\n")


def test_results_and_remarks_are_apart() -> None:
    """A result is on standard output, an error on standard error."""
    good, bad = process("catalog", "list", "--ladder", "squat"), process("solve", "absent.yaml")
    assert good.stdout
    assert good.stderr == b""
    assert bad.stdout == b""
    assert bad.returncode == 2


def test_a_closed_pipe_is_quiet() -> None:
    """``triplane ... | head`` ends without a word."""
    reading, writing = os.pipe()
    os.close(reading)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*COMMAND, "catalog", "list"], stdout=writing, stderr=subprocess.PIPE, check=False, env=env
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_letters_that_a_terminal_lacks() -> None:
    """An old encoding costs letters, never the answer."""
    done = process("catalog", "list", PYTHONIOENCODING="ascii")
    assert done.returncode == 0


def test_version() -> None:
    """The version of the package."""
    import optimizer  # noqa: PLC0415 - the version is all that is asked of it

    assert process("--version").stdout.decode().split()[-1] == optimizer.__version__


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["constraints"], 0),
        (["constraints", "--format", "json"], 0),
        (["--help"], 0),
        (["solve", "absent.yaml"], 2),
        (["solve", "absent.yaml", "--format", "json"], 2),
        (["nonsense"], 2),
    ],
)
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_quiet(arguments: list[str], code: int, closed: str) -> None:
    """A stream that the shell closed costs its text, and neither the answer nor the exit code."""
    line = f'exec "$0" "$@" {closed}'
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", line, *COMMAND, *arguments], capture_output=True, check=False, env=env
    )
    assert done.returncode == code
    assert b"internal-error" not in done.stdout + done.stderr
    assert b"Traceback" not in done.stdout + done.stderr


def test_a_closed_error_stream_spoils_no_file(tmp_path: Path) -> None:
    """What would have gone to the closed stream does not end up in the output."""
    output = tmp_path / "rules.json"
    line = 'exec "$0" "$@" >&- 2>&-'
    arguments = ["constraints", "--format", "json", "--output", str(output)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", line, *COMMAND, *arguments], check=False, env=env)
    assert done.returncode == 0
    assert json.loads(output.read_text(encoding="utf-8"))["format"] == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["constraints"], ["constraints", "--format", "json"]])
def test_a_full_disk_is_an_error(arguments: list[str]) -> None:
    """An answer that could not be written is told, and is no bug."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False, env=env
        )
    assert done.returncode == 2
    assert b"output-not-writable" in done.stderr
    assert b"Traceback" not in done.stderr
