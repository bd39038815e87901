"""Folders that cannot be written, or not any more: a clear error, and nothing finished is lost."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from optimizer.errors import InputError
from optimizer.team import batch as batch_module
from optimizer.team.batch import batch
from optimizer.team.lock import LOCK_NAME
from optimizer.team.options import BatchOptions
from tests.team.inline import InlineCrew
from tests.team.processes import drive
from tests.team.teams import canned, contents, runners, statuses

ATHLETES = 6
MANY = 30
FSYNC_LAST = 5
"""The disk is full from here: two athletes with their exports, and a half."""
NOBODY = 65534
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(autouse=True)
def _no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_module, "_crew", lambda work, *_: InlineCrew(work, []))


def run(folder: Path, *, resume: bool = False, athletes: int = ATHLETES) -> None:
    """A batch of a few athletes, with an export."""
    options = BatchOptions(reproducible=True, outputs=("markdown",), resume=resume)
    batch(runners(athletes), folder, options, work=canned)


def test_a_full_disk_keeps_what_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half file, no temporary one; with space again, the batch goes on to the same bytes."""
    run(tmp_path / "whole")
    calls = 0
    real = os.fsync

    def full(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls > FSYNC_LAST:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    folder = tmp_path / "out"
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(InputError, match="No space left on device") as caught:
            run(folder)
    complaint = caught.value.complaints[0]
    assert complaint.code == "output-not-writable"
    assert "--resume" in complaint.hint
    whole = contents(tmp_path / "whole")
    left = contents(folder, hidden=True)
    assert sum(name.startswith("plans/") for name in left) == 2
    assert {name: left[name] for name in left if name != LOCK_NAME}.items() <= whole.items()
    run(folder, resume=True)
    assert contents(folder) == whole


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 48 kB."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=48k", "tmpfs", str(tmp_path)]
    if not sys.platform.startswith("linux") or not IS_ROOT:
        pytest.skip("only root may mount a file system")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_disk_that_is_really_full(tiny_disk: Path) -> None:
    """Not patched: the system itself says that there is no space left."""
    with pytest.raises(InputError, match="No space left on device"):
        run(tiny_disk, athletes=MANY)
    finished = list(tiny_disk.glob("plans/*.json"))
    assert 0 < len(finished) < MANY
    assert not list(tiny_disk.rglob(".triplane-*"))


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """A limit on the size of files is told like a full disk."""
    ended = drive(tmp_path / "out", "--largest-file", 400)
    assert ended.returncode == 2
    assert "output-not-writable" in ended.stderr
    assert "File too large" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not list((tmp_path / "out").rglob("*.json"))


@pytest.fixture
def _nobody() -> Iterator[None]:
    """Rights of a user, where the tests run as root, whom no permission stops."""
    if not IS_ROOT:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shut(tmp_path: Path) -> Path:
    """A folder that may be looked into, and not written to."""
    run(tmp_path / "open")  # loads what a batch needs, while everything may be read
    for path in (tmp_path, *tmp_path.parents):
        if path.stat().st_uid == os.getuid() and not path.stat().st_mode & 0o005:
            path.chmod(0o755)
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o555)
    return folder


@pytest.mark.usefixtures("shut", "_nobody")
@pytest.mark.parametrize("inside", ["", "below"])
def test_a_read_only_folder(shut: Path, inside: str) -> None:
    """Without the right to write, nothing is started."""
    with pytest.raises(InputError, match="writing there is not allowed") as caught:
        run(shut / inside)
    assert caught.value.complaints[0].code == "output-not-writable"
    assert list(shut.iterdir()) == []


@pytest.mark.parametrize("inside", ["", "below"])
def test_a_folder_that_is_a_file(tmp_path: Path, inside: str) -> None:
    """A file stands where the folder should, or above it."""
    path = tmp_path / "file"
    path.write_text("mine")
    with pytest.raises(InputError, match="cannot write the output") as caught:
        run(path / inside)
    assert caught.value.complaints[0].code == "output-not-writable"
    assert path.read_text() == "mine"


def test_plans_that_are_a_file(tmp_path: Path) -> None:
    """Inside the folder, too."""
    (tmp_path / "plans").write_text("mine")
    with pytest.raises(InputError, match="cannot write the output"):
        run(tmp_path)


def test_two_batches_at_once(tmp_path: Path) -> None:
    """The second is told so; a lock of a batch that died is no hindrance."""
    tmp_path.mkdir(exist_ok=True)
    with FileLock(tmp_path / LOCK_NAME):
        ended = drive(tmp_path)
    assert ended.returncode == 2
    assert "folder-in-use: another batch is writing into this folder" in ended.stderr
    run(tmp_path)
    assert statuses(tmp_path) == ["optimal"] * ATHLETES
