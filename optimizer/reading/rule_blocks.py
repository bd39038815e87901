"""The blocks ``constraints`` and ``objectives``: settings of rules and aims by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from optimizer.errors import Complaint
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.complaints import PositionOf, check
from optimizer.reading.wording import KEY, described, shown

SettingsById = Mapping[str, type[BaseModel]]
RuleSettings = tuple[SettingsById, SettingsById]
"""Settings classes of the constraints and of the objectives, by their ids."""


def read_block(
    block: str, document: Any, known: SettingsById, position_of: PositionOf
) -> tuple[dict[str, BaseModel], list[Complaint]]:
    """Settings that a block of a scenario states, and what is wrong with it.

    Parameters
    ----------
    block
        ``constraints`` or ``objectives``.
    document
        The whole scenario as read.
    known
        Settings class of every rule or aim.
    position_of
        Finds positions.
    """
    settings: dict[str, BaseModel] = {}
    complaints: list[Complaint] = []
    given = document.get(block) if isinstance(document, dict) else None
    for rule, value in given.items() if isinstance(given, dict) else ():
        if rule not in known:
            complaints.append(_unknown_rule(block, rule, known, position_of))
        elif not isinstance(value, dict):
            complaints.append(_not_a_map(block, rule, value, position_of))
        else:
            result = check(known[rule], value, position_of, (block, rule), document)
            if isinstance(result, BaseModel):
                settings[rule] = result
            else:
                complaints.extend(result)
    return settings, complaints


def _unknown_rule(block: str, rule: str, known: SettingsById, position_of: PositionOf) -> Complaint:
    return Complaint(
        "unknown-rule",
        f"{block} has no {shown(rule)}",
        why="the setting would change nothing, and nobody would notice",
        hint=did_you_mean(rule, known, f"see the ids with `triplane {block}`"),
        position=position_of((block, rule, KEY)),
        path=(block, rule),
    )


def _not_a_map(block: str, rule: str, value: object, position_of: PositionOf) -> Complaint:
    return Complaint(
        "wrong-type",
        f"{block}.{rule} is {described(value)}",
        hint="write a map of settings, such as {enabled: false}",
        position=position_of((block, rule)),
        path=(block, rule),
    )
