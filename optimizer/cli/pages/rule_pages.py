"""Every rule or aim with its statement, settings and defaults, as text and as values."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import DONE
from optimizer.cli.failures import unknown_choice
from optimizer.cli.request import Request
from optimizer.domain.exercise import Record
from optimizer.domain.rule import Aim, Rule
from optimizer.domain.tiers import TIERS
from optimizer.errors import InputError
from optimizer.export.parts.grid import grid, paragraph


def answer(request: Request, members: Sequence[Rule | Aim], names: Sequence[str], kind: str) -> int:
    """Deliver the rules or aims of these names, or all, as the request asks.

    Parameters
    ----------
    kind
        ``constraint`` or ``objective``.

    Raises
    ------
    InputError
        ``unknown-rule`` or ``output-not-writable``.
    """
    check_output(request)
    folder = f"{kind}s"
    found = chosen(members, names, kind)
    if request.is_json:
        text = as_json({folder: documents(found, folder)})
    else:
        text = pages(found, folder, in_full=bool(names))
    deliver(request, text)
    return DONE


def chosen(members: Sequence[Rule | Aim], names: Iterable[str], kind: str) -> list[Rule | Aim]:
    """The rules or aims of these names; all where none is named.

    Raises
    ------
    InputError
        ``unknown-rule``.
    """
    by_id = {member.id: member for member in members}
    wanted = [name.replace("-", "_").lower() for name in names]
    wrong = [name for name in wanted if name not in by_id]
    if wrong:
        raise InputError(*(unknown_choice("unknown-rule", kind, name, by_id) for name in wrong))
    return [by_id[name] for name in wanted] if wanted else sorted(members, key=_tier_number)


def _tier_number(member: Rule | Aim) -> int:
    """Aims in the order of their tiers; rules stay as they are."""
    tiers = [tier.id for tier in TIERS]
    return tiers.index(member.tier) if isinstance(member, Aim) else 0


def documents(members: Iterable[Rule | Aim], folder: str) -> list[dict[str, Any]]:
    """Rules or aims as plain values."""
    return [_document(member, folder) for member in members]


def _document(member: Rule | Aim, folder: str) -> dict[str, Any]:
    tier = {"tier": member.tier} if isinstance(member, Aim) else {}
    return {
        "id": member.id,
        "statement": member.statement,
        **tier,
        "settings": settings_of(member.settings),
        "text": member.text.strip(),
        "docs": f"docs/{folder}/{member.id}.md",
    }


def settings_of(kind: type[Record]) -> list[dict[str, Any]]:
    """Name, type, default and meaning of every setting."""
    meanings = meanings_of(kind)
    schema = kind.model_json_schema()["properties"]
    return [
        {
            "name": name,
            "type": _type_text(schema[name]),
            "default": field.get_default(call_default_factory=True),
            "meaning": meanings.get(name, ""),
        }
        for name, field in kind.model_fields.items()
    ]


def meanings_of(kind: type[Record]) -> dict[str, str]:
    """The texts that stand under the fields of a settings class and of its bases."""
    found: dict[str, str] = {}
    for owner in reversed(kind.__mro__):
        if not issubclass(owner, Record) or owner is Record:
            continue
        tree = ast.parse(textwrap.dedent(inspect.getsource(owner))).body[0]
        body = tree.body if isinstance(tree, ast.ClassDef) else []
        for field, text in pairwise(body):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                meaning = _string(text)
                if meaning:
                    found[field.target.id] = " ".join(meaning.split())
    return found


def _string(node: ast.stmt) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return str(node.value.value)
    return ""


def _type_text(schema: dict[str, Any]) -> str:
    """Kind and range of a value in words."""
    if "anyOf" in schema:
        kinds = [part for part in schema["anyOf"] if part.get("type") != "null"]
        return " or ".join(_type_text(part) for part in kinds)
    words = {
        "boolean": "true or false",
        "integer": "whole number",
        "object": "map",
        "array": "list",
    }
    kind = words.get(schema.get("type", ""), schema.get("type", "any"))
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f"{kind}, {low} to {high}"
    return f"{kind}, at least {low}" if low is not None else kind


def pages(members: Sequence[Rule | Aim], folder: str, *, in_full: bool) -> str:
    """Rules or aims as text: statement and settings, or everything that is known of them."""
    return "\n\n".join(_page(member, folder, in_full=in_full) for member in members) + "\n"


def _page(member: Rule | Aim, folder: str, *, in_full: bool) -> str:
    lines = [member.id, paragraph(member.statement, bullet="  ")]
    if isinstance(member, Aim):
        names = {tier.id: tier.name for tier in TIERS}
        lines.append(f"  tier: {member.tier} ({names[member.tier]})")
    if in_full:
        lines += ["", textwrap.indent(member.text.strip().partition("\n\n")[2], "  "), ""]
    rows = [
        [setting["name"], _default_text(setting["default"]), setting["type"], setting["meaning"]]
        for setting in settings_of(member.settings)
        if in_full or setting["name"] != "enabled"
    ]
    if rows:
        table = grid(("Setting", "Default", "Value", "Meaning"), rows, widths={2: 26, 3: 34})
        lines.append(textwrap.indent(table, "  "))
    if in_full:
        lines += ["", f"  docs: docs/{folder}/{member.id}.md"]
    return "\n".join(lines)


def _default_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "by level" if value is None else str(value)
