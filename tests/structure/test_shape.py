"""Files and functions stay small, and public functions say what they do."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.structure.sources import body_lines, every_module, functions_of, name_of, tree_of

BODY_LINES_MOST = 50
FILE_LINES_MOST = 400
MODULES = every_module()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_file_is_long(path: Path) -> None:
    """No file of the package has more than 400 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= FILE_LINES_MOST


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_function_is_long(path: Path) -> None:
    """No function of the package has a body of more than 50 lines."""
    long = {node.name: body_lines(node) for node in functions_of(path)}
    assert {name: lines for name, lines in long.items() if lines > BODY_LINES_MOST} == {}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_names_are_described(path: Path) -> None:
    """Every file, and every public function, method and class of it, has a docstring."""
    tree = tree_of(path)
    assert ast.get_docstring(tree)
    assert undescribed(tree) == []


def undescribed(tree: ast.Module | ast.ClassDef) -> list[str]:
    """Public members without a docstring; functions inside functions are private."""
    found = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if not node.name.startswith("_") and not ast.get_docstring(node):
                found.append(node.name)
            if isinstance(node, ast.ClassDef):
                found += undescribed(node)
    return found
