"""The worth of equipment in the words of a coach; only what is proved is called so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.cli.pages.compare_words import demands_told
from optimizer.cli.pages.study_words import amount
from optimizer.domain.catalog import Catalog
from optimizer.domain.tiers import TIERS
from optimizer.export.parts.names import equipment_text
from optimizer.export.parts.numbers import plain, plural
from optimizer.planning.plain_words import listed
from optimizer.studies.buying.item_sets import Item
from optimizer.studies.buying.kit_worth import KitWorth, Purchase, SetWorth
from optimizer.studies.buying.reached import ANY_PLAN, DEMANDS, Gain
from optimizer.studies.tier_costs import TierCost

TIER_NAMES = {
    ANY_PLAN: "any plan at all",
    DEMANDS: "things that can be trained",
    **{tier.id: tier.name for tier in TIERS},
}


def items_told(items: Sequence[Item], places: Sequence[str], catalog: Catalog) -> str:
    """``2 dumbbells and bench or box``, with their places where there are several."""
    return listed([_item(item, places, catalog) for item in items])


def _item(item: Item, places: Sequence[str], catalog: Catalog) -> str:
    name = equipment_text(catalog, {item.id: item.pieces})
    more = " more" if item.owned and item.owned != item.pieces else ""
    where = f" at {item.place}" if len(places) > 1 else ""
    return f"{name}{more}{where}"


def as_cost(gain: Gain) -> TierCost:
    """The deciding tier of a gain, before and after."""
    identifier = gain.tier or ""
    return TierCost(
        id=identifier,
        name=TIER_NAMES.get(identifier, identifier),
        unit=gain.unit or "",
        before=gain.before or 0,
        after=gain.after or 0,
    )


def gain_told(one: SetWorth, catalog: Catalog) -> str:
    """What changes, in the tier that decides: ``short of target: 84 to 12 points``."""
    gain = one.gain
    if gain.verdict == "open":
        return "not settled in the time given"
    if gain.tier is None:
        return "nothing"
    if gain.tier == ANY_PLAN:
        return "makes a plan possible" if gain.verdict == "better" else "no plan is left"
    if gain.tier == DEMANDS:
        what = listed(list(demands_told(one.demands, catalog)))
        return f"lets you train {what}" if gain.verdict == "better" else f"no more {what}"
    cost = as_cost(gain)
    return f"{cost.name}: {amount(cost, cost.before)} to {amount(cost, cost.after)}"


def sure_told(gain: Gain) -> str:
    """What of a gain or a loss is proved."""
    if gain.tier in (ANY_PLAN, DEMANDS):
        return "proved"
    if gain.at_least is None:
        return "proved" if gain.proved else "open"
    cost = as_cost(gain)
    return f"proved: {amount(cost, gain.at_least)} or more"


def advice(worth: KitWorth, catalog: Catalog) -> Iterator[str]:
    """What to buy, what for a budget, and what would be missed: a paragraph each."""
    yield _buy(worth, catalog)
    if worth.pairs:
        yield _pair(worth, catalog)
    if worth.purchase is not None:
        yield _purchase(worth, worth.purchase, catalog)
    yield from _losses(worth, catalog)


def _buy(worth: KitWorth, catalog: Catalog) -> str:
    count = plural(len(worth.items), "item")
    best = worth.items[0] if worth.items else None
    if best is None:
        return "There is nothing that the catalog knows and these places lack."
    if best.gain.verdict != "better":
        is_open = any(one.gain.verdict == "open" or not one.gain.proved for one in worth.items)
        proof = "though not everything was settled in the time given" if is_open else "proved"
        text = f"Nothing to buy: none of the {count} that could be bought gains this week more"
        return f"{text} than the tolerances, {proof}."
    names = items_told(best.items, worth.places, catalog)
    alike = [one for one in worth.items if one.reached == best.reached and one is not best]
    also = ""
    if alike:
        said = [items_told(one.items, worth.places, catalog) for one in alike]
        also = f" As good: {listed(said)}."
    return f"The best single buy: {names}. It {_gains(best, catalog)}.{also}"


def _gains(one: SetWorth, catalog: Catalog) -> str:
    gain = one.gain
    if gain.tier in (ANY_PLAN, DEMANDS):
        return gain_told(one, catalog)
    return f"betters {gain_told(one, catalog)}"


def _pair(worth: KitWorth, catalog: Catalog) -> str:
    best = worth.pairs[0]
    names = items_told(best.items, worth.places, catalog)
    more = f" {plural(len(worth.pairs), 'pair')} gain more than either item alone."
    return f"The best pair: {names}. Together: {gain_told(best, catalog)}.{more}"


def _purchase(worth: KitWorth, purchase: Purchase, catalog: Catalog) -> str:
    money = f"{plain(purchase.budget)} {worth.currency}"
    doubt = "" if purchase.proved else " It is not proved that no other set does better."
    if not purchase.best.items:
        text = f"Of a budget of {money} spend nothing: no set that it pays for gains more"
        return f"{text} than the tolerances{', proved' if purchase.proved else ''}.{doubt}"
    names = items_told(purchase.best.items, worth.places, catalog)
    price = plain(purchase.best.price or 0)
    text = f"For {money} buy {names}, {price} {worth.currency} together: "
    proof = (
        " No set that the budget pays for is better beyond the tolerances, and none as good is "
        "cheaper: proved."
    )
    return text + gain_told(purchase.best, catalog) + "." + (proof if purchase.proved else doubt)


def _losses(worth: KitWorth, catalog: Catalog) -> Iterator[str]:
    missed = [one for one in worth.losses if one.gain.verdict == "worse"]
    if missed:
        names = items_told(missed[0].items, worth.places, catalog)
        yield f"You would miss most: {names} ({gain_told(missed[0], catalog)})."
    elif worth.losses:
        yield "Nothing that you own would be missed this week beyond the tolerances."
    for one in worth.losses:
        if one.gain.verdict == "better":
            names = items_told(one.items, worth.places, catalog)
            yield (
                f"The week is better without {names} ({gain_told(one, catalog)}): what is there is "
                "used, and asked for. Leave it out of the scenario if you would not use it."
            )
