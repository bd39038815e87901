"""The columns of a comparison: one scenario with other equipment, or several scenarios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.catalog import Catalog
from optimizer.domain.offer import Offer, offer_of
from optimizer.domain.scenario import Place, Scenario, Stock
from optimizer.errors import Complaint, InputError
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.kit_reader import read_kit
from optimizer.studies.kit_argument import OWN, Edit, PlaceKit, parse_kit

COLUMNS_LEAST = 2
COLUMNS_MOST = 12


@dataclass(frozen=True)
class Variant:
    """One column: what it is called, and the scenario that is solved for it."""

    name: str
    scenario: Scenario


def kit_variants(scenario: Scenario, kits: Sequence[str], catalog: Catalog) -> tuple[Variant, ...]:
    """One column for each ``--kit``, in their order.

    Where every one only edits the scenario's own equipment, the scenario as it is comes first.

    Raises
    ------
    InputError
        With everything that is wrong with all of them.
    """
    wrong: list[Complaint] = []
    asked: list[tuple[str, tuple[PlaceKit, ...]]] = []
    for text in kits:
        try:
            asked.append((text, parse_kit(text)))
        except InputError as error:
            wrong += error.complaints
    if kits and not wrong and all(_only_edits(parts) for _, parts in asked):
        asked.insert(0, (OWN, (PlaceKit(None),)))
    found: list[Variant] = []
    for text, parts in asked:
        try:
            found.append(_Fitting(scenario, catalog, text).variant(parts))
        except InputError as error:
            wrong += error.complaints
    wrong += _number(len(kits), len(asked)) if not wrong else ()
    wrong += _alike(found, catalog)
    if wrong:
        raise InputError(*wrong)
    return tuple(found)


def scenario_variants(named: Sequence[tuple[str, Scenario]]) -> tuple[Variant, ...]:
    """One column for each scenario, called by its name, or by its file where names are shared.

    Parameters
    ----------
    named
        The scenarios with the names of their files.

    Raises
    ------
    InputError
        ``bad-argument`` if there are too few or too many, or two are the same.
    """
    wrong = list(_number(len(named), len(named)))
    for number, (file, scenario) in enumerate(named):
        twin = next((other for other, one in named[:number] if one == scenario), None)
        if twin is not None:
            text = f"{twin} and {file} are the same scenario"
            wrong.append(Complaint("bad-argument", text, hint="name each scenario once"))
    if wrong:
        raise InputError(*wrong)
    names = [scenario.name for _, scenario in named]
    by_name = len(set(names)) == len(names)
    return tuple(
        Variant(scenario.name if by_name else Path(file).stem, scenario) for file, scenario in named
    )


def places_in_use(scenario: Scenario) -> tuple[str, ...]:
    """The places where some session happens, in the order of the sessions."""
    return tuple(dict.fromkeys(session.place for session in scenario.week.sessions))


def _only_edits(parts: Sequence[PlaceKit]) -> bool:
    return all(part.base == OWN and part.edits for part in parts)


def _number(given: int, columns: int) -> Iterator[Complaint]:
    if columns < COLUMNS_LEAST:
        text = f"a comparison needs two columns, and {given or 'none'} is given"
        hint = "give --kit twice or more; `--kit own` is the scenario's own equipment"
        yield Complaint("bad-argument", text, hint=hint)
    if columns > COLUMNS_MOST:
        text = f"{columns} columns are more than anybody reads; {COLUMNS_MOST} at most"
        yield Complaint("bad-argument", text, hint="compare the likeliest ones")


def _alike(variants: Sequence[Variant], catalog: Catalog) -> Iterator[Complaint]:
    """Columns with the same equipment, whatever they are called."""
    stocks = [stock_of(variant.scenario, catalog) for variant in variants]
    for number, (variant, stock) in enumerate(zip(variants, stocks, strict=True)):
        if stock in stocks[:number]:
            twin = variants[stocks.index(stock)].name
            text = (
                f"the kit {twin} is given twice"
                if twin == variant.name
                else f"{twin} and {variant.name} are the same equipment"
            )
            yield Complaint(
                "bad-argument", text, why="both would be one week", hint="leave one of them out"
            )


def stock_of(scenario: Scenario, catalog: Catalog) -> dict[str, dict[str, Stock]]:
    """What each place in use has: counts and loads of its items, fixtures left out."""
    return {
        place: _stock(offer_of(place, scenario.places[place], catalog), catalog)
        for place in places_in_use(scenario)
    }


def _stock(offer: Offer, catalog: Catalog) -> dict[str, Stock]:
    fixtures = {item.id for item in catalog.equipment if item.fixture}
    counts = {item: count - (item in fixtures) for item, count in offer.counts.items()}
    return {
        item.id: Stock(count=counts[item.id], loads_kg=offer.loads_kg.get(item.id, ()))
        for item in catalog.equipment
        if counts.get(item.id, 0) > 0
    }


@dataclass(frozen=True)
class _Fitting:
    """Fits the scenario's places with what one ``--kit`` asks for."""

    scenario: Scenario
    catalog: Catalog
    text: str

    def variant(self, parts: Sequence[PlaceKit]) -> Variant:
        """The column."""
        places = dict(self.scenario.places)
        wrong: list[Complaint] = []
        names = []
        for part in parts:
            try:
                place = self._place_of(part)
                if place is not None:
                    places[place] = self._fitted(part, self.scenario.places[place], place)
            except InputError as error:
                wrong += error.complaints
            names.append(_name(part, alone=len(places_in_use(self.scenario)) == 1))
        if wrong:
            raise InputError(*wrong)
        return Variant(", ".join(names), self.scenario.model_copy(update={"places": places}))

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
        example = part.base if part.base != OWN else "gym"
        hint = f"write `--kit {used[0] if used else 'place'}={example}`"
        raise InputError(self._complaint("bad-argument", what, hint))

    def _fitted(self, part: PlaceKit, old: Place, name: str) -> Place:
        """A place with the kit instead of its own equipment, then with the edits."""
        place = self._base(part, old)
        wrong: list[Complaint] = []
        for edit in part.edits:
            if edit.item not in self.catalog.equipment_by_id:
                hint = did_you_mean(edit.item, self.catalog.equipment_by_id, _LIST)
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
        held = [item for item in offer.counts if offer.counts[item] > 0]
        hint = did_you_mean(edit.item, held, "take away what is there") if not there else ""
        return self._complaint("bad-argument", what, hint)

    def _without_item(self, place: Place, edit: Edit, offer: Offer) -> Place:
        """The place with the kit written out, without some or all of an item."""
        stock = _stock(offer, self.catalog)
        left = offer.counts[edit.item] - (edit.count or offer.counts[edit.item])
        old = stock.pop(edit.item, None)
        without = place.without
        if self.catalog.equipment_by_id[edit.item].fixture:
            without = (*without, edit.item) if not left else without
        elif left and old is not None:
            stock[edit.item] = old.model_copy(update={"count": left})
        return Place(equipment=stock, without=without)

    def _complaint(self, code: str, what: str, hint: str) -> Complaint:
        return Complaint(code, f"--kit {self.text!r}: {what}", hint=hint)


