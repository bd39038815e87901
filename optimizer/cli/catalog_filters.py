"""Filters of exercises by what they train, need and ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from optimizer.cli.failures import unknown_choice
from optimizer.domain.catalog import Catalog
from optimizer.domain.dosing.levels import LEVEL_NUMBERS
from optimizer.domain.exercise import LEVELS, PLANES, Exercise
from optimizer.domain.offer import offer_of
from optimizer.domain.scenario import Place
from optimizer.errors import InputError

Test = Callable[[Exercise], bool]
CODES = {
    "muscle": "unknown-muscle",
    "kit": "unknown-kit",
    "equipment": "unknown-equipment",
    "pain": "unknown-pain",
    "ladder": "unknown-ladder",
}


def filtered(catalog: Catalog, wanted: Mapping[str, str]) -> list[Exercise]:
    """Exercises that pass every filter, in catalog order.

    Parameters
    ----------
    wanted
        Values by the name of the filter.

    Raises
    ------
    InputError
        With one complaint for each value that means nothing.
    """
    known = vocabulary(catalog)
    complaints, tests = [], []
    for name, value in wanted.items():
        identifier = _identifier(value, known[name])
        if identifier is None:
            code = CODES.get(name, "bad-argument")
            complaints.append(unknown_choice(code, name, value, known[name]))
        else:
            tests.append(_test(catalog, name, identifier))
    if complaints:
        raise InputError(*complaints)
    return [row for row in catalog.exercises if all(test(row) for test in tests)]


def vocabulary(catalog: Catalog) -> dict[str, dict[str, str]]:
    """Names by id of everything that a filter may name."""
    ladders = (row.ladder.family for row in catalog.exercises if row.ladder)
    groups = {group.id: group.name for group in catalog.pattern_groups}
    return {
        "muscle": {one.id: one.name for one in catalog.muscles},
        "pattern": {**groups, **{one.id: one.name for one in catalog.patterns}},
        "plane": _plain(PLANES),
        "kit": {one.id: one.name for one in catalog.kits},
        "equipment": {one.id: one.name for one in catalog.equipment},
        "level": _plain(LEVELS),
        "role": _plain(row.role for row in catalog.exercises),
        "region": _plain(row.region for row in catalog.exercises),
        "ladder": _plain(ladders),
        "pain": {one.id: one.name for one in catalog.pains},
        "source": {one.id: one.title for one in catalog.sources},
    }


def _plain(identifiers: Iterable[str]) -> dict[str, str]:
    return {identifier: identifier.replace("_", " ") for identifier in identifiers}


def _identifier(value: str, known: Mapping[str, str]) -> str | None:
    """The id that a value means: itself, or the one of the name."""
    plain = value.strip().lower()
    underscored = plain.replace(" ", "_").replace("-", "_")
    if underscored in known:
        return underscored
    return next((one for one, name in known.items() if name.lower() == plain), None)


def _test(catalog: Catalog, name: str, value: str) -> Test:
    tests: dict[str, Callable[[], Test]] = {
        "muscle": lambda: lambda row: value in (*row.muscles.direct, *row.muscles.indirect),
        "pattern": lambda: _pattern(catalog, value),
        "plane": lambda: lambda row: value in (*row.planes.motion, *row.planes.resisted),
        "kit": lambda: kit_test(catalog, value),
        "equipment": lambda: lambda row: any(value in needs for needs in row.equipment),
        "level": lambda: level_test(value),
        "role": lambda: lambda row: row.role == value,
        "region": lambda: lambda row: row.region == value,
        "ladder": lambda: lambda row: row.ladder is not None and row.ladder.family == value,
        "pain": lambda: _pain(catalog, value),
        "source": lambda: lambda row: value in row.sources,
    }
    return tests[name]()


def level_test(level: str) -> Test:
    """Whether an exercise is not too hard for a level."""
    hardest = next(LEVEL_NUMBERS[one].difficulty_max for one in LEVELS if one == level)
    return lambda row: row.difficulty <= hardest


def kit_test(catalog: Catalog, kit: str) -> Test:
    """Whether a kit and the fixtures of any place are enough for an exercise."""
    offer = offer_of(kit, Place(kit=kit), catalog)
    return lambda row: offer.choose(row) is not None


def _pattern(catalog: Catalog, value: str) -> Test:
    group = catalog.group_by_id.get(value)
    wanted = (value, *(group.patterns if group else ()))
    return lambda row: any(pattern in wanted for pattern in row.pattern.every)


def _pain(catalog: Catalog, value: str) -> Test:
    """As the rule on pains excludes: by name, by flag, or by impact."""
    pain = catalog.pain_by_id[value]

    def is_fine(row: Exercise) -> bool:
        flagged = any(flag in pain.avoid_flags for flag in row.flags)
        jumps = pain.avoid_impact and row.impact != "none"
        return value not in row.avoid_with and not flagged and not jumps

    return is_fine
