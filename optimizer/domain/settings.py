"""Base classes of the settings that each rule and each aim owns."""

from __future__ import annotations

from optimizer.domain.exercise import Record


class RuleSettings(Record):
    """Settings that every rule has."""

    enabled: bool = True
    """Whether the rule holds at all."""


class AimSettings(Record):
    """Settings that every aim has."""

    enabled: bool = True
    """Whether the aim counts at all."""