_LIST = "`triplane catalog list` names the items that exercises need"


def _with_item(place: Place, edit: Edit) -> Place:
    """The place with more of an item, or with one that was taken away."""
    old = place.equipment.get(edit.item, Stock(count=0))
    loads = tuple(sorted({*old.loads_kg, *edit.loads_kg}))
    more = Stock(count=old.count + (edit.count or 1), loads_kg=loads)
    without = tuple(item for item in place.without if item != edit.item)
    equipment = {**place.equipment, edit.item: more}
    return place.model_copy(update={"equipment": equipment, "without": without})


def _name(part: PlaceKit, *, alone: bool) -> str:
    """What a column is called: the kit or the file's name, then the edits."""
    base = Path(part.base).stem if part.is_file else part.base
    said = [] if part.base == OWN and part.edits else [base]
    said += [_said(edit) for edit in part.edits]
    where = "" if alone or part.place is None else f"{part.place}="
    return where + " ".join(said)


def _said(edit: Edit) -> str:
    count = f":{edit.count}" if edit.count is not None and (edit.count > 1 or not edit.adds) else ""
    loads = f"@{','.join(f'{load:g}' for load in edit.loads_kg)}" if edit.loads_kg else ""
    return f"{'+' if edit.adds else '-'}{edit.item}{count}{loads}"
