"""Values and bounds of tiers as a person reads them."""

from __future__ import annotations

from optimizer.domain.plan import TierResult
from optimizer.export.parts.clock import clock
from optimizer.export.parts.numbers import plain

UNITS = {
    "floors": ", points",
    "targets": ", points",
    "quality": ", sets",
    "minutes": ", min:s",
    "evenness": ", %",
}


def tier_number(tier: str, value: int) -> str:
    """A value in the unit of the tier's row."""
    if tier == "minutes":
        return clock(value)
    return plain(value / 100) if tier == "quality" else str(value)


def tier_value(tier: TierResult) -> str:
    """The value, what is proved in brackets where it is less, and a mark where it is not proved."""
    value = tier_number(tier.id, tier.value)
    if tier.scope == "this week":
        return value
    bound = f" ({tier_number(tier.id, tier.bound)})" if tier.bound != tier.value else ""
    return f"{value}{bound}{'' if tier.proved else ' ?'}"
