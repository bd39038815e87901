"""Exercise names of a scenario replaced by ids."""

from __future__ import annotations

from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint
from optimizer.reading.complaint_list import MAXIMUM_COMPLAINTS
from optimizer.reading.exercise_names import ExerciseNames
from optimizer.reading.wording import KEY, Path


def with_exercise_ids(scenario: Scenario, names: ExerciseNames) -> tuple[Scenario, list[Complaint]]:
    """The scenario with ids for all exercise names, and a complaint for each unknown name."""
    resolver = _Resolver(names)
    athlete = scenario.athlete.model_copy(
        update={
            "never": resolver.every(scenario.athlete.never, ("athlete", "never")),
            "likes": resolver.every(scenario.athlete.likes, ("athlete", "likes")),
            "one_rep_max_kg": resolver.keys(
                scenario.athlete.one_rep_max_kg, ("athlete", "one_rep_max_kg")
            ),
        }
    )
    history = scenario.history
    if history is not None:
        known = resolver.every(history.known, ("history", "known"))
        history = history.model_copy(update={"known": known})
    pins = tuple(
        pin.model_copy(update={"exercise": resolver.one(pin.exercise, ("pin", index, "exercise"))})
        for index, pin in enumerate(scenario.pin)
    )
    changes = {"athlete": athlete, "history": history, "pin": pins}
    return scenario.model_copy(update=changes), resolver.complaints


class _Resolver:
    """Looks names up and collects what it does not find."""

    def __init__(self, names: ExerciseNames) -> None:
        self._names = names
        self.complaints: list[Complaint] = []

    def one(self, name: str, path: Path) -> str:
        """The id of a name; an unknown name stays as it is."""
        identifier = self._names.id_of(name)
        if identifier is not None:
            return identifier
        if len(self.complaints) <= MAXIMUM_COMPLAINTS:  # looking for close matches takes time
            self.complaints.append(self._names.complaint(name, path))
        return name

    def every(self, names: tuple[str, ...], path: Path) -> tuple[str, ...]:
        """The ids of a list of names."""
        return tuple(self.one(name, (*path, index)) for index, name in enumerate(names))

    def keys(self, loads: dict[str, float], path: Path) -> dict[str, float]:
        """The map with ids as its keys."""
        resolved: dict[str, float] = {}
        for name, load in loads.items():
            identifier = self.one(name, (*path, name, KEY))
            if identifier in resolved:
                message = f"the exercise {identifier} stands twice, under two names"
                hint = "keep one of the two"
                self.complaints.append(
                    Complaint("duplicate-id", message, hint=hint, path=(*path, name, KEY))
                )
            resolved[identifier] = load
        return resolved
