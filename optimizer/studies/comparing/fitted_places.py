"""Fits the places of a scenario with the kits and items that ``--kit`` asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.catalog import Catalog
from optimizer.domain.offer import Offer, offer_of
from optimizer.domain.scenario import Place, Scenario, Stock
from optimizer.errors import Complaint, InputError
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.kit_reader import read_kit
from optimizer.studies.comparing.kit_argument import OWN, Edit, PlaceKit


def places_in_use(scenario: Scenario) -> tuple[str, ...]:
    """The places where some session happens, in the order of the sessions."""
    return tuple(dict.fromkeys(session.place for session in scenario.week.sessions))


def stock(offer: Offer, catalog: Catalog) -> dict[str, Stock]:
    """Counts and loads of what a place has, in catalog order, fixtures left out."""
    fixtures = {item.id for item in catalog.equipment if item.fixture}
    counts = {item: count - (item in fixtures) for item, count in offer.counts.items()}
    return {
        item.id: Stock(count=counts[item.id], loads_kg=offer.loads_kg.get(item.id, ()))
        for item in catalog.equipment
        if counts.get(item.id, 0) > 0
    }


@dataclass(frozen=True)
class Fitting:
    """Fits the scenario's places with what one ``--kit`` asks for."""

    scenario: Scenario
    catalog: Catalog
    text: str

    def fitted(self, parts: Sequence[PlaceKit]) -> Scenario:
        """The scenario with what each place is to have.

        Raises
        ------
        InputError
            With everything that is wrong with the parts.
        """
        places = dict(self.scenario.places)
        wrong: list[Complaint] = []
        for part in parts:
            try:
                place = self._place_of(part)
                if place is not None:
                    places[place] = self._fitted(part, self.scenario.places[place], place)
            except InputError as error:
                wrong += error.complaints
        if wrong:
            raise InputError(*wrong)
        return self.scenario.model_copy(update={"places": places})

    def _place_of(self, part: PlaceKit) -> str | None:
        """The place that is meant; None for the whole scenario as it is."""
        used = places_in_use(self.scenario)
        if part.place in used:
            return part.place
        if part.place is not None:
            what = f"no session takes place at {part.place!r}"
            hint = did_you_mean(part.place, used, f"places in use: {', '.join(used) or 'none'}")
            raise InputError(self._complaint("unknown-place", what, hint))
        if len(used) == 1:
            return used[0]
        if part == PlaceKit(None):
            return None
        what = f"sessions take place at {' and '.join(used)}, and none of them is named"
        hint = f"name the place, as in `--kit {used[-1] if used else 'home'}=gym`"
        raise InputError(self._complaint("bad-argument", what, hint))

    def _fitted(self, part: PlaceKit, old: Place, name: str) -> Place:
        """A place with the kit instead of its own equipment, then with the edits."""
        place = self._base(part, old)
        wrong: list[Complaint] = []
        for edit in part.edits:
            if edit.item not in self.catalog.equipment_by_id:
                known = self.catalog.equipment_by_id
                hint = did_you_mean(edit.item, known, f"known are {', '.join(known)}")
                what = f"there is no equipment item {edit.item!r}"
                wrong.append(self._complaint("unknown-equipment", what, hint))
                continue
            offer = offer_of(name, place, self.catalog)
            if edit.adds:
                place = _with_item(place, edit)
            elif offer.counts.get(edit.item, 0) < (edit.count or 1):
                wrong.append(self._not_owned(edit, offer))
            else:
                place = self._without_item(place, edit, offer)
        if wrong:
            raise InputError(*wrong)
        return place

    def _base(self, part: PlaceKit, old: Place) -> Place:
        if part.base == OWN:
            return old
        if part.is_file:
            kit = read_kit(Path(part.base), self.catalog)
            return Place(equipment=kit.holds, without=old.without)
        if part.base not in self.catalog.kit_by_id:
            known = (*self.catalog.kit_by_id, OWN)
            hint = did_you_mean(part.base, known, f"known are {', '.join(known)}")
            what = f"there is no kit {part.base!r}"
            if part.base in self.catalog.equipment_by_id:
                hint = f"it is an item: write `+{part.base}` to add it"
            raise InputError(self._complaint("unknown-kit", what, hint))
        return Place(kit=part.base, without=old.without)

    def _not_owned(self, edit: Edit, offer: Offer) -> Complaint:
        there = offer.counts.get(edit.item, 0)
        name = self.catalog.equipment_by_id[edit.item].name
        if there:
            what = f"{offer.place} has only {there} x {name}"
        else:
            what = f"there is no {name} at {offer.place} to take away"
        there_is = [item for item in offer.counts if offer.counts[item] > 0]
        hint = did_you_mean(edit.item, there_is, "take away what is there") if not there else ""
        return self._complaint("bad-argument", what, hint)

    def _without_item(self, place: Place, edit: Edit, offer: Offer) -> Place:
        """The place with the kit written out, without some or all of an item."""
        held = stock(offer, self.catalog)
        left = offer.counts[edit.item] - (edit.count or offer.counts[edit.item])
        old = held.pop(edit.item, None)
        without = place.without
        if self.catalog.equipment_by_id[edit.item].fixture:
            without = (*without, edit.item) if not left else without
        elif left and old is not None:
            held[edit.item] = old.model_copy(update={"count": left})
        return Place(equipment=held, without=without)

    def _complaint(self, code: str, what: str, hint: str) -> Complaint:
        return Complaint(code, f"--kit {self.text!r}: {what}", hint=hint)


def _with_item(place: Place, edit: Edit) -> Place:
    """The place with more of an item, or with one that was taken away."""
    old = place.equipment.get(edit.item, Stock(count=0))
    loads = tuple(sorted({*old.loads_kg, *edit.loads_kg}))
    more = Stock(count=old.count + (edit.count or 1), loads_kg=loads)
    without = tuple(item for item in place.without if item != edit.item)
    equipment = {**place.equipment, edit.item: more}
    return place.model_copy(update={"equipment": equipment, "without": without})
