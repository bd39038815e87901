"""Complaints in plain words about data that does not fit its model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.close_matches import close_matches, did_you_mean
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.expectations import Expectations
from optimizer.reading.wording import KEY, Path, described, path_text, shown, value_at

Model = TypeVar("Model", bound=BaseModel)
PositionOf = Callable[[Path], Position]

MOST_ERRORS_READ = 1000
_WHY_UNKNOWN = "a key that nobody reads would change nothing, and nobody would notice"
_FIELD_REASONS = {
    "minutes": "minutes decide how much fits, so they have to be exact",
    "level": "the level decides doses, floors and which exercises are safe",
    "age": "rules for the young and for older athletes depend on it",
    "score": "a pain is scored from 0 (none) to 10 (the worst imaginable)",
    "format": "the number says which version of the format the file is written in",
}


def validated(
    model: type[Model],
    data: Any,
    position_of: PositionOf,
    prefix: Path = (),
    whole: Any = None,
) -> Model:
    """Data as an instance of a model, strictly: no text for a number, no 3.0 for a 3.

    Parameters
    ----------
    model
        A pydantic model.
    data
        What a reader returned: dicts, lists, text, numbers, booleans, None.
    position_of
        Finds the position of a path in the file; called only when something is wrong.
    prefix
        Path from the document's root to the data.
    whole
        The document that holds the data, for naming places; the data itself by default.

    Raises
    ------
    InputError
        With every problem, in file order.
    """
    try:
        return model.model_validate(_with_tuples(data), strict=True)
    except ValidationError as error:
        found = complaints_of(error, model, data if whole is None else whole, prefix)
        raise_complaints(located(found, position_of))
        raise


def check(
    model: type[Model],
    data: Any,
    position_of: PositionOf,
    prefix: Path = (),
    whole: Any = None,
) -> Model | tuple[Complaint, ...]:
    """As ``validated``, but the complaints are returned."""
    try:
        return validated(model, data, position_of, prefix, whole)
    except InputError as error:
        return error.complaints


def located(complaints: Iterator[Complaint], position_of: PositionOf) -> Iterator[Complaint]:
    """The complaints with the position that their path leads to."""
    for complaint in complaints:
        yield complaint.at(position_of(complaint.path))


def complaints_of(
    error: ValidationError, model: type[BaseModel], data: Any, prefix: Path = ()
) -> Iterator[Complaint]:
    """One complaint for every problem that pydantic found; those that only follow are left out."""
    expectations = Expectations(model)
    details = error.errors(include_url=False)
    for detail in islice(details, MOST_ERRORS_READ):
        if not _only_follows(detail):
            yield _Finding(detail, expectations, data, prefix).complaint()


def _with_tuples(data: Any) -> Any:
    """The data with tuples for lists, as strict validation wants; nesting is limited before."""
    if isinstance(data, dict):
        return {key: _with_tuples(value) for key, value in data.items()}
    if isinstance(data, list):
        return tuple(_with_tuples(value) for value in data)
    return data


def _only_follows(detail: ErrorDetails) -> bool:
    """Whether a list counts as too short only because its items are wrong."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


