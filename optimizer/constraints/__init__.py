"""The hard rules, one file each; the file's name is the rule's id everywhere."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from optimizer.domain.rule import KIND_OF_SCOPE, Rule


@cache
def every_rule() -> tuple[Rule, ...]:
    """Every rule, found by its file, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(_rule(name) for name in names)


def _rule(name: str) -> Rule:
    module = importlib.import_module(f"{__name__}.{name}")
    return Rule(
        id=name,
        text=module.__doc__ or "",
        settings=module.Settings,
        kind=KIND_OF_SCOPE[module.post.__annotations__["scope"]],
        post=module.post,
        relax=getattr(module, "relax", None),
        violations=module.violations,
        bars=getattr(module, "bars", None),
        frees=getattr(module, "frees", None),
    )
