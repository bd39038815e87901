"""The blocks ``constraints`` and ``objectives``: settings of rules and aims by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

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
        elif _switches_off(value) and _is_always_on(known[rule]):
            complaints.append(_always_on(block, rule, value, position_of))
        elif not isinstance(value, dict):
            complaints.append(_not_a_map(block, rule, value, known[rule], position_of))
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


def _not_a_map(
    block: str, rule: str, value: object, settings: type[BaseModel], position_of: PositionOf
) -> Complaint:
    example = "or delete the key" if _is_always_on(settings) else "such as {enabled: false}"
    return Complaint(
        "wrong-type",
        f"{block}.{rule} is {described(value)}",
        hint=f"write a map of settings, {example}",
        position=position_of((block, rule)),
        path=(block, rule),
    )


def _switches_off(value: object) -> bool:
    return value is False or (isinstance(value, dict) and value.get("enabled") is False)


def _is_always_on(settings: type[BaseModel]) -> bool:
    """Whether ``enabled`` may be nothing but true."""
    field = settings.model_fields.get("enabled")
    return field is not None and get_args(field.annotation) == (True,)


def _always_on(block: str, rule: str, value: object, position_of: PositionOf) -> Complaint:
    path = (block, rule, "enabled") if isinstance(value, dict) else (block, rule)
    return Complaint(
        "value-out-of-range",
        f"{block}.{rule} cannot be switched off",
        why="it is about safety, and rules about safety hold for every plan",
        hint="delete the setting; what no longer holds, such as a pain that is gone, is taken "
        "out of `athlete`",
        position=position_of(path),
        path=path,
    )
