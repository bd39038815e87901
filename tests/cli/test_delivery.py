"""Files are whole or absent, and devices are not replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from optimizer.cli.delivery import check_output
from optimizer.cli.request import Request
from optimizer.errors import InputError
from optimizer.whole_file import write_whole


def _request(output: Path) -> Request:
    return Request("table", output, seed=0, seconds=1.0, quiet=True, reproducible=False)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the disk fails half-way, the old content stays and no temporary file is left."""
    path = tmp_path / "plan.txt"
    path.write_text("old")

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match="No space left on device"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_are_kept(tmp_path: Path) -> None:
    """A replaced file keeps its permissions."""
    path = tmp_path / "plan.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    """The file that it points to is written."""
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_device_is_written_not_replaced() -> None:
    """Writing to the null device leaves it a device."""
    null = Path(os.devnull)
    check_output(_request(null))
    write_whole(null, "text")
    assert null.is_char_device()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".", "it is a folder"),
        ("absent/plan.txt", "its folder does not exist"),
        ("file/plan.txt", "not a folder"),
        ("bad\0name", "its path is not valid"),
    ],
)
def test_what_cannot_be_written(tmp_path: Path, name: str, reason: str) -> None:
    """The reason is said, with the code of the interface."""
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="output-not-writable") as caught:
        check_output(_request(tmp_path / name))
    assert reason in str(caught.value)
