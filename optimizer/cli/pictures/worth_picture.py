"""The worth of equipment as a picture."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from optimizer.cli.pages.worth_words import TIER_NAMES, gain_told, items_told
from optimizer.domain.catalog import Catalog
from optimizer.export.pictures.gain_bars import Bar, Panel, gain_bars
from optimizer.export.pictures.style import Kind
from optimizer.studies.buying.kit_worth import KitWorth, SetWorth
from optimizer.studies.buying.reached import ANY_PLAN, DEMANDS

NAME_WIDTH, WORDS_WIDTH = 26, 46
PAIRS_SHOWN = 10
UNITS = {
    "quality": "sets",
    "minutes": "minutes",
    "plan": "plans",
    "demands": "demands that it serves",
}
SCALES = {"quality": 100.0, "minutes": 60.0}
"""What a tier's own unit is divided by."""


def worth_picture(worth: KitWorth, catalog: Catalog, kind: Kind) -> bytes:
    """Bars of what is gained and lost, as the bytes of a file."""
    groups = (
        ("Bought alone", worth.items, "better"),
        ("Bought as a pair", worth.pairs[:PAIRS_SHOWN], "better"),
        ("Lost", worth.losses, "worse"),
    )
    panels = [
        panel
        for name, found, verdict in groups
        for panel in _panels(
            name, [one for one in found if one.gain.verdict == verdict], worth, catalog
        )
    ]
    return gain_bars(f"What equipment is worth: {worth.scenario}", panels, kind)


def _panels(name: str, found: list[SetWorth], worth: KitWorth, catalog: Catalog) -> Iterator[Panel]:
    """A panel for each tier that decides, in the order of the ranking."""
    for tier in dict.fromkeys(one.gain.tier or "" for one in found):
        bars = tuple(_bar(one, worth, catalog) for one in found if one.gain.tier == tier)
        how = ("worse", "less") if name == "Lost" else ("better", "gained")
        told = how[1] if tier in (ANY_PLAN, DEMANDS) else f"{how[0]} by"
        title = f"{name}: {TIER_NAMES.get(tier, tier)}, {told}"
        yield Panel(title, UNITS.get(tier, "points"), bars)


def _bar(one: SetWorth, worth: KitWorth, catalog: Catalog) -> Bar:
    gain = one.gain
    scale = SCALES.get(gain.tier or "", 1.0)
    amount = abs(gain.amount) / scale if gain.tier != ANY_PLAN else 1.0
    sure = (gain.at_least or 0) / scale if gain.tier != ANY_PLAN else 1.0
    name = textwrap.fill(items_told(one.items, worth.places, catalog), NAME_WIDTH)
    return Bar(name, amount, sure, textwrap.fill(gain_told(one, catalog), WORDS_WIDTH))
