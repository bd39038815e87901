"""Exercises by any name that a person may use for them."""

from __future__ import annotations

from optimizer.domain.catalog import Catalog
from optimizer.errors import Complaint
from optimizer.reading.close_matches import close_matches
from optimizer.reading.wording import Path, shown


class ExerciseNames:
    """Looks up exercises by id, name or alias, whatever the case."""

    def __init__(self, catalog: Catalog) -> None:
        self._id_by_lower_id = {row.id.lower(): row.id for row in catalog.exercises}
        self._ids_by_name: dict[str, list[str]] = {}
        self._spellings: list[str] = []
        self._hints: dict[str, str] = {}
        for row in catalog.exercises:
            for spelling in (row.id, row.name, *row.aliases):
                self._spellings.append(spelling)
                owners = self._ids_by_name.setdefault(_plain(spelling), [])
                if row.id not in owners:
                    owners.append(row.id)

    def id_of(self, name: str) -> str | None:
        """The exercise's id, or None where there is none or more than one."""
        plain = _plain(name)
        if plain in self._id_by_lower_id:
            return self._id_by_lower_id[plain]
        owners = self._ids_by_name.get(plain, ())
        return owners[0] if len(owners) == 1 else None

    def complaint(self, name: str, path: Path) -> Complaint:
        """Why the name stands for no exercise, and what may have been meant."""
        owners = self._ids_by_name.get(_plain(name), ())
        if len(owners) > 1:
            return Complaint(
                "ambiguous-name",
                f"{shown(name)} fits more than one exercise",
                hint=f"write the id: {' or '.join(owners)}",
                path=path,
            )
        return Complaint(
            "unknown-exercise",
            f"the catalog has no exercise {shown(name)}",
            hint=self._hint(name),
            path=path,
        )

    def _hint(self, name: str) -> str:
        """What may have been meant; looked for once, as rosters repeat their mistakes."""
        if name not in self._hints:
            self._hints[name] = self._close_names(name)
        return self._hints[name]

    def _close_names(self, name: str) -> str:
        found: dict[str, str] = {}
        for spelling in close_matches(name, self._spellings, most=5):
            identifier = self._ids_by_name[_plain(spelling)][0]
            same = spelling == identifier
            found.setdefault(identifier, identifier if same else f"{identifier} ({spelling})")
        if not found:
            return "see the names with `triplane catalog list`"
        return f"did you mean {' or '.join(list(found.values())[:3])}?"


def _plain(name: str) -> str:
    return " ".join(name.lower().split())
