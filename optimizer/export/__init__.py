"""What a plan is written as: one file per output, found by its file.

An output is a module of this package with ``NAME``, ``SUFFIX``, ``MEDIA_TYPE`` and
``render(plan, catalog)``; the package ``parts`` holds what several outputs share.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan


@dataclass(frozen=True)
class Output:
    """A form that a plan can be written in."""

    name: str
    suffix: str
    media_type: str
    text: str
    render: Callable[[Plan, Catalog], str]

    @property
    def statement(self) -> str:
        """The output in one sentence."""
        return self.text.split("\n\n", maxsplit=1)[0].replace("\n", " ").strip()


@cache
def every_output() -> tuple[Output, ...]:
    """Every output, found by its file, in alphabetical order of the names."""
    modules = (module for module in pkgutil.iter_modules(__path__) if not module.ispkg)
    return tuple(sorted((_output(module.name) for module in modules), key=lambda one: one.name))


def _output(stem: str) -> Output:
    module = importlib.import_module(f"{__name__}.{stem}")
    return Output(
        name=module.NAME,
        suffix=module.SUFFIX,
        media_type=module.MEDIA_TYPE,
        text=module.__doc__ or "",
        render=module.render,
    )
