"""A smallest-by-inclusion part of a list that cannot hold together (QuickXplain, Junker 2004)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def quick_xplain(
    clash: Callable[[Sequence[Item]], bool], background: list[Item], items: Sequence[Item]
) -> list[Item]:
    """A minimal subset of ``items`` that clashes with the background; earlier ones preferred.

    The whole of ``items`` must clash with the background.
    """
    if clash(background):
        return []
    return _explain(clash, background, [], list(items))


def _explain(
    clash: Callable[[Sequence[Item]], bool],
    background: list[Item],
    added: list[Item],
    items: list[Item],
) -> list[Item]:
    if added and clash(background):
        return []
    if len(items) <= 1:
        return items
    half = len(items) // 2
    first, second = items[:half], items[half:]
    needed_second = _explain(clash, [*background, *first], first, second)
    needed_first = _explain(clash, [*background, *needed_second], needed_second, first)
    return [*needed_first, *needed_second]
