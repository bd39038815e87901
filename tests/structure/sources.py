"""The package's sources as syntax trees."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "optimizer"
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def modules_in(room: str) -> tuple[Path, ...]:
    """The files of one room, its ``__init__`` left out."""
    return tuple(path for path in sorted((PACKAGE / room).glob("*.py")) if path.stem != "__init__")


def every_module() -> tuple[Path, ...]:
    """Every file of the package."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name_of(path: Path) -> str:
    """The path of a file inside the repository."""
    return path.relative_to(ROOT).as_posix()


def functions_of(path: Path) -> list[FunctionNode]:
    """Every function and method of a file."""
    nodes = ast.walk(tree_of(path))
    return [node for node in nodes if isinstance(node, FunctionNode)]


def body_lines(node: FunctionNode) -> int:
    """Lines of a function's body, its docstring left out."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def helpers_of(path: Path, *entries: str) -> set[str]:
    """Functions of the file that the entries use, directly or by way of each other."""
    own = {node.name: node for node in tree_of(path).body if isinstance(node, FunctionNode)}
    reached: set[str] = set()
    waiting = [entry for entry in entries if entry in own]
    while waiting:
        node = own[waiting.pop()]
        used = {child.id for child in ast.walk(node) if isinstance(child, ast.Name)}
        new = (used & set(own)) - reached
        reached |= new
        waiting += sorted(new)
    return reached