class _Finding:
    """One problem that pydantic found, with what is needed to put it into words."""

    def __init__(
        self, detail: ErrorDetails, expectations: Expectations, data: Any, prefix: Path
    ) -> None:
        self.kind = detail["type"]
        self.own_path: Path = tuple(detail["loc"])
        self.path: Path = (*prefix, *self.own_path)
        self.value = detail["input"]
        self.context = detail.get("ctx", {})
        self.expectations = expectations
        self.data = data

    def complaint(self) -> Complaint:
        """The problem in plain words."""
        if self.kind == "extra_forbidden":
            return self._unknown_key(self.own_path[:-1], str(self.path[-1]), (*self.path, KEY))
        if self.path and self.path[-1] == KEY:
            return self._wrong_key()
        if self.kind == "missing":
            return self._missing_key()
        if self.kind in ("too_short", "too_long"):
            return self._wrong_count(self.own_path, self.path)
        if self.kind in ("value_error", "assertion_error"):
            message = f"{self._name()}: {self.context.get('error', 'the values do not fit')}"
            return Complaint("value-out-of-range", message, path=self.path)
        return self._wrong_value()

    def _name(self, path: Path | None = None) -> str:
        path = self.path if path is None else path
        if (
            path
            and isinstance(path[-1], int)
            and not isinstance(value_at(self.data, path[:-1]), list | tuple)
        ):
            path = path[:-1]  # a single value that stands for a list of one
        return path_text(path, self.data)

    def _unknown_key(self, own_parent: Path, key: str, path: Path) -> Complaint:
        allowed = self.expectations.keys(own_parent)
        parent = path[:-2]
        otherwise = f"the keys here are {', '.join(allowed)}" if allowed else ""
        return Complaint(
            "unknown-key",
            f"{self._name(parent)} has no key {shown(key)}",
            why=_WHY_UNKNOWN,
            hint=did_you_mean(key, allowed, otherwise),
            path=path,
        )

    def _wrong_key(self) -> Complaint:
        own_parent, key = self.own_path[:-2], str(self.path[-2])
        if self.expectations.keys(own_parent):
            return self._unknown_key(own_parent, key, self.path)
        return Complaint(
            "value-out-of-range",
            f"{self._name(self.path[:-2])}: the key {shown(key)} is not of the right form",
            hint=f"write {self.expectations.words((*own_parent, KEY))}",
            path=self.path,
        )

    def _missing_key(self) -> Complaint:
        if isinstance(self.path[-1], int):
            return self._wrong_count(self.own_path[:-1], self.path[:-1])
        key = str(self.path[-1])
        return Complaint(
            "missing-key",
            f"{self._name(self.path[:-1])} lacks the key {shown(key)}",
            why=_FIELD_REASONS.get(key, ""),
            hint=f"add `{key}:` with {self.expectations.words(self.own_path)}",
            path=self.path,
        )

    def _wrong_count(self, own_path: Path, path: Path) -> Complaint:
        count = self.context.get("actual_length") or len(value_at(self.data, path) or ())
        items = {0: "is empty", 1: "has 1 item"}.get(count, f"has {count:,} items")
        return Complaint(
            "value-out-of-range",
            f"{self._name(path)} {items}",
            hint=f"write {self.expectations.words(own_path)}",
            path=path,
        )

    def _wrong_value(self) -> Complaint:
        is_type = self.kind.endswith("_type") and not (
            self.kind == "date_type" and isinstance(self.value, str)
        )
        is_choice = self.kind == "literal_error" and not isinstance(self.value, str)
        code = "wrong-type" if is_type or is_choice else "value-out-of-range"
        what = described(self.value) if code == "wrong-type" else shown(self.value)
        return Complaint(
            code,
            f"{self._name()} is {what}",
            why=next(
                (_FIELD_REASONS[str(part)] for part in self.path[-1:] if part in _FIELD_REASONS), ""
            ),
            hint=self._hint(),
            path=self.path,
        )

    def _hint(self) -> str:
        words = self.expectations.words(self.own_path)
        if self.value is None:
            is_needed = self.expectations.needs(self.own_path)
            return f"write {words}" + ("" if is_needed else ", or delete the key")
        if not isinstance(self.value, str):
            return f"write {words}" + (", in quotation marks" if words == "text" else "")
        matches = close_matches(self.value, self.expectations.choices(self.own_path))
        if matches:
            return f"did you mean {' or '.join(matches)}? It is {words}"
        plain = "without quotation marks" if words.startswith(("a whole", "a number")) else ""
        is_number = self.value.strip().lstrip("+-").replace(".", "", 1).isdigit()
        return f"write {words}" + (f", {plain}" if plain and is_number else "")
