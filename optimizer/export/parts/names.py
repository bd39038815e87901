"""Names of the catalog for ids in a plan; an id that the catalog lacks stands for itself."""

from __future__ import annotations

from optimizer.domain.catalog import Catalog, EquipmentItem

DAY_NAMES = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


def words(identifier: str) -> str:
    """An id as words."""
    return identifier.replace("_", " ")


def exercise_name(catalog: Catalog, identifier: str) -> str:
    """Name of an exercise."""
    found = catalog.exercise_by_id.get(identifier)
    return found.name if found else identifier


def muscle_name(catalog: Catalog, identifier: str) -> str:
    """Name of a muscle."""
    found = catalog.muscle_by_id.get(identifier)
    return found.name if found else words(identifier)


def area_name(catalog: Catalog, identifier: str) -> str:
    """Name of a mobility area."""
    found = [area.name for area in catalog.mobility_areas if area.id == identifier]
    return found[0] if found else words(identifier)


def group_name(catalog: Catalog, identifier: str) -> str:
    """Name of a pattern group."""
    found = catalog.group_by_id.get(identifier)
    return found.name if found else words(identifier)


def equipment_text(catalog: Catalog, used: dict[str, int], *, loads_only: bool = False) -> str:
    """Items with their counts, without what is part of the place: ``2 dumbbells, bench or box``."""
    parts = []
    for identifier, count in used.items():
        item = catalog.equipment_by_id.get(identifier)
        if item is not None and _goes_unsaid(item, loads_only=loads_only):
            continue
        name = item.name if item is not None else words(identifier)
        parts.append(_counted(name, count))
    return ", ".join(parts)


def _goes_unsaid(item: EquipmentItem, *, loads_only: bool) -> bool:
    """Whether a thing is part of the place, or no load where only loads are asked for."""
    return (item.fixture and not item.loose) or (loads_only and not item.load)


def _counted(name: str, count: int) -> str:
    if count == 1:
        return name
    return f"{count} {name}s" if name.isalpha() else f"{count} x {name}"
