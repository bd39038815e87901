"""Reading files as text: everything that is not a UTF-8 file of a sensible size is refused."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from optimizer.errors import InputError
from optimizer.reading.text_file import read_text


def _complaint(path: Path, maximum_bytes: int = 100) -> str:
    with pytest.raises(InputError) as caught:
        read_text(path, maximum_bytes)
    return str(caught.value).replace(str(path), "FILE")


def test_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: \xc3\xa9\n")
    assert read_text(path, 100) == "name: é\n"


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("x" * 100)
    assert read_text(path, 100) == "x" * 100


def test_missing_file(tmp_path: Path) -> None:
    assert _complaint(tmp_path / "none.yaml") == (
        "FILE: file-not-readable: cannot read the file: it does not exist\n"
        "  try: check the path and the permission to read it"
    )


def test_directory(tmp_path: Path) -> None:
    assert "cannot read the file: it is a directory\n" in _complaint(tmp_path)


def test_file_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    assert "a part of its path is not a directory" in _complaint(tmp_path / "a" / "b")


def test_path_with_a_nul() -> None:
    with pytest.raises(InputError, match="file-not-readable"):
        read_text(Path("a\0b"), 100)


def test_path_of_absurd_length() -> None:
    with pytest.raises(InputError, match="file-not-readable"):
        read_text(Path("a" * 5000), 100)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of Unix")
def test_pipes_and_devices_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        assert "it is a device, a pipe or a socket, not a file" in _complaint(path)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the root user may read everything"
)
def test_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("x")
    path.chmod(0)
    assert "cannot read the file: it may not be read" in _complaint(path)


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("x" * 1_000_001)
    assert _complaint(path, 1_000_000) == (
        "FILE: file-too-large: the file has 1,000,001 bytes; at most 1 MB are read\n"
        "  why: a file of this kind is far smaller, so this is probably another file\n"
        "  try: check that the path names the file you meant"
    )


def test_not_utf8_points_at_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb\xc3\xa9: \xff\n")
    assert _complaint(path) == (
        "FILE:2:5: not-utf8: the byte 0xff is not UTF-8 text\n"
        "  try: save the file as UTF-8 in your editor"
    )


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\n"])
def test_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    assert _complaint(path) == (
        "FILE: empty-file: the file holds nothing\n"
        "  try: write a file to start from with `triplane init`"
    )
