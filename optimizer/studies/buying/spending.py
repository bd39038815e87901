"""Prices of items, and whether a budget pays for any."""

from __future__ import annotations

from optimizer.errors import Complaint, InputError
from optimizer.reading.price_reader import PriceFile
from optimizer.studies.buying.item_sets import Item, ItemSet


def price_of(item: Item, prices: PriceFile) -> float | None:
    """What the pieces of an item cost together; None where the file has no price for it."""
    each = prices.prices.get(item.id)
    return None if each is None else each * item.pieces


def cheapest_is_affordable(items: ItemSet, budget: float, prices: PriceFile | None) -> None:
    """Make sure that the budget pays for some item.

    Raises
    ------
    InputError
        ``bad-argument`` if there are no prices, none of what could be bought, or only higher ones.
    """
    if prices is None:
        text, hint = "a budget needs prices", "give `--prices FILE` as well"
        raise InputError(Complaint("bad-argument", text, hint=hint))
    priced = [(cost, item) for item in items if (cost := price_of(item, prices)) is not None]
    if not priced:
        names = ", ".join(dict.fromkeys(item.id for item in items)) or "none"
        raise InputError(
            Complaint(
                "bad-argument",
                "nothing that could be bought has a price",
                why=f"items to buy: {names}",
                hint="add some of them to the price file",
            )
        )
    cost, item = min(priced, key=lambda one: one[0])
    if cost > budget:
        pieces = f"{item.pieces} x {item.id}" if item.pieces > 1 else item.id
        raise InputError(
            Complaint(
                "bad-argument",
                f"the budget of {budget:g} {prices.currency} is below the cheapest item",
                why=f"that is {pieces} for {cost:g} {prices.currency}",
                hint="raise the budget, or leave it out to see what each item is worth",
            )
        )
