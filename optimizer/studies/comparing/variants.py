"""The columns of a comparison: one scenario with other equipment, or several scenarios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.catalog import Catalog
from optimizer.domain.offer import offer_of
from optimizer.domain.scenario import Scenario, Stock
from optimizer.errors import Complaint, InputError
from optimizer.studies.comparing.fitted_places import Fitting, places_in_use, stock
from optimizer.studies.comparing.kit_argument import OWN, Edit, PlaceKit, parse_kit

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
            changed = Fitting(scenario, catalog, text).fitted(parts)
            found.append(Variant(_named(scenario, parts), changed))
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
    offered = [_offered(variant.scenario, catalog) for variant in variants]
    for number, (variant, here) in enumerate(zip(variants, offered, strict=True)):
        if here in offered[:number]:
            twin = variants[offered.index(here)].name
            text = (
                f"the kit {twin} is given twice"
                if twin == variant.name
                else f"{twin} and {variant.name} are the same equipment"
            )
            yield Complaint(
                "bad-argument", text, why="both would be one week", hint="leave one of them out"
            )


def _offered(scenario: Scenario, catalog: Catalog) -> list[object]:
    """Counts and loads at each place in use, fixtures and all."""
    offers = (offer_of(one, scenario.places[one], catalog) for one in places_in_use(scenario))
    return [
        (offer.place, {item: count for item, count in offer.counts.items() if count > 0}, loads)
        for offer in offers
        for loads in [{item: kg for item, kg in offer.loads_kg.items() if kg}]
    ]


def stock_of(scenario: Scenario, catalog: Catalog) -> dict[str, dict[str, Stock]]:
    """What each place in use has: counts and loads of its items, fixtures left out."""
    return {
        place: stock(offer_of(place, scenario.places[place], catalog), catalog)
        for place in places_in_use(scenario)
    }


def _named(scenario: Scenario, parts: Sequence[PlaceKit]) -> str:
    """What a column is called; places are named where there are several."""
    alone = len(places_in_use(scenario)) == 1
    return ", ".join(_name(part, alone=alone) for part in parts)


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
