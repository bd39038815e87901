"""Whether everything a scenario names exists, and whether its parts can hold together."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping

from optimizer.domain.catalog import Catalog
from optimizer.domain.dosing.season import SEASONS
from optimizer.domain.exercise import Plane
from optimizer.domain.scenario import MuscleTarget, Place, PlaneTarget, Scenario
from optimizer.errors import Complaint
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.wording import KEY, Path, shown

MONDAY = 0


def broken_references(scenario: Scenario, catalog: Catalog) -> Iterator[Complaint]:
    """Complaints about a scenario whose exercise names are ids already; each holds its path."""
    yield from _athlete(scenario, catalog)
    yield from _places(scenario, catalog)
    yield from _sessions(scenario)
    yield from _targets(scenario, catalog)
    yield from _pins(scenario)
    yield from _exercise_wishes(scenario)


def unknown(
    code: str, noun: str, name: str, known: Collection[str], path: Path
) -> Iterator[Complaint]:
    """A complaint if the name is not among the known ones."""
    if name in known:
        return
    few = len(known) <= 12
    rest = f"known are {', '.join(known)}" if few and known else f"this {noun} does not exist"
    message = f"there is no {noun} {shown(name)}"
    yield Complaint(code, message, hint=did_you_mean(name, known, rest), path=path)


def repeated(
    values: Iterable[Hashable], noun: str, path: Path, last: Path = ()
) -> Iterator[Complaint]:
    """A complaint for each value that stood in the list before."""
    seen: dict[Hashable, int] = {}
    for index, value in enumerate(values):
        if seen.setdefault(value, index) != index:
            yield Complaint(
                "duplicate-id",
                f"the {noun} {shown(value)} stands twice in the list",
                hint="keep one of the two",
                path=(*path, index, *last),
            )


def _athlete(scenario: Scenario, catalog: Catalog) -> Iterator[Complaint]:
    pains = scenario.athlete.pains
    for index, pain in enumerate(pains):
        path: Path = ("athlete", "pains", index, "id")
        yield from unknown("unknown-pain", "pain", pain.id, catalog.pain_by_id, path)
    yield from repeated((pain.id for pain in pains), "pain", ("athlete", "pains"), ("id",))
    yield from _conditions(scenario, catalog)
    families = dict.fromkeys(row.ladder.family for row in catalog.exercises if row.ladder)
    for family in scenario.athlete.unlocked:
        path = ("athlete", "unlocked", family, KEY)
        yield from unknown("unknown-ladder", "ladder", family, families, path)


def _conditions(scenario: Scenario, catalog: Catalog) -> Iterator[Complaint]:
    where: Path = ("athlete", "conditions")
    pains = {pain.id for pain in scenario.athlete.pains}
    for index, condition in enumerate(scenario.athlete.conditions):
        path = (*where, index)
        yield from unknown("unknown-pain", "condition", condition, catalog.pain_by_id, path)
        if condition in pains:
            yield Complaint(
                "duplicate-id",
                f"{shown(condition)} is in athlete.pains and in athlete.conditions",
                hint="keep one of the two",
                path=path,
            )
    yield from repeated(scenario.athlete.conditions, "condition", where)


def _places(scenario: Scenario, catalog: Catalog) -> Iterator[Complaint]:
    for name, place in scenario.places.items():
        here: Path = ("places", name)
        if place.kit is not None:
            path = (*here, "kit")
            yield from unknown("unknown-kit", "kit", place.kit, catalog.kit_by_id, path)
        for item in place.equipment:
            path = (*here, "equipment", item, KEY)
            yield from _unknown_item(item, catalog, path)
        for index, item in enumerate(place.without):
            yield from _unknown_item(item, catalog, (*here, "without", index))
        yield from repeated(place.without, "item", (*here, "without"))
        yield from _taken_away(place, catalog, here)


def _unknown_item(item: str, catalog: Catalog, path: Path) -> Iterator[Complaint]:
    known = catalog.equipment_by_id
    yield from unknown("unknown-equipment", "equipment item", item, known, path)


def _taken_away(place: Place, catalog: Catalog, here: Path) -> Iterator[Complaint]:
    kit = catalog.kit_by_id.get(place.kit or "")
    for index, item in enumerate(place.without):
        known = catalog.equipment_by_id.get(item)
        if known is None:
            continue
        path = (*here, "without", index)
        if item in place.equipment:
            yield Complaint(
                "contradiction",
                f"{shown(item)} is in `equipment` and in `without`",
                hint="delete it from one of the two",
                path=path,
            )
        elif not known.fixture and not (kit and item in kit.holds):
            yield Complaint(
                "contradiction",
                f"`without` takes away {shown(item)}, which the place does not have",
                why="only fixtures and what the kit holds can be taken away",
                hint="delete it from `without`",
                path=path,
            )


def _sessions(scenario: Scenario) -> Iterator[Complaint]:
    sessions = scenario.week.sessions
    if not sessions and not SEASONS[scenario.athlete.phase].may_be_free:
        yield Complaint(
            "value-out-of-range",
            "week.sessions is empty",
            why="only a race week and a week after a race can do without strength work",
            hint="add a session, or write `phase: race_week` if this is one",
            path=("week", "sessions"),
        )
    where: Path = ("week", "sessions")
    yield from repeated((session.id for session in sessions), "session", where, ("id",))
    first_on: dict[str, str] = {}
    for index, session in enumerate(sessions):
        path = (*where, index, "place")
        yield from unknown("unknown-place", "place", session.place, scenario.places, path)
        yield from repeated(session.day, "day", (*where, index, "day"))
        if len(session.day) != 1:
            continue
        first = first_on.setdefault(session.day[0], session.id)
        if first != session.id:
            yield Complaint(
                "contradiction",
                f"the sessions {first} and {session.id} are both on {session.day[0]}",
                why="a week holds at most one strength session a day",
                hint="move one of them, or make one longer session of the two",
                path=(*where, index, "day"),
            )
    start = scenario.week.start_date
    if start is not None and start.weekday() != MONDAY:
        yield Complaint(
            "value-out-of-range",
            f"week.start_date is {start}, a {start:%A}",
            why="weeks run from Monday to Sunday",
            hint="write the date of a Monday",
            path=("week", "start_date"),
        )


def _targets(scenario: Scenario, catalog: Catalog) -> Iterator[Complaint]:
    where: Path = ("targets", "muscles")
    for muscle in scenario.targets.muscles:
        path = (*where, muscle, KEY)
        yield from unknown("unknown-muscle", "muscle", muscle, catalog.muscle_by_id, path)
    yield from _floors_above_targets(scenario.targets.muscles, where)
    yield from _floors_above_targets(scenario.targets.planes, ("targets", "planes"))


def _floors_above_targets(
    targets: Mapping[str, MuscleTarget] | Mapping[Plane, PlaneTarget], where: Path
) -> Iterator[Complaint]:
    for name, goal in targets.items():
        if goal.floor is not None and goal.target is not None and goal.floor > goal.target:
            yield Complaint(
                "contradiction",
                f"{'.'.join(map(str, where))}.{name} has the floor {goal.floor:g} "
                f"above its target {goal.target:g}",
                why="the floor is what must be reached, the target what should be",
                hint="lower the floor or raise the target",
                path=(*where, name, "floor"),
            )


def _pins(scenario: Scenario) -> Iterator[Complaint]:
    sessions = {session.id: None for session in scenario.week.sessions}
    seen: dict[tuple[str, str], int] = {}
    for index, pin in enumerate(scenario.pin):
        path: Path = ("pin", index, "session")
        yield from unknown("unknown-session", "session", pin.session, sessions, path)
        if seen.setdefault((pin.session, pin.exercise), index) != index:
            yield Complaint(
                "contradiction",
                f"{pin.exercise} is pinned twice in the session {pin.session}",
                hint="keep one of the two pins",
                path=("pin", index, "exercise"),
            )


def _exercise_wishes(scenario: Scenario) -> Iterator[Complaint]:
    athlete = scenario.athlete
    yield from repeated(athlete.never, "exercise", ("athlete", "never"))
    yield from repeated(athlete.likes, "exercise", ("athlete", "likes"))
    if scenario.history is not None:
        yield from repeated(scenario.history.known, "exercise", ("history", "known"))
    never = frozenset(athlete.never)
    wishes: list[tuple[str, str, Path]] = [
        (exercise, "liked", ("athlete", "likes", index))
        for index, exercise in enumerate(athlete.likes)
    ]
    wishes += [
        (pin.exercise, "pinned", ("pin", index, "exercise"))
        for index, pin in enumerate(scenario.pin)
    ]
    for exercise, wish, path in wishes:
        if exercise in never:
            yield Complaint(
                "contradiction",
                f"{exercise} is {wish}, and is in athlete.never too",
                hint="delete it from one of the two",
                path=path,
            )
