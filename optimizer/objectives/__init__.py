"""The aims, one file each; the file's name is the aim's id everywhere."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from optimizer.domain.rule import KIND_OF_SCOPE, Aim


@cache
def every_aim() -> tuple[Aim, ...]:
    """Every aim, found by its file, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(_aim(name) for name in names)


def _aim(name: str) -> Aim:
    module = importlib.import_module(f"{__name__}.{name}")
    return Aim(
        id=name,
        text=module.__doc__ or "",
        settings=module.Settings,
        tier=module.TIER,
        kind=KIND_OF_SCOPE[module.express.__annotations__["scope"]],
        express=module.express,
        measure=module.measure,
    )
